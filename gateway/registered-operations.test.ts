import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import type { InjectOptions } from 'fastify';
import { execute, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../kit/logger.ts';
import type { SubgraphRequest } from '../kit/server/subgraph-request.ts';
import { createEngine } from './engines/create-engine.ts';
import { registerOperations } from './registered-operations.ts';
import { createGateway } from './server.ts';
import { createInProcessTransport } from './transports/in-process.ts';
import { createTransports } from './transports/transports.ts';

const typeDefs = parse(
  'type Query { title(id: ID): String } type Mutation { rename(title: String!): String }',
);
const { supergraphSdl = '', schema } = composeServices([
  { name: 'books', url: 'http://books.test', typeDefs },
]);
const rootValue = { title: () => 'Emma', rename: ({ title }: { title: string }) => title };

const TITLE = '# the title\nquery Title($id: ID) { title(id: $id) }\n';
const RENAME = 'mutation Rename($title: String!) {\n  rename(title: $title)\n}';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const byHash = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

const folder = mkdtempSync(join(tmpdir(), 'tessera-operations-'));
beforeAll(() => {
  writeFileSync(join(folder, 'title.graphql'), TITLE);
  mkdirSync(join(folder, 'changes'));
  writeFileSync(join(folder, 'changes', 'rename.graphql'), RENAME);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(alone: boolean) {
  const log = createLogger('test', 'silent');
  const transport = createInProcessTransport(
    'books',
    async ({ query, variables }: SubgraphRequest) =>
      (await execute({
        schema: schema?.toGraphQLJSSchema() as never,
        document: parse(query),
        rootValue,
        variableValues: variables ?? {},
      })) as never,
    1_000,
  );
  const gateway = await createGateway({
    engine: createEngine('compiled', { supergraphSdl, transports: createTransports([transport], log), log }),
    log,
    verifyToken: async () => null,
    registered: { operations: registerOperations(folder), alone },
  });
  const send = async (request: InjectOptions) => {
    const response = await gateway.http.inject(request);
    return { status: response.statusCode, ...response.json() };
  };
  return {
    ask: (payload: object) => send({ method: 'POST', url: '/graphql', payload }),
    get: (query: Record<string, string>) =>
      send({ method: 'GET', url: '/graphql', query, headers: { 'apollo-require-preflight': 'true' } }),
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}

const REFUSED = {
  status: 400,
  errors: [
    expect.objectContaining({
      message: 'Only registered operations are answered here, and this is none of them.',
      extensions: expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_IN_LIST' }),
    }),
  ],
};
const EMMA = { status: 200, data: { title: 'Emma' } };

describe.each([true, false])('registered operations, answered alone: %s', (alone) => {
  it.each([
    ['a query, as it stands in its file', TITLE, {}, { title: 'Emma' }],
    [
      'a query, as generated clients print it',
      'query Title($id: ID) {\n  title(id: $id)\n}',
      {},
      { title: 'Emma' },
    ],
    ['a mutation of a folder within', RENAME, { title: 'Persuasion' }, { rename: 'Persuasion' }],
  ])('are known by their hash from the start: %s', async (_, text, variables, data) => {
    await using graph = await start(alone);
    for (let i = 0; i < 3; i++) {
      expect(await graph.ask({ ...byHash(hashOf(text)), variables })).toEqual({ status: 200, data });
    }
  });

  it('are answered by their text, also where it is laid out otherwise', async () => {
    await using graph = await start(alone);
    const otherwise = 'query Title(\n$id:ID\n){title(id:$id)}';
    for (const query of [TITLE, otherwise, otherwise]) expect(await graph.ask({ query })).toEqual(EMMA);
    expect(await graph.get({ query: otherwise })).toEqual(EMMA);
    expect(await graph.ask({ query: otherwise, ...byHash(hashOf(otherwise)) })).toEqual(EMMA);
    expect(await graph.ask(byHash(hashOf(otherwise)))).toEqual(EMMA);
  });

  it('have no hash that nobody sent', async () => {
    await using graph = await start(alone);
    expect(await graph.ask(byHash(hashOf('{ title }')))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
  });
});

describe('a gateway that answers registered operations alone', () => {
  it.each([
    ['another', '{ title }'],
    ['one that has more than one of them', `${TITLE} query Other { title }`],
    ['introspection', '{ __schema { types { name } } }'],
    ['what is not GraphQL', '{ title'],
    ['what is too long to be looked at', `{ ${'title '.repeat(10_001)} }`],
    ['nothing', ''],
  ])('refuses %s', async (_, query) => {
    await using graph = await start(true);
    expect(await graph.ask({ query })).toEqual(REFUSED);
    expect(await graph.ask({ query, ...byHash(hashOf(query)) })).toEqual(REFUSED);
    expect(await graph.get({ query })).toEqual(REFUSED);
    expect(await graph.ask([{ query: TITLE }, { query }])).toEqual(REFUSED);
    expect(await graph.ask(byHash(hashOf(query)))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
  });

  it('leaves to others what is wrong with a request', async () => {
    await using graph = await start(true);
    expect(await graph.ask({})).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(await graph.ask({ query: 7 })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

it('any other operation is answered where not only these are', async () => {
  await using graph = await start(false);
  expect(await graph.ask({ query: '{ title }' })).toEqual(EMMA);
});
