import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type ClientOptions, createClient, MeDocument, SignInDocument } from './index.ts';

interface Call {
  readonly body: {
    query?: string;
    variables?: object;
    extensions?: { persistedQuery: { sha256Hash: string } };
  };
  readonly headers: IncomingMessage['headers'];
  readonly at: number;
}

/** What the server answers to one call: a body with a status, a broken connection, or nothing at all. */
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'reset' | 'silence';

const ME = { data: { me: null } };
const NOT_FOUND = answerWith('PERSISTED_QUERY_NOT_FOUND');
const CREDENTIALS = { input: { login: 'a', password: 'b' } };

function answerWith(code: string): Answer {
  return { body: { errors: [{ message: code, extensions: { code } }] } };
}

/** A server that gives these answers in turn, the last one ever after, and a client of it. */
async function createDouble(answers: Answer[], options: Partial<ClientOptions> = {}) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    calls.push({ body: JSON.parse(await text(request)), headers: request.headers, at: performance.now() });
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 'silence';
    if (answer === 'silence') return;
    if (answer === 'reset') return void request.socket.destroy();
    const { status = 200, body = '', headers = {} } = answer;
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    client: createClient({ url, retryDelayMs: 20, ...options }),
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('the client', () => {
  it('names an operation by its hash alone', async () => {
    await using double = await createDouble([{ body: ME }]);
    expect(await double.client.execute(MeDocument)).toEqual({ kind: 'data', data: { me: null } });
    expect(double.calls.map(({ body }) => body)).toEqual([
      {
        operationName: 'Me',
        extensions: { persistedQuery: { version: 1, sha256Hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      },
    ]);
  });

  it('sends the text along where the server does not know the hash, even of a mutation', async () => {
    await using double = await createDouble([NOT_FOUND, { body: { data: { signIn: null } } }]);
    expect(await double.client.execute(SignInDocument, CREDENTIALS)).toMatchObject({ kind: 'data' });
    const [first, second] = double.calls.map(({ body }) => body);
    expect(first).not.toHaveProperty('query');
    expect(second).toMatchObject({ variables: CREDENTIALS, extensions: first?.extensions });
    expect(second?.query).toContain('mutation SignIn');
  });

  it('sends the text alone where the server keeps no hashes', async () => {
    await using double = await createDouble([answerWith('PERSISTED_QUERY_NOT_SUPPORTED'), { body: ME }]);
    expect(await double.client.execute(MeDocument)).toMatchObject({ kind: 'data' });
    expect(double.calls[1]?.body).toEqual({
      operationName: 'Me',
      query: expect.stringContaining('query Me'),
    });
  });

  it('gives the part that came, with what is missing and why', async () => {
    const error = {
      message: 'The service orders cannot be reached.',
      path: ['me', 'orders'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'orders', requestId: 'r-1' },
    };
    await using double = await createDouble([{ body: { data: { me: { id: '1' } }, errors: [error] } }]);
    expect(await double.client.execute(MeDocument)).toEqual({
      kind: 'partial',
      data: { me: { id: '1' } },
      errors: [
        {
          code: 'SUBGRAPH_UNAVAILABLE',
          message: 'The service orders cannot be reached.',
          path: ['me', 'orders'],
          service: 'orders',
          requestId: 'r-1',
          status: 200,
        },
      ],
    });
  });

  it('names the request by the response’s header where the error does not', async () => {
    const headers = { 'x-request-id': 'r-2' };
    const own = { message: 'Broken.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' } };
    const body = { errors: [{ message: 'Wrong.', extensions: { code: 'BAD_USER_INPUT' } }, own] };
    await using double = await createDouble([{ body, headers }]);
    const result = await double.client.execute(MeDocument);
    expect(result.kind === 'error' && result.errors.map(({ requestId }) => requestId)).toEqual([
      'r-2',
      'r-1',
    ]);
  });

  it('gives the code of a refusal', async () => {
    const body = { errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] };
    await using double = await createDouble([{ status: 401, body }]);
    const errors = [{ code: 'UNAUTHENTICATED', message: 'Sign in.', status: 401 }];
    expect(await double.client.execute(MeDocument)).toEqual({ kind: 'error', errors });
  });

  it.each(['<html>', '', '[]', 'null', '{"data":null}', '{"errors":[]}'])(
    'calls %j no GraphQL answer',
    async (body) => {
      await using double = await createDouble([{ body }]);
      expect(await double.client.execute(MeDocument)).toMatchObject({
        kind: 'error',
        errors: [{ code: 'MALFORMED_RESPONSE', status: 200 }],
      });
    },
  );

  it.each<[string, Answer]>([
    ['a broken connection', 'reset'],
    ['an overloaded server', { status: 503, body: 'busy' }],
    ['a refusal for now', { ...(answerWith('RATE_LIMITED') as object), status: 429 }],
  ])('tries a query again after %s, later each time', async (_, failure) => {
    await using double = await createDouble([failure, failure, { body: ME }]);
    expect(await double.client.execute(MeDocument)).toMatchObject({ kind: 'data' });
    const [first, second, third] = double.calls.map(({ at }) => at) as [number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(9);
    expect(third - second).toBeGreaterThanOrEqual(19);
  });

  it('waits as long as the server asks', async () => {
    await using double = await createDouble([{ status: 503, headers: { 'retry-after': '1' } }, { body: ME }]);
    expect(await double.client.execute(MeDocument)).toMatchObject({ kind: 'data' });
    expect((double.calls[1]?.at ?? 0) - (double.calls[0]?.at ?? 0)).toBeGreaterThan(990);
  });

  it('gives the answer at once where the server asks for more time than is left', async () => {
    const headers = { 'retry-after': '60', 'x-request-id': 'r-3' };
    await using double = await createDouble([
      { ...(answerWith('RATE_LIMITED') as object), status: 429, headers },
    ]);
    expect(await double.client.execute(MeDocument)).toEqual({
      kind: 'error',
      errors: [{ code: 'RATE_LIMITED', message: 'RATE_LIMITED', status: 429, requestId: 'r-3' }],
    });
    expect(double.calls).toHaveLength(1);
  });

  it('gives up after three attempts', async () => {
    await using double = await createDouble(['reset']);
    expect(await double.client.execute(MeDocument)).toMatchObject({ errors: [{ code: 'NETWORK_ERROR' }] });
    expect(double.calls).toHaveLength(3);
  });

  it.each<Answer>(['reset', { status: 503 }])('never sends a mutation again (%o)', async (failure) => {
    await using double = await createDouble([failure]);
    expect(await double.client.execute(SignInDocument, CREDENTIALS)).toMatchObject({ kind: 'error' });
    expect(double.calls).toHaveLength(1);
  });

  it('does not try again what the graph has answered', async () => {
    await using double = await createDouble([answerWith('INTERNAL_SERVER_ERROR')]);
    await double.client.execute(MeDocument);
    expect(double.calls).toHaveLength(1);
  });

  it('ends at its time limit, further attempts included', async () => {
    await using double = await createDouble(['reset', 'silence'], { timeoutMs: 2_000 });
    expect(await double.client.execute(MeDocument)).toMatchObject({ errors: [{ code: 'TIMEOUT' }] });
    expect(double.calls).toHaveLength(2);
  });

  it('makes no attempt for which no time is left, and says what the last one came to', async () => {
    const options = { retryDelayMs: 20_000, timeoutMs: 2_000 };
    await using double = await createDouble(['reset'], options);
    expect(await double.client.execute(MeDocument)).toMatchObject({ errors: [{ code: 'NETWORK_ERROR' }] });
    expect(double.calls).toHaveLength(1);
  });

  it('ends when its caller says so, before and while it waits', async () => {
    await using double = await createDouble(['silence']);
    const early = await double.client.execute(MeDocument, {}, { signal: AbortSignal.abort() });
    expect(early).toMatchObject({ errors: [{ code: 'ABORTED' }] });
    expect(double.calls).toHaveLength(0);
    const late = await double.client.execute(MeDocument, {}, { signal: AbortSignal.timeout(30) });
    expect(late).toMatchObject({ errors: [{ code: 'ABORTED' }] });
  });

  it('asks for the token before each attempt', async () => {
    const tokens = ['old', 'new'];
    const token = async () => tokens.shift() ?? null;
    await using double = await createDouble(['reset', { body: ME }], { token });
    await double.client.execute(MeDocument);
    expect(double.calls.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('ends while it waits for a token that never comes', async () => {
    const token = () => new Promise<string>(() => {});
    await using double = await createDouble([{ body: ME }], { token });
    expect(await double.client.execute(MeDocument, {}, { timeoutMs: 50 })).toMatchObject({
      errors: [{ code: 'TIMEOUT' }],
    });
    const aborted = await double.client.execute(MeDocument, {}, { signal: AbortSignal.timeout(30) });
    expect(aborted).toMatchObject({ errors: [{ code: 'ABORTED' }] });
    expect(double.calls).toHaveLength(0);
  });

  it('says that there is no token when the provider fails', async () => {
    const token = () => Promise.reject(new Error('the session is over'));
    await using double = await createDouble([{ body: ME }], { token });
    expect(await double.client.execute(MeDocument)).toEqual({
      kind: 'error',
      errors: [{ code: 'TOKEN_UNAVAILABLE', message: 'the session is over' }],
    });
    expect(double.calls).toHaveLength(0);
  });
});
