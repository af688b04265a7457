import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pickPorts } from '../../tools/services/ports.ts';
import { makeRunKeys } from './keys.ts';
import { startProgram } from './program.ts';

it('a domain of a run takes the token that other gateways hand on, and nobody without one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  await using keys = await makeRunKeys();
  const [port] = await pickPorts([undefined]);
  const url = `http://127.0.0.1:${port}`;
  await using _ = await startProgram({
    command: process.execPath,
    args: ['bench/engines/domain.ts', 'users'],
    env: { ...keys.env, DATA_DIR: join(folder, 'data'), SEED: 'demo', HOST: '127.0.0.1', PORT: String(port) },
    cores: null,
    log: join(folder, 'users.log'),
    ready: async () => (await fetch(`${url}/count`)).ok,
  });
  const ask = async (headers: Record<string, string>) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ user(id: "123") { firstName } }' }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  expect(await ask({ authorization: keys.authorization })).toEqual({
    status: 200,
    data: { user: { firstName: 'Billye' } },
  });
  expect(await ask({})).toMatchObject({ status: 401 });
  rmSync(folder, { recursive: true });
});
