import { Pool } from 'undici';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import type { HealthChecks } from './health.ts';
import { createHttpServer, listen } from './http.ts';

const log = createLogger('test', 'silent');

/** A server with a page that answers when the test says so, and a client that keeps one connection. */
async function startServer(health: HealthChecks = { needs: {} }) {
  const app = createHttpServer({ log, health });
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  app.get('/slow', async () => {
    started.resolve();
    await finish.promise;
    return { done: true };
  });
  const client = new Pool(await listen(app, '127.0.0.1', 0));
  const get = async (path: string) => {
    const { statusCode, headers, body } = await client.request({ path, method: 'GET' });
    return { statusCode, connection: headers.connection, body: await body.json() };
  };
  return {
    app,
    get,
    started: started.promise,
    finish: finish.resolve,
    async [Symbol.asyncDispose]() {
      await client.destroy();
      await app.close();
    },
  };
}

describe('readiness', () => {
  const up = async () => {};
  const down = () => Promise.reject(new Error('gone'));

  it('names each dependency with its state', async () => {
    await using server = await startServer({ needs: { database: up }, uses: { mail: up } });
    expect(await server.get('/health/ready')).toMatchObject({
      statusCode: 200,
      body: { status: 'up', needs: { database: 'up' }, uses: { mail: 'up' } },
    });
  });

  it('is refused while something needed is down', async () => {
    await using server = await startServer({ needs: { database: down, broker: up } });
    expect(await server.get('/health/ready')).toMatchObject({
      statusCode: 503,
      body: { status: 'down', needs: { database: 'down', broker: 'up' } },
    });
    expect(await server.get('/health/live')).toMatchObject({ statusCode: 200 });
  });

  it('stays while something used is down', async () => {
    await using server = await startServer({ needs: {}, uses: { orders: down } });
    expect(await server.get('/health/ready')).toMatchObject({
      statusCode: 200,
      body: { status: 'up', uses: { orders: 'down' } },
    });
  });

  it('counts a dependency that does not answer within 2 s as down', async () => {
    await using server = await startServer({ needs: { database: () => new Promise(() => {}) } });
    expect(await server.get('/health/ready')).toMatchObject({ statusCode: 503 });
  });
});

describe('a server that closes', () => {
  it('answers what is under way, closes the connection after it, and takes no other', async () => {
    await using server = await startServer();
    const slow = server.get('/slow');
    await server.started;
    const closed = server.app.close();
    await expect(server.get('/health/live')).rejects.toThrow(/connect ECONN(REFUSED|RESET)/);
    server.finish();
    expect(await slow).toEqual({ statusCode: 200, connection: 'close', body: { done: true } });
    await closed;
  });
});

describe('a server with a page that hands out a token', () => {
  it.each(['127.0.0.1', 'localhost', 'localhost:4000', '[::1]:4000'])('answers to %s', async (host) => {
    await using app = createHttpServer({ log, health: { needs: {} }, loopbackOnly: true });
    expect((await app.inject({ url: '/health/live', headers: { host } })).statusCode).toBe(200);
  });

  it.each(['evil.example', 'evil.example:4000', '127.0.0.1.evil.example', '192.0.2.1'])(
    'does not answer to %s, whose owner may have pointed it here',
    async (host) => {
      await using app = createHttpServer({ log, health: { needs: {} }, loopbackOnly: true });
      const response = await app.inject({ url: '/health/live', headers: { host } });
      expect(response.statusCode).toBe(421);
      expect(response.json().errors[0].message).toContain('answers to localhost only');
    },
  );
});

describe('the log', () => {
  it('names the request in every line that it causes, also after its body was read', async () => {
    const lines: string[] = [];
    const heard = createLogger('test', 'info', { write: (line: string) => void lines.push(line) });
    await using app = createHttpServer({ log: heard, health: { needs: {} } });
    app.post('/work', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      heard.info('working');
      return {};
    });
    const send = (id: string) =>
      app.inject({
        method: 'POST',
        url: '/work',
        payload: { a: 'x'.repeat(100_000) },
        headers: { 'x-request-id': id },
      });
    await Promise.all([send('one'), send('two')]);
    expect(lines.map((line) => JSON.parse(line).requestId).sort()).toEqual(['one', 'two']);
  });

  it.each([
    ['the trace of a caller who names one', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, 'a'.repeat(32)],
    ['no trace for what is no trace context', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01x`, undefined],
    ['no trace for one that is nothing', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, undefined],
  ])('names %s', async (_, traceparent, traceId) => {
    const lines: string[] = [];
    const heard = createLogger('test', 'info', { write: (line: string) => void lines.push(line) });
    await using app = createHttpServer({ log: heard, health: { needs: {} } });
    app.get('/work', async ({ traceparent: handedOn }) => {
      heard.info({ handedOn }, 'working');
      return {};
    });
    await app.inject({ url: '/work', headers: { traceparent } });
    const [line] = lines.map((each) => JSON.parse(each));
    expect(line.traceId).toBe(traceId);
    expect(line.handedOn).toBe(traceId && traceparent);
  });
});
