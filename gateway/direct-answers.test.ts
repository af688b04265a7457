import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../kit/logger.ts';
import type { SubgraphResponse } from '../kit/server/subgraph-request.ts';
import { usageFile as usageFormat } from '../kit/telemetry/usage-file.ts';
import { plain } from '../kit/testing/response.ts';
import { createEngine, ENGINES } from './engines/create-engine.ts';
import { createGateway } from './server.ts';
import { SubgraphError } from './transports/transport.ts';
import { createTransports } from './transports/transports.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
  type Query {
    greeting(name: String! = "you"): String
    closed: String @authenticated
    failing: String
    wrong: String
    teapot: String
    surely: String!
    away: String
    none: String
  }
  type Mutation { count(by: Int = 1): Int! }
`);

const fail = (message: string, extensions: object) => () => {
  throw new GraphQLError(message, { extensions: { ...extensions } });
};

/** A gateway over one subgraph; its viewer is who the authorization header names. */
async function startGateway(engineName: (typeof ENGINES)[number], usageFile?: string) {
  const { supergraphSdl } = composeServices([{ name: 'greetings', url: 'http://greetings', typeDefs }]);
  if (!supergraphSdl) throw new Error('the schema does not compose');
  const schema = buildSubgraphSchema([{ typeDefs }]);
  const log = createLogger('test', 'silent');
  let counted = 0;
  const rootValue = {
    greeting: ({ name }: { name: string }) => `Hello, ${name}!`,
    closed: 'closed',
    failing: fail('SELECT * FROM passwords', {}),
    wrong: fail('This is of no use.', { code: 'BAD_USER_INPUT' }),
    teapot: fail('I am a teapot.', { code: 'BAD_USER_INPUT', http: { status: 418 } }),
    surely: () => null,
    count: ({ by }: { by: number }) => {
      counted += by;
      return counted;
    },
  };
  const transport = {
    name: 'greetings',
    async execute({ query, variables }: { query: string; variables?: object | undefined }) {
      if (query.includes('none')) return {};
      if (query.includes('away')) throw new SubgraphError('greetings', 'SUBGRAPH_UNAVAILABLE');
      const document = parse(query);
      return plain(
        await execute({ schema, document, rootValue, variableValues: { ...variables } }),
      ) as SubgraphResponse;
    },
    close: async () => {},
  };
  const gateway = await createGateway({
    engine: createEngine(engineName, {
      supergraphSdl,
      transports: createTransports([transport], log),
      log,
    }),
    log,
    limits: { maxDepth: 3 },
    usageFile,
    verifyToken: async (id) => (id ? { id, scopes: [] } : null),
  });
  return {
    gateway,
    async ask(payload: object, headers: Readonly<Record<string, string>> = {}, method: Method = 'POST') {
      counted = 0;
      const response = await gateway.http.inject({
        method,
        url: method === 'GET' ? `/graphql?${searchOf(payload)}` : '/graphql',
        headers: { 'content-type': 'application/json', 'x-request-id': 'one', ...headers },
        ...(method === 'POST' && { payload: JSON.stringify(payload) }),
      });
      const { date: _, ...answered } = response.headers;
      return { status: response.statusCode, headers: answered, body: response.body, counted };
    },
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}

type Method = 'POST' | 'GET';

const searchOf = (payload: object): URLSearchParams =>
  new URLSearchParams(
    Object.entries(payload).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

/** What a client sends that has sent the text before. */
const byHash = ({ query, ...rest }: { query: string }) => ({
  ...rest,
  extensions: {
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
  },
});

const REQUESTS: Readonly<Record<string, { query: string; [name: string]: unknown }>> = {
  'a query': { query: '{ greeting }' },
  variables: { query: 'query ($n: String!) { hi: greeting(name: $n) }', variables: { n: 'Ada' } },
  'a named operation': { query: 'query A { greeting } query B { __typename }', operationName: 'B' },
  introspection: { query: '{ __schema { queryType { name } } }' },
  'a mutation': { query: 'mutation { count one: count(by: 2) }' },
  'a field that the viewer may not have': { query: '{ greeting closed }' },
  'a failure to mask': { query: '{ greeting failing }' },
  'a failure to show': { query: '{ greeting wrong }' },
  'a failure that sets the status': { query: '{ greeting teapot }' },
  'a subgraph that is away': { query: '{ away }' },
  'a subgraph whose answer is none': { query: '{ none }' },
  'a null where none may be': { query: '{ greeting surely }' },
  'a name that the compiled engine leaves to the reference': { query: '{ __proto__: greeting }' },
  'a syntax error': { query: '{ greeting(' },
  'an unknown field': { query: '{ farewell }' },
  'an operation that is too deep': { query: '{ __schema { types { fields { name } } } }' },
  'a variable that is missing': { query: 'query ($n: String!) { greeting(name: $n) }' },
  'a variable that is missing, beside a field that the viewer may not have': {
    query: 'query ($n: String!) { greeting(name: $n) closed }',
  },
  'a variable of another type': {
    query: 'query ($n: String!) { greeting(name: $n) }',
    variables: { n: 1 },
  },
  'an unknown operation': { query: 'query A { greeting }', operationName: 'B' },
  'one operation of two': { query: 'query A { greeting } query B { greeting }' },
  'an empty query': { query: '' },
};

/** Those whose text is worth keeping. */
const VALID = Object.entries(REQUESTS).filter(
  ([name]) =>
    !['a syntax error', 'an unknown field', 'an operation that is too deep', 'an empty query'].includes(name),
);

/** What only Apollo Server may answer: it alone knows what extensions mean. */
const forApollo = (payload: object) => ({ extensions: {}, ...payload });

describe.each(ENGINES)('a gateway with the engine %s', (engine) => {
  it.each(Object.entries(REQUESTS))('answers %s as Apollo Server does', async (_, payload) => {
    await using graph = await startGateway(engine);
    const byApollo = await graph.ask(forApollo(payload));
    expect(await graph.ask(payload)).toEqual(byApollo);
    expect(await graph.ask(payload)).toEqual(byApollo);
  });

  it.each(Object.entries(REQUESTS))('answers %s by GET as Apollo Server does', async (_, payload) => {
    await using graph = await startGateway(engine);
    const byApollo = await graph.ask(forApollo(payload), {}, 'GET');
    expect(await graph.ask(payload, {}, 'GET')).toEqual(byApollo);
    expect(await graph.ask(payload, {}, 'GET')).toEqual(byApollo);
  });

  it.each(VALID)('answers %s by its hash as by its text', async (_, payload) => {
    await using graph = await startGateway(engine);
    const byText = await graph.ask(forApollo(payload));
    await graph.ask({ ...payload, ...byHash(payload) });
    expect(await graph.ask(byHash(payload))).toEqual(byText);
  });

  it.each([
    [
      'a name that no operation has',
      { query: 'query A { greeting }', operationName: 'B' },
      'The document holds no operation of this name.',
    ],
    [
      'one of two operations that is not named',
      { query: 'query A { greeting } mutation B { count }' },
      'The document holds several operations: operationName must say which.',
    ],
    ['a subscription', { query: 'subscription { __typename }' }, 'The graph has no subscriptions.'],
  ])('refuses %s, and says why', async (_, payload, message) => {
    await using graph = await startGateway(engine);
    const { status, body } = await graph.ask(payload);
    expect([status, JSON.parse(body)]).toEqual([
      400,
      { errors: [{ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] },
    ]);
  });

  it.each([
    [{ version: 1, sha256Hash: '0'.repeat(64) }, 'provided sha does not match query'],
    [{ version: 2, sha256Hash: '0'.repeat(64) }, 'Unsupported persisted query version'],
  ])('refuses the persisted query %j, and says why', async (persistedQuery, message) => {
    await using graph = await startGateway(engine);
    const { status, body } = await graph.ask({ query: '{ greeting }', extensions: { persistedQuery } });
    expect([status, JSON.parse(body)]).toEqual([
      400,
      { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  it('asks for the text of a hash that it does not know', async () => {
    await using graph = await startGateway(engine);
    const { body } = await graph.ask(byHash({ query: '{ hello: greeting }' }));
    expect(JSON.parse(body).errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  });

  it('answers a query that it knows without Apollo Server, also with errors', async () => {
    await using graph = await startGateway(engine);
    const queries = ['{ greeting }', '{ greeting wrong failing closed }'];
    const known = await Promise.all(queries.map((query) => graph.ask({ query })));
    graph.gateway.apollo.executeHTTPGraphQLRequest = () =>
      Promise.reject(new Error('Apollo Server was asked'));
    const again = await Promise.all(queries.map((query) => graph.ask({ query })));
    expect(again).toEqual(known);
    expect(await Promise.all(queries.map((query) => graph.ask({ query }, {}, 'GET')))).toEqual(known);
    expect(await Promise.all(queries.map((query) => graph.ask(byHash({ query }))))).toEqual(known);
    expect(await Promise.all(queries.map((query) => graph.ask(byHash({ query }), {}, 'GET')))).toEqual(known);
    expect((await graph.ask({ query: '{ hi: greeting }' })).status).toBe(500);
  });

  it('refuses a GET that a page of another origin could make a browser send', async () => {
    await using graph = await startGateway(engine);
    await graph.ask({ query: '{ greeting }' });
    const url = `/graphql?${searchOf({ query: '{ greeting }' })}`;
    const refused = await graph.gateway.http.inject({ method: 'GET', url });
    expect([refused.statusCode, refused.body]).toEqual([400, expect.stringContaining('CSRF')]);
    for (const header of ['apollo-require-preflight', 'x-apollo-operation-name']) {
      const answered = await graph.gateway.http.inject({ method: 'GET', url, headers: { [header]: 'yes' } });
      expect(answered.json()).toEqual({ data: { greeting: 'Hello, you!' } });
    }
  });

  it.each([
    'query=%7Bgreeting%7D&query=%7Bgreeting%7D',
    'query=%7Bgreeting%7D&variables=1',
    'query=%7Bgreeting%7D&variables=%7B',
    'query=%7Bgreeting%7D&variables=null',
    'query=%7Bgreeting%7D&variables=',
    'query=%7Bgreeting%7D&extensions=%7B%7D&extensions=%7B%7D',
    'extensions=%7B%22persistedQuery%22%3A1%7D',
    'query=',
    '',
  ])('leaves ?%s to Apollo Server', async (search) => {
    await using graph = await startGateway(engine);
    const url = `/graphql?${search}`;
    await graph.ask({ query: '{greeting}' });
    const { statusCode, body } = await graph.gateway.http.inject({
      method: 'GET',
      url,
      headers: { 'content-type': 'application/json' },
    });
    expect(statusCode).toBe(400);
    expect(JSON.parse(body)).not.toHaveProperty('data');
  });

  it('asks who the viewer is each time', async () => {
    await using graph = await startGateway(engine);
    const payload = { query: '{ closed }' };
    const answers = [];
    for (const headers of [{}, { authorization: 'Ada' }, {}, { authorization: 'Ada' }]) {
      const { body } = await graph.ask(payload, headers as Record<string, string>);
      answers.push(JSON.parse(body).data.closed);
    }
    expect(answers).toEqual([null, 'closed', null, 'closed']);
  });

  it('counts every request in the usage of the graph once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'usage-'));
    const file = join(folder, 'usage.json');
    {
      await using graph = await startGateway(engine, file);
      const headers = { 'apollographql-client-name': 'web' };
      for (let time = 0; time < 3; time++) await graph.ask({ query: 'query Greet { greeting }' }, headers);
      await graph.ask({ query: '{ wrong teapot }' }, headers);
      await graph.ask({ query: '{ wrong teapot }' }, headers);
    }
    const { clients } = usageFormat.parse(JSON.parse(readFileSync(file, 'utf8')));
    rmSync(folder, { recursive: true });
    const counts = clients.map(({ name, operations }) => [name, operations.map(({ count }) => count).sort()]);
    expect(counts).toEqual([['web', [2, 3]]]);
  });

  it('runs a mutation once', async () => {
    await using graph = await startGateway(engine);
    const payload = { query: 'mutation { count }' };
    await graph.ask(payload);
    expect((await graph.ask(payload)).counted).toBe(1);
  });
});
