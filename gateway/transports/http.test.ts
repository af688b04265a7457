import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getHeapSpaceStatistics } from 'node:v8';
import { describe, expect, it, vi } from 'vitest';
import type { SubgraphRequest } from '../../kit/server/subgraph-request.ts';
import { deriveSubgraphKey, verifyRequest } from '../../kit/viewer/signature.ts';
import { createHttpTransport, type HttpTransportOptions } from './http.ts';

const key = deriveSubgraphKey('a secret of at least 32 characters', 'users');
const request: SubgraphRequest = { query: '{ a }', viewer: { id: '1', scopes: ['x'] }, requestId: 'r1' };

type Handler = (body: string, request: IncomingMessage, response: ServerResponse) => void;

/** A subgraph's instance on a port of its own; counts the requests and the connections it got. */
async function startInstance(handle: Handler, host = '127.0.0.1', port = 0) {
  const seen = { requests: 0, connections: 0 };
  const sockets = new Set<Socket>();
  const server: Server = createServer((incoming, response) => {
    seen.requests++;
    let body = '';
    incoming.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    incoming.on('end', () => handle(body, incoming, response));
  });
  server.on('connection', (socket) => {
    seen.connections++;
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: new URL(`http://${host}:${actual}/graphql`),
    port: actual,
    seen,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

const answer =
  (data: object): Handler =>
  (_, __, response) =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));

const connectWith = (options: Pick<HttpTransportOptions, 'urls' | 'timeoutMs' | 'connections'>) => {
  const transport = createHttpTransport({ name: 'users', key, ...options });
  return { ...transport, [Symbol.asyncDispose]: transport.close };
};
const connectFor = (timeoutMs: number, ...urls: URL[]) => connectWith({ urls, timeoutMs });
const connect = (...urls: URL[]) => connectFor(300, ...urls);

/** What lives among what is old, or died there since the last full collection. */
const oldBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;

describe('the HTTP transport', () => {
  it('answers after a burst that took all its connections and a while without requests', async () => {
    await using instance = await startInstance(answer({ a: 1 }));
    await using transport = connectFor(10_000, instance.url);
    await Promise.all(Array.from({ length: 100 }, () => transport.execute(request)));
    const later = Date.now() + 10 * 60_000;
    vi.useFakeTimers({ toFake: ['Date'], now: later });
    try {
      await expect(transport.execute(request)).resolves.toEqual({ data: { a: 1 } });
    } finally {
      vi.useRealTimers();
    }
  });

  it('leaves nothing of an answered request for full garbage collections', async () => {
    const data = Array.from({ length: 200 }, (_, index) => ({ index, text: `text ${index}` }));
    await using instance = await startInstance(answer(data));
    await using transport = connectFor(10_000, instance.url);
    const keptOfEach: number[] = [];
    for (let spell = 0; spell < 9; spell++) {
      const before = oldBytes();
      for (let asked = 0; asked < 300; asked += 10) {
        await Promise.all(Array.from({ length: 10 }, () => transport.execute(request)));
      }
      keptOfEach.push((oldBytes() - before) / 300);
    }
    // The middle: what is loaded and compiled meanwhile is kept as well, and a full collection may come.
    expect(keptOfEach.toSorted((a, b) => a - b)[4]).toBeLessThan(1_000);
  });

  it('signs what it sends, with the viewer and the client’s address inside', async () => {
    let caller: unknown;
    await using instance = await startInstance((body, { headers, ...rest }, response) => {
      caller = verifyRequest(key, 'POST', body, headers, Date.now());
      answer({ a: headers['x-request-id'] ?? null })(body, { headers, ...rest } as IncomingMessage, response);
    });
    await using transport = connect(instance.url);
    expect(await transport.execute({ ...request, clientAddress: '203.0.113.7' })).toEqual({
      data: { a: 'r1' },
    });
    expect(caller).toEqual({ viewer: { id: '1', scopes: ['x'] }, clientAddress: '203.0.113.7' });
  });

  it('keeps its connections', async () => {
    await using instance = await startInstance(answer({ a: 1 }));
    await using transport = connect(instance.url);
    for (let i = 0; i < 50; i++) await transport.execute(request);
    expect(instance.seen.requests).toBe(50);
    // A second one where a request comes before the first has settled.
    expect(instance.seen.connections).toBeLessThanOrEqual(2);
  });

  it('passes an answer’s GraphQL errors on, whatever its HTTP status', async () => {
    await using instance = await startInstance((_, __, response) => {
      response.statusCode = 400;
      response.end('{"errors":[{"message":"no"}]}');
    });
    await using transport = connect(instance.url);
    expect(await transport.execute(request)).toEqual({ errors: [{ message: 'no' }] });
  });

  it('gives up after its time limit, counted over all instances', async () => {
    await using silent = await startInstance(() => {});
    await using transport = connect(silent.url, silent.url);
    const start = performance.now();
    await expect(transport.execute(request)).rejects.toMatchObject({
      code: 'SUBGRAPH_TIMEOUT',
      subgraph: 'users',
    });
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('says of every request that it gives up that the time is over, whenever it began', async () => {
    await using instance = await startInstance(() => {});
    // Undici's clock ticks every half a second: they begin all over the time between two ticks.
    await using transport = connectFor(1_400, instance.url);
    const codes: Promise<string>[] = [];
    for (let i = 0; i < 12; i++) {
      codes.push(transport.execute(request).then(String, ({ code }) => code));
      await new Promise((resolve) => setTimeout(resolve, 45));
    }
    expect(new Set(await Promise.all(codes))).toEqual(new Set(['SUBGRAPH_TIMEOUT']));
    expect(instance.seen.requests).toBe(12);
  });

  it('stops when the client goes away', async () => {
    await using silent = await startInstance(() => {});
    await using transport = connect(silent.url);
    const client = new AbortController();
    const pending = transport.execute({ ...request, signal: client.signal });
    client.abort();
    await expect(pending).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
  });

  it.each(['<html>', '[]', 'null', '{"message":"hello"}', ''])(
    'says that %s is no GraphQL answer',
    async (text) => {
      await using instance = await startInstance((_, __, response) => void response.end(text));
      await using transport = connect(instance.url);
      await expect(transport.execute(request)).rejects.toMatchObject({ code: 'SUBGRAPH_MALFORMED_RESPONSE' });
    },
  );

  it('says that nobody listens', async () => {
    const instance = await startInstance(answer({}));
    await instance.stop();
    await using transport = connect(instance.url);
    await expect(transport.execute(request)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  describe('with several instances', () => {
    it('takes them in turn', async () => {
      await using a = await startInstance(answer({ a: 1 }));
      await using b = await startInstance(answer({ a: 1 }));
      await using transport = connect(a.url, b.url);
      for (let i = 0; i < 10; i++) await transport.execute(request);
      expect([a.seen.requests, b.seen.requests]).toEqual([5, 5]);
    });

    it('answers a query from another instance when one dies before it answers, and then leaves the dead one alone', async () => {
      await using dying = await startInstance((_, { socket }) => void socket.destroy());
      await using alive = await startInstance(answer({ a: 1 }));
      await using transport = connect(dying.url, alive.url);
      for (let i = 0; i < 10; i++) expect(await transport.execute(request)).toEqual({ data: { a: 1 } });
      expect(dying.seen.requests).toBe(1);
    });

    it('takes an instance back once it answers again', async () => {
      let up = false;
      await using returning = await startInstance((body, incoming, response) =>
        up ? answer({ a: 1 })(body, incoming, response) : void incoming.socket.destroy(),
      );
      await using alive = await startInstance(answer({ a: 1 }));
      await using transport = connect(returning.url, alive.url);
      for (let i = 0; i < 4; i++) await transport.execute(request);
      up = true;
      const before = returning.seen.requests;
      await expect
        .poll(() => transport.execute(request).then(() => returning.seen.requests), { timeout: 5_000 })
        .toBeGreaterThan(before);
    });

    it('does not repeat a mutation that may have taken effect', async () => {
      await using dying = await startInstance((_, { socket }) => void socket.destroy());
      await using alive = await startInstance(answer({ a: 1 }));
      await using transport = connect(alive.url, dying.url);
      const mutation = { ...request, query: 'mutation { a }' };
      const outcomes = await Promise.allSettled([transport.execute(mutation), transport.execute(mutation)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(alive.seen.requests).toBe(1);
    });

    it('sends a mutation elsewhere when nobody listens at the first address', async () => {
      const gone = await startInstance(answer({}));
      await gone.stop();
      await using alive = await startInstance(answer({ a: 1 }));
      await using transport = connect(gone.url, alive.url);
      const mutation = { ...request, query: 'mutation { a }' };
      for (let i = 0; i < 3; i++) expect(await transport.execute(mutation)).toEqual({ data: { a: 1 } });
    });

    it('answers every query when one of two hangs, and tries that one with one query at a time', async () => {
      let hangs = true;
      await using hanging = await startInstance((body, request, response) => {
        if (!hangs) answer({ a: 'back' })(body, request, response);
      });
      await using sound = await startInstance(answer({ a: 'sound' }));
      await using transport = connectFor(600, hanging.url, sound.url);
      const ask = () => Promise.all(Array.from({ length: 8 }, () => transport.execute(request)));
      expect(await ask()).toEqual(Array.from({ length: 8 }, () => ({ data: { a: 'sound' } })));
      // It rests.
      const asked = hanging.seen.requests;
      await ask();
      expect(hanging.seen.requests).toBe(asked);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
      try {
        await ask();
        expect(hanging.seen.requests).toBe(asked + 1);
        hangs = false;
        vi.setSystemTime(Date.now() + 60_000);
        await ask();
        const answers = (await ask()).map(({ data }) => data?.a);
        expect(answers.toSorted()).toEqual([...Array(4).fill('back'), ...Array(4).fill('sound')]);
      } finally {
        vi.useRealTimers();
      }
    });

    it('spares an instance that hung the queries that waited for it and were answered by another', async () => {
      const back = Promise.withResolvers<void>();
      await using hanging = await startInstance((...given) => {
        void back.promise.then(() => answer({ a: 'back' })(...given));
      });
      await using sound = await startInstance(answer({ a: 'sound' }));
      const urls = [sound.url, hanging.url];
      await using transport = connectWith({ urls, timeoutMs: 3_000, connections: 1 });
      // It takes the one connection, and is sent to nobody else.
      const mutation = transport.execute({ ...request, query: 'mutation { a }' });
      const answers = await Promise.all(Array.from({ length: 6 }, () => transport.execute(request)));
      expect(answers).toEqual(Array.from({ length: 6 }, () => ({ data: { a: 'sound' } })));
      back.resolve();
      expect(await mutation).toEqual({ data: { a: 'back' } });
      const next = await Promise.all([transport.execute(request), transport.execute(request)]);
      expect(next.map(({ data }) => data?.a).toSorted()).toEqual(['back', 'sound']);
      expect(hanging.seen).toEqual({ requests: 2, connections: 1 });
    });

    it('sends an instance that hangs a query once, also when all others fail', async () => {
      await using hanging = await startInstance(() => {});
      await using dying = await startInstance((_, { socket }) => void socket.destroy());
      await using transport = connectFor(600, dying.url, hanging.url);
      await expect(transport.execute(request)).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
      expect([hanging.seen.requests, dying.seen.requests]).toEqual([1, 1]);
    });

    it('waits for an instance that is slow, not hung, and asks the others meanwhile', async () => {
      const slow: Handler = (...given) => setTimeout(() => answer({ a: 'slow' })(...given), 400);
      await using one = await startInstance(slow);
      await using other = await startInstance(slow);
      await using transport = connectFor(600, one.url, other.url);
      expect(await transport.execute(request)).toEqual({ data: { a: 'slow' } });
      expect(one.seen.requests + other.seen.requests).toBe(2);
    });

    it('leaves an instance alone that hangs, also where a mutation finds that out', async () => {
      await using hanging = await startInstance(() => {});
      await using alive = await startInstance(answer({ a: 1 }));
      await using transport = connect(hanging.url, alive.url);
      const outcomes: string[] = [];
      for (let i = 0; i < 10; i++) {
        outcomes.push(
          await transport.execute({ ...request, query: 'mutation { a }' }).then(
            () => 'answer',
            ({ code }) => code,
          ),
        );
      }
      expect(outcomes.filter((outcome) => outcome !== 'answer')).toEqual(['SUBGRAPH_TIMEOUT']);
      expect(hanging.seen.requests).toBe(1);
    });
  });

  describe('with a name that has several addresses', () => {
    /** A transport to a name whose addresses the test decides. */
    const connectByName = (port: number, addresses: () => readonly string[]) => {
      const transport = createHttpTransport({
        name: 'users',
        urls: [new URL(`http://users.internal:${port}/graphql`)],
        key,
        timeoutMs: 300,
        resolve: async () => addresses().map((address) => ({ address, family: 4 })),
      });
      return { ...transport, [Symbol.asyncDispose]: transport.close };
    };

    it('takes them in turn, and calls each by the name', async () => {
      const hosts: (string | undefined)[] = [];
      const named: Handler = (body, incoming, response) => {
        hosts.push(incoming.headers.host);
        answer({ a: 1 })(body, incoming, response);
      };
      await using a = await startInstance(named);
      await using b = await startInstance(named, '127.0.0.2', a.port);
      await using transport = connectByName(a.port, () => ['127.0.0.1', '127.0.0.2']);
      for (let i = 0; i < 10; i++) await transport.execute(request);
      expect([a.seen.requests, b.seen.requests]).toEqual([5, 5]);
      expect(new Set(hosts)).toEqual(new Set([`users.internal:${a.port}`]));
    });

    it('follows the name to another machine in the same request that finds the old one gone', async () => {
      const old = await startInstance(answer({ a: 'old' }));
      await using next = await startInstance(answer({ a: 'next' }), '127.0.0.2', old.port);
      let addresses = ['127.0.0.1'];
      await using transport = connectByName(old.port, () => addresses);
      expect(await transport.execute(request)).toEqual({ data: { a: 'old' } });
      addresses = ['127.0.0.2'];
      await old.stop();
      // Names are not looked up more often than this.
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await transport.execute(request)).toEqual({ data: { a: 'next' } });
      expect(next.seen.requests).toBe(1);
    });

    it('keeps the addresses it had while the name cannot be looked up', async () => {
      await using instance = await startInstance(answer({ a: 1 }));
      let addresses = ['127.0.0.1'];
      await using transport = connectByName(instance.port, () => addresses);
      await transport.execute(request);
      addresses = [];
      expect(await transport.execute(request)).toEqual({ data: { a: 1 } });
    });

    it('says that nobody is there when the name has never had an address', async () => {
      await using transport = connectByName(1, () => []);
      await expect(transport.execute(request)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    });
  });
});
