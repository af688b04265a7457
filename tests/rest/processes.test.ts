import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../process.ts';

const LOCAL = { HOST: '127.0.0.1', PORT: '0' };

/** A new API key, with what the setting has to hold. */
async function makeKey(...args: readonly string[]): Promise<{ key: string; entry: string }> {
  const tool = run(['tools/token.ts', '--api-key', ...args], {});
  expect(await tool.ended).toBe(0);
  const [key = '', entry = ''] = tool.output().split('\n');
  return { key, entry };
}

// Beside each other: each waits for programs that start.
describe.concurrent('REST', { timeout: 60_000 }, () => {
  it('is in the one process, for the keys that `npm run token` makes', async () => {
    using data = temporaryFolder();
    const [office, seventh] = await Promise.all([makeKey('office'), makeKey('seventh', '--user', '7')]);
    expect(office.entry).not.toContain(office.key);
    await using tessera = run(['main.ts'], {
      ...LOCAL,
      DATA_DIR: data.path,
      REST_API_KEYS: `[${office.entry},${seventh.entry}]`,
    });
    const [, address] = await tessera.printed(/graph\s+(http:\S+)\/graphql/);
    const statusOf = async (path: string, key?: string) =>
      (await fetch(`${address}/rest${path}`, { headers: key ? { 'x-api-key': key } : {} })).status;
    expect(await statusOf('/orchestrate/user/7', office.key)).toBe(200);
    expect(await statusOf('/orchestrate/user/7', seventh.key)).toBe(200);
    expect(await statusOf('/orchestrate/user/8', seventh.key)).toBe(403);
    expect(await statusOf('/orchestrate/user/7', `${office.key}x`)).toBe(401);
    expect(await statusOf('/products/ready')).toBe(200);
    expect(tessera.output()).not.toContain(office.key);
  });

  it('is on a gateway that stands alone, also while no subgraph is up', async () => {
    using data = temporaryFolder();
    const gateway = run(['gateway/main.ts'], { ...LOCAL, DATA_DIR: data.path, LOG_LEVEL: 'info' });
    await using _ = gateway;
    const [, address] = await gateway.printed(/is ready at (http:[^"\s]+)/);
    expect((await fetch(`${address}/rest/orchestrate/api/test`)).status).toBe(200);
    const ready = await fetch(`${address}/rest/products/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 'not ready',
      error: { code: 'SUBGRAPH_UNAVAILABLE' },
    });
  });

  it('is nowhere with REST=off', async () => {
    using data = temporaryFolder();
    await using gateway = run(['gateway/main.ts'], {
      ...LOCAL,
      DATA_DIR: data.path,
      LOG_LEVEL: 'info',
      REST: 'off',
    });
    const [, address] = await gateway.printed(/is ready at (http:[^"\s]+)/);
    expect((await fetch(`${address}/rest/orchestrate/api/test`)).status).toBe(404);
  });

  it.each(['12', '-', 'a b'])('has no key by the name %s', async (name) => {
    const tool = run(['tools/token.ts', `--api-key=${name}`], {});
    expect(await tool.ended).not.toBe(0);
    expect(tool.output()).toMatch(/^--api-key takes a name: .*\n$/);
  });
});
