import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../process.ts';

const READY = /is ready at (http:[^"\s]+)/;
const QUERY = JSON.stringify({ query: '{ products(first: 1) { edges { cursor } } }' });

/** A subgraph that answers after a while, or never; resolves `asked` at its first request. */
async function startSlowSubgraph(milliseconds: number) {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    request.resume();
    ask();
    const answer = () => response.end('{"data":{"products":{"edges":[]}}}');
    if (Number.isFinite(milliseconds)) setTimeout(answer, milliseconds);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    asked,
    [Symbol.asyncDispose]: async () => void server.close().closeAllConnections(),
  };
}

type SlowSubgraph = Awaited<ReturnType<typeof startSlowSubgraph>>;

const settingsFor = (data: string, { url }: SlowSubgraph) => ({
  HOST: '127.0.0.1',
  PORT: '0',
  DATA_DIR: data,
  LOG_LEVEL: 'info',
  PRODUCTS_URL: url,
  SUBGRAPH_TIMEOUT: '60000',
});

/** Starts a gateway in front of the slow subgraph, sends it a query, and a SIGTERM as soon as that is under way. */
async function stopUnderWay(data: string, subgraph: SlowSubgraph) {
  const gateway = run(['gateway/main.ts'], settingsFor(data, subgraph));
  const [, address] = await gateway.printed(READY);
  const ask = (signal?: AbortSignal) =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: QUERY,
      signal: signal ?? null,
    });
  const underWay = ask();
  underWay.catch(() => {});
  await subgraph.asked;
  const signalled = performance.now();
  gateway.child.kill('SIGTERM');
  return { gateway, underWay, ask, since: () => performance.now() - signalled };
}

// Beside each other: they wait most of the time.
describe.concurrent('a process that is told to end', { timeout: 60_000 }, () => {
  it('answers the request under way, takes no new one, and ends cleanly at once', async ({ expect }) => {
    using data = temporaryFolder();
    await using subgraph = await startSlowSubgraph(2_000);
    const { gateway, underWay, ask, since } = await stopUnderWay(data.path, subgraph);
    await using _ = gateway;
    let answered = false;
    void underWay.then(() => (answered = true));
    // One that came just before the signal arrived is taken, and answered as late as the first.
    const isRefused = () =>
      ask(AbortSignal.timeout(100)).then(
        () => false,
        (error: Error) => error.name !== 'TimeoutError',
      );
    await expect.poll(isRefused, { timeout: 5_000 }).toBe(true);
    expect(answered).toBe(false);
    const response = await underWay;
    expect(await response.json()).toEqual({ data: { products: { edges: [] } } });
    expect(response.headers.get('connection')).toBe('close');
    expect(await gateway.ended).toBe(0);
    expect(since()).toBeLessThan(5_000);
  });

  it('ends within 10 s even when a request never does', async () => {
    using data = temporaryFolder();
    await using subgraph = await startSlowSubgraph(Number.POSITIVE_INFINITY);
    const { gateway, underWay, since } = await stopUnderWay(data.path, subgraph);
    await using _ = gateway;
    await expect(underWay).rejects.toThrow();
    expect(await gateway.ended).toBe(1);
    expect(since()).toBeLessThan(10_000);
  });

  it('takes two signals within a moment for one, as npm and a terminal send them', async () => {
    using data = temporaryFolder();
    await using subgraph = await startSlowSubgraph(1_000);
    const { gateway, underWay } = await stopUnderWay(data.path, subgraph);
    await using _ = gateway;
    gateway.child.kill('SIGTERM');
    expect((await underWay).status).toBe(200);
    expect(await gateway.ended).toBe(0);
  });

  it('ends at once when somebody insists', async () => {
    using data = temporaryFolder();
    await using subgraph = await startSlowSubgraph(Number.POSITIVE_INFINITY);
    const { gateway, underWay, since } = await stopUnderWay(data.path, subgraph);
    await using _ = gateway;
    setTimeout(() => gateway.child.kill('SIGINT'), 1_500);
    await expect(underWay).rejects.toThrow();
    expect(await gateway.ended).toBe(1);
    expect(since()).toBeLessThan(5_000);
  });

  it('does not wait for a broker that is not there', async () => {
    using data = temporaryFolder();
    await using orders = run(['subgraphs/orders/main.ts'], {
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: data.path,
      BROKER_URL: 'amqp://127.0.0.1:1',
    });
    // Its start still waits then, for some seconds.
    await orders.printed(/the broker is out of reach/);
    const signalled = performance.now();
    orders.child.kill('SIGTERM');
    expect(await orders.ended).toBe(0);
    expect(performance.now() - signalled).toBeLessThan(3_000);
  });

  it('ends when npm does, whose shell passes no signal on', async ({ expect }) => {
    using data = temporaryFolder();
    const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: data.path, LOG_LEVEL: 'info' };
    const npm = spawn('npm', ['run', 'gateway'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await new Promise<string>((resolve) => {
      npm.stdout.setEncoding('utf8').on('data', (text: string) => {
        const [, found] = READY.exec(text) ?? [];
        if (found) resolve(found);
      });
    });
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    npm.kill('SIGTERM');
    const state = () =>
      fetch(`${address}/health/live`).then(
        () => 'up',
        () => 'down',
      );
    await expect.poll(state, { timeout: 10_000 }).toBe('down');
  });
});

describe('a process that npm started', { timeout: 60_000 }, () => {
  it('answers what is under way also when npm goes while it ends', async () => {
    using data = temporaryFolder();
    await using subgraph = await startSlowSubgraph(3_000);
    const settings = { ...settingsFor(data.path, subgraph), npm_lifecycle_event: 'gateway' };
    const script = `"${process.execPath}" gateway/main.ts & echo "it is $!"; wait`;
    await using shell = run(['-c', script], settings, 'sh');
    const [, address] = await shell.printed(READY);
    const [, pid] = await shell.printed(/it is (\d+)/);
    const headers = { 'content-type': 'application/json' };
    const underWay = fetch(`${address}/graphql`, { method: 'POST', headers, body: QUERY });
    await subgraph.asked;
    process.kill(Number(pid), 'SIGTERM');
    // Later than what passes for an echo of the same signal.
    await sleep(1_500);
    shell.child.kill('SIGKILL');
    expect((await underWay).status).toBe(200);
  });
});

describe('a process whose reader went away', () => {
  it('goes on without its log, and ends when it is told to', async () => {
    using data = temporaryFolder();
    await using users = run(['subgraphs/users/main.ts'], {
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: data.path,
      LOG_LEVEL: 'trace',
    });
    const [, address] = await users.printed(READY);
    users.child.stdout?.destroy();
    users.child.stderr?.destroy();
    // Each asks the database, which at this level is logged.
    for (let i = 0; i < 20; i++) {
      expect((await fetch(new URL('/health/ready', address))).status).toBe(200);
    }
    users.child.kill('SIGTERM');
    expect(await users.ended).toBe(0);
  });

  it.each([0, 150, 300, 450, 600])(
    'ends by itself when its supervisor dies %d ms into its start',
    async (delay) => {
      using data = temporaryFolder();
      const child = spawn(process.execPath, ['subgraphs/users/main.ts'], {
        env: {
          ...process.env,
          HOST: '127.0.0.1',
          PORT: '0',
          DATA_DIR: data.path,
          BROKER_URL: 'amqp://127.0.0.1:1',
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      const ended = once(child, 'exit');
      try {
        await sleep(delay);
        child.stdout?.destroy();
        child.stderr?.destroy();
        child.disconnect();
        expect(await Promise.race([ended, sleep(20_000, 'still runs')])).not.toBe('still runs');
      } finally {
        child.kill('SIGKILL');
      }
    },
  );
});
