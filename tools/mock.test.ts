import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadKeys } from '../kit/viewer/keys.ts';
import { issueToken } from '../kit/viewer/token.ts';
import { ADMIN } from '../kit/viewer/viewer.ts';
import { runProgram, startProgram } from './testing/program.ts';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'tessera-mock-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

/** Starts the graph with mocks, and gives a function that asks it as its admin. */
async function startMock(...args: string[]) {
  const env = { ...process.env, DATA_DIR, LOG_LEVEL: 'warn' };
  const program = await startProgram(['tools/mock.ts', '--port', '0', ...args], /graph\s+(http:\S+)/, {
    env,
  });
  const keys = await loadKeys({ DATA_DIR });
  const token = await issueToken(keys, { id: ADMIN, scopes: [ADMIN] }, 600);
  return {
    async ask(query: string) {
      const response = await fetch(String(program.match[1]), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query }),
      });
      return response.json();
    },
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}

const CUSTOMER = `{ user(id: 7) {
  firstName email
  subscription { billing user { id firstName } }
  orders(first: 1) { edges { node { id status user { firstName } lines { product { id name } } } } }
} }`;

describe('npm run mock', { timeout: 120_000 }, () => {
  it('answers for every subgraph, the same in the next run and other with another seed', async () => {
    const answers: unknown[] = [];
    for (const seed of ['1', '1', '2']) {
      await using graph = await startMock('--seed', seed);
      answers.push(await graph.ask(CUSTOMER));
    }
    const [first, again, other] = answers;
    expect(first).toMatchObject({ data: { user: { orders: { edges: [{ node: { id: '701' } }] } } } });
    expect(first).not.toHaveProperty('errors');
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('runs some subgraphs and mocks the others', async () => {
    await using graph = await startMock('--only', 'users');
    const query = '{ user(id: 123) { firstName orders(first: 1) { edges { node { user { lastName } } } } } }';
    expect(await graph.ask(query)).toEqual({
      data: { user: { firstName: 'Billye', orders: { edges: [{ node: { user: { lastName: 'Topes' } } }] } } },
    });
  });

  it.each([
    [['--mock', 'nobody'], /^there is no subgraph nobody: there is .*users.*\n$/],
    [['--mock', 'users', '--only', 'orders'], /^give --mock or --only, not both\n$/],
    [['--port', 'high'], /^wrong setting: PORT: must be a whole number from 0 to 65535\n$/],
  ])('refuses %o with one line', (args, message) => {
    const { status, stderr } = runProgram(['tools/mock.ts', ...args], { env: { ...process.env, DATA_DIR } });
    expect(stderr).toMatch(message);
    expect(status).not.toBe(0);
  });
});
