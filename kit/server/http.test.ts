import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { describe, expect, it, vi } from 'vitest';
import { createLogger } from '../logger.ts';
import type { HealthChecks } from './health.ts';
import { createHttpServer, type HttpServerOptions, listen } from './http.ts';

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

describe('a request that no route takes', () => {
  const ask = async (method: string, url: string, options: object = {}) => {
    await using app = createHttpServer({ log, health: { needs: {} } });
    app.route({ method: ['GET', 'POST'], url: '/work', exposeHeadRoute: false, handler: async () => ({}) });
    app.get('/files/*', async () => ({}));
    const { statusCode, headers, body } = await app.inject({ method: method as 'GET', url, ...options });
    const error = method === 'HEAD' ? null : JSON.parse(body).errors[0];
    return { status: statusCode, allow: headers.allow, id: headers['x-request-id'], error };
  };
  const errorOf = (message: string, id: unknown) => ({
    message,
    extensions: { code: 'BAD_REQUEST', requestId: id },
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    'by its method %s is told which are',
    async (method) => {
      const { id, error, ...answer } = await ask(method, '/work?a=1');
      expect(answer).toEqual({ status: 405, allow: 'GET, POST' });
      expect(error).toEqual(errorOf(`/work takes GET and POST, not ${method}.`, id));
    },
  );

  it('by its method is told which are also where its body is nothing that is read', async () => {
    const headers = { 'content-type': 'application/xml' };
    expect(await ask('PUT', '/work', { headers, payload: '<a/>' })).toMatchObject({ status: 405 });
    expect(await ask('HEAD', '/work')).toMatchObject({ status: 405, allow: 'GET, POST' });
    expect(await ask('POST', '/health/live')).toMatchObject({
      status: 405,
      allow: 'GET, HEAD',
      error: { message: '/health/live takes GET and HEAD, not POST.' },
    });
  });

  it('by its path is told so, without an echo of all of it', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const { id, error, ...answer } = await ask(method, '/nowhere?secret=1');
      expect(answer).toEqual({ status: 404, allow: undefined });
      expect(error).toEqual(errorOf('There is nothing at /nowhere.', id));
    }
    expect((await ask('GET', `/${'x'.repeat(5_000)}`)).error.message.length).toBeLessThan(200);
    expect(await ask('GET', '/%zz')).toMatchObject({
      status: 404,
      id: expect.any(String),
      error: { extensions: { code: 'BAD_REQUEST' } },
    });
  });

  it.each(['/*x', '/:a(x', '/:a([a-z]+', '/work(', '/:', '/:work', '/*'])(
    'by its path is told so, also where that looks like a pattern: %s',
    async (path) => {
      expect(await ask('GET', path)).toMatchObject({
        status: 404,
        allow: undefined,
        error: { message: `There is nothing at ${path}.` },
      });
    },
  );

  it('by its method is told which are, however the path is written', async () => {
    expect(await ask('PUT', '/wor%6b')).toMatchObject({ status: 405, allow: 'GET, POST' });
    expect(await ask('PUT', '/files/a/b')).toMatchObject({ status: 405, allow: 'GET, HEAD' });
    expect((await ask('PUT', `/files/${'x'.repeat(5_000)}`)).error.message.length).toBeLessThan(200);
  });

  it('is left to the part of the server that has a form of its own', async () => {
    await using app = createHttpServer({ log, health: { needs: {} } });
    const part = async (own: typeof app) => {
      own.setNotFoundHandler((_, reply) => reply.code(404).send({ error: 'none' }));
    };
    app.register(part, { prefix: '/part' });
    expect((await app.inject('/part/nowhere')).json()).toEqual({ error: 'none' });
    expect((await app.inject('/nowhere')).json()).toMatchObject({ errors: [{}] });
  });
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

  const TRACE = 'a'.repeat(32);
  const IDS = `${TRACE}-${'b'.repeat(16)}`;

  it.each([
    ['the trace of a caller who names one', `00-${IDS}-01`, `00-${IDS}-01`],
    ['no trace for what is no trace context', `00-${IDS}-01x`, undefined],
    ['no trace for one that is nothing', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, undefined],
    ['no trace for one that says more than its version has', `00-${IDS}-01-more`, undefined],
    ['the trace of a later version', `cc-${IDS}-01`, `00-${IDS}-01`],
    ['the trace of a later version that says more', `01-${IDS}-01-what-the-future-will-be`, `00-${IDS}-01`],
    ['the trace of a later version with flags of its own', `01-${IDS}-fe`, `00-${IDS}-00`],
    ['no trace for a later version that goes on otherwise', `01-${IDS}-01.what`, undefined],
    ['no trace for a later version of nothing', `01-${TRACE}-${'0'.repeat(16)}-01`, undefined],
    ['no trace for the version that is none', `ff-${IDS}-01`, undefined],
  ])('names %s', async (_, traceparent, expected) => {
    const lines: string[] = [];
    const heard = createLogger('test', 'info', { write: (line: string) => void lines.push(line) });
    await using app = createHttpServer({ log: heard, health: { needs: {} } });
    app.get('/work', async ({ traceparent: handedOn }) => {
      heard.info({ handedOn }, 'working');
      return {};
    });
    await app.inject({ url: '/work', headers: { traceparent } });
    const [line] = lines.map((each) => JSON.parse(each));
    expect(line.traceId).toBe(expected && TRACE);
    expect(line.handedOn).toBe(expected);
  });
});

/** A server that answers what it was sent, after a while, and raw connections to it. */
async function startEcho(options: Partial<HttpServerOptions>) {
  const app = createHttpServer({ log, health: { needs: {} }, ...options });
  let begun = 0;
  app.addHook('onRequest', async () => {
    begun++;
  });
  app.post('/echo', async ({ rawBody }) => {
    await sleep(600);
    return { length: rawBody.length };
  });
  const { port } = new URL(await listen(app, '127.0.0.1', 0));
  const sockets: Socket[] = [];
  return {
    /** Resolves when so many requests have begun. */
    hasBegun: (count: number) => vi.waitFor(() => expect(begun).toBe(count), 10_000),
    /** Sends the beginning of a request with a body of this length. */
    begin(length: number): Socket {
      const socket = connect(Number(port), '127.0.0.1');
      sockets.push(socket);
      socket.write(
        `POST /echo HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n"`,
      );
      return socket;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await app.close();
    },
  };
}

describe('a client', () => {
  it('that does not send the whole of a request in time is answered 408, and its connection is closed', async () => {
    await using server = await startEcho({ requestTimeoutMs: 200 });
    const answer = await text(server.begin(100));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that has sent it may wait for the answer for longer', async () => {
    await using server = await startEcho({ requestTimeoutMs: 200 });
    const socket = server.begin(100);
    socket.write(`${'x'.repeat(98)}"`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [\s\S]*\{"length":100\}$/);
  });

  it('that neither sends nor reads a byte for long is left', async () => {
    await using server = await startEcho({ idleTimeoutMs: 200 });
    expect(await text(server.begin(100))).toBe('');
  });

  it('is let in while there are not too many', async () => {
    await using server = await startEcho({ maxConnections: 1 });
    const first = server.begin(100);
    await server.hasBegun(1);
    expect(await text(server.begin(100)).catch(() => '')).toBe('');
    first.write(`${'x'.repeat(98)}"`);
    expect(await text(first)).toContain('{"length":100}');
  });
});

describe('large bodies', () => {
  it('are refused while 64 MiB of them are held, but no small one', async () => {
    await using server = await startEcho({});
    const MIB = 1024 * 1024;
    const held = Array.from({ length: 64 }, () => server.begin(MIB));
    await server.hasBegun(64);
    const refused = await text(server.begin(MIB));
    expect(refused).toMatch(/^HTTP\/1\.1 503 [\s\S]*"code":"OVERLOADED"/);
    const small = server.begin(100);
    small.write(`${'x'.repeat(98)}"`);
    expect(await text(small)).toContain('{"length":100}');
    held.pop()?.destroy();
    await vi.waitFor(async () => {
      const large = server.begin(MIB);
      large.write(`${'x'.repeat(MIB - 2)}"`);
      expect(await text(large)).toContain(`{"length":${MIB}}`);
    }, 10_000);
  });
});
