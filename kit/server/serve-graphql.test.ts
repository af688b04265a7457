import { parse } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { badUserInput } from '../errors.ts';
import { createLogger } from '../logger.ts';
import { deriveSubgraphKey, signRequest } from '../viewer/signature.ts';
import { createSubgraphGraphQL } from './graphql.ts';
import { createSubgraphServer } from './run-subgraph.ts';

const SECRET = 'the secret of this test';
const log = createLogger('test', 'silent');
const typeDefs = parse(`
  type Query { greeting(name: String!): String, secret: Int!, refused: Int, late: [Int] }
  type Mutation { count(by: Int = 1): Int! }
`);

let counted = 0;
const graphql = createSubgraphGraphQL({
  typeDefs,
  log,
  resolvers: {
    Query: {
      greeting: (_: unknown, { name }: { name: string }) => `Hello, ${name}!`,
      secret: () => Promise.reject(new Error('SELECT * FROM passwords')),
      refused() {
        throw badUserInput('This is of no use.');
      },
      late: async () => [1, Promise.resolve(2), null],
    },
    Mutation: {
      count: (_: unknown, { by }: { by: number }) => {
        counted += by;
        return counted;
      },
    },
  },
});
await graphql.apollo.start();

const context = ({ viewer, requestId }: { viewer: null; requestId: string }) => ({ viewer, requestId, log });
const subgraph = { ...graphql, name: 'greetings', ready: async () => {}, context: context as never };
const key = deriveSubgraphKey(SECRET, 'greetings');
const keys = { subgraphKey: () => key, local: false } as never;
const app = createSubgraphServer(subgraph, keys, log);
afterAll(async () => {
  await app.close();
  await graphql.apollo.stop();
});

interface Question {
  readonly accept?: string;
  readonly payload: unknown;
  readonly signed?: boolean;
  /** Asks so that only Apollo Server may answer: of extensions it alone knows what they mean. */
  readonly byApollo?: boolean;
}

async function ask({ accept = 'application/json', payload, signed = true, byApollo }: Question) {
  counted = 0;
  const isOperation = typeof (payload as { query?: unknown }).query === 'string';
  const body = JSON.stringify(byApollo && isOperation ? { extensions: {}, ...(payload as object) } : payload);
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      accept,
      'content-type': 'application/json',
      'x-request-id': 'one',
      ...(signed && signRequest(key, body, { viewer: null }, Date.now())),
    },
    payload: body,
  });
  const { date: _, ...headers } = response.headers;
  return { status: response.statusCode, headers, body: response.body, counted };
}

const REQUESTS: Readonly<Record<string, unknown>> = {
  'a query': { query: '{ greeting(name: "Ada") }' },
  variables: { query: 'query ($n: String!) { hi: greeting(name: $n) late }', variables: { n: 'Ada' } },
  'a named operation': { query: 'query A { late } query B { __typename }', operationName: 'B' },
  'a mutation': { query: 'mutation { count one: count(by: 2) }' },
  introspection: { query: '{ __schema { queryType { name } } _service { sdl } }' },
  'a failure to mask, and one to show': { query: '{ refused }' },
  'a failure of what may not be null': { query: '{ greeting(name: "Ada") secret }' },
  'a syntax error': { query: '{ greeting(' },
  'an unknown field': { query: '{ farewell }' },
  'a variable that is missing': { query: 'query ($n: String!) { greeting(name: $n) }' },
  'a variable of another type': { query: 'mutation ($by: Int) { count(by: $by) }', variables: { by: 'two' } },
  'an unknown operation': { query: 'query A { late }', operationName: 'B' },
  'one operation of two': { query: 'query A { late } query B { late }' },
  'no query': { variables: {} },
  'an empty query': { query: '' },
  'variables that are no object': { query: '{ late }', variables: [] },
  'a batch': [{ query: '{ late }' }, { query: '{ late }' }],
  'an extension': { query: '{ late }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
  nothing: {},
};

describe('a subgraph over HTTP', () => {
  test.each(Object.entries(REQUESTS))('answers %s as Apollo Server does', async (_, payload) => {
    const answer = await ask({ payload });
    expect(answer).toEqual(await ask({ payload, byApollo: true }));
  });

  test.each([
    'application/graphql-response+json',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json;q=0.1, */*',
    'text/csv, application/json',
    'multipart/mixed, application/json',
    'text/html',
    'nonsense',
  ])('answers who accepts %s as Apollo Server does', async (accept) => {
    const payload = { query: '{ late }' };
    expect(await ask({ accept, payload })).toEqual(await ask({ accept, payload, byApollo: true }));
  });

  test('refuses a request that is not signed as Apollo Server does', async () => {
    const payload = { query: '{ late }' };
    const answer = await ask({ payload, signed: false });
    expect(answer).toEqual(await ask({ payload, signed: false, byApollo: true }));
    expect(answer.status).toBe(401);
  });

  test('is not let in with a GET by the signature of an empty body', async () => {
    const response = await app.inject({
      method: 'GET',
      url: '/graphql?query={late}',
      headers: { 'apollo-require-preflight': 'yes', ...signRequest(key, '', { viewer: null }, Date.now()) },
    });
    expect(response.statusCode).toBe(401);
  });

  test('takes all entities of a large operation at once', async () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `the name of number ${i}`);
    const payload = {
      query: 'query ($name: String!) { greeting(name: $name) }',
      variables: { name: 'Ada', names },
    };
    expect(JSON.stringify(payload).length).toBeGreaterThan(2 * 1024 * 1024);
    expect(await ask({ payload })).toMatchObject({
      status: 200,
      body: '{"data":{"greeting":"Hello, Ada!"}}\n',
    });
  });

  test('runs a valid request without Apollo Server', async () => {
    await using stopped = createSubgraphServer({ ...subgraph, apollo: stoppedApollo }, keys, log);
    const body = JSON.stringify({ query: '{ late }' });
    const headers = {
      'content-type': 'application/json',
      ...signRequest(key, body, { viewer: null }, Date.now()),
    };
    const response = await stopped.inject({ method: 'POST', url: '/graphql', headers, payload: body });
    expect(response.json()).toEqual({ data: { late: [1, 2, null] } });
  });

  test('keeps errors masked', async () => {
    const { body } = await ask({ payload: { query: '{ secret }' } });
    expect(body).toContain('INTERNAL_SERVER_ERROR');
    expect(body).not.toContain('passwords');
  });
});

/** Answers nothing but that it was asked. */
const stoppedApollo = {
  assertStarted() {},
  executeHTTPGraphQLRequest: () => Promise.reject(new Error('Apollo Server was asked')),
} as never;
