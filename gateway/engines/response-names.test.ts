import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../kit/logger.ts';
import { plain } from '../../kit/testing/response.ts';
import { createGateway } from '../server.ts';
import { createInProcessTransport } from '../transports/in-process.ts';
import { createTransports } from '../transports/transports.ts';
import { createEngine, ENGINES } from './create-engine.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@inaccessible", "@authenticated"])`;

const USERS = [
  { __typename: 'User', id: '1', ssn: '111', badge: 'b1', email: 'ada@x', name: 'Ada' },
  { __typename: 'User', id: '2', ssn: '222', badge: 'b2', email: 'bob@x', name: 'Bob' },
];
const failing = () => {
  throw new Error('no');
};

/** Subgraphs, each with what its fields are resolved by. */
const SUBGRAPHS: Readonly<Record<string, { sdl: string; resolvers: object }>> = {
  users: {
    sdl: `${LINK}
      type Query { users: [User!]! _as_plain: String }
      type User @key(fields: "ssn") @key(fields: "badge") {
        id: ID! ssn: ID! @authenticated badge: ID! @inaccessible email: String! name: String! fails: String
        greet(text: String!): String! price(cur: String!): String!
      }`,
    resolvers: {
      Query: { users: () => USERS, _as_plain: () => 'plain' },
      User: {
        greet: (_: object, { text }: { text: string }) => text,
        price: (_: object, { cur }: { cur: string }) => `1 ${cur}`,
        fails: failing,
      },
    },
  },
  orders: {
    sdl: `${LINK}
      type User @key(fields: "badge") {
        badge: ID! @inaccessible orders: Int! broken: String
        email: String! @external mailedTo: String! @requires(fields: "email")
        price(cur: String!): String! @external shipping: String! @requires(fields: "price(cur: \\"USD\\")")
      }`,
    resolvers: {
      User: {
        __resolveReference: (user: object) => user,
        orders: ({ badge }: { badge: string }) => ({ b1: 10, b2: 20 })[badge],
        broken: failing,
        mailedTo: ({ email }: { email: string }) => email,
        shipping: ({ price }: { price: string }) => `for ${price}`,
      },
    },
  },
};

async function startGraph(engineName: (typeof ENGINES)[number]) {
  const definitions = Object.entries(SUBGRAPHS).map(([name, { sdl }]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(definitions);
  if (!supergraphSdl) throw new Error(String(errors));
  const log = createLogger('test', 'silent');
  const transports = definitions.map(({ name, typeDefs }) => {
    const resolvers = SUBGRAPHS[name]?.resolvers as never;
    const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
    return createInProcessTransport(
      name,
      async ({ query, variables }) =>
        plain(await execute({ schema, document: parse(query), variableValues: { ...variables } })),
      1_000,
    );
  });
  const engine = createEngine(engineName, {
    supergraphSdl,
    transports: createTransports(transports, log),
    log,
  });
  const gateway = await createGateway({ engine, log, verifyToken: async () => null });
  return {
    async ask(query: string) {
      const payload = { query };
      const { body } = await gateway.http.inject({ method: 'POST', url: '/graphql', payload });
      return JSON.parse(body);
    },
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}

describe.each(ENGINES)('an alias that is the name of another field, with the engine %s', (engine) => {
  it.each([
    [
      'a key of other subgraphs',
      '{ users { badge: name orders } }',
      [
        { badge: 'Ada', orders: 10 },
        { badge: 'Bob', orders: 20 },
      ],
    ],
    [
      'a hidden key',
      '{ users { id badge: name shipping } }',
      [{ id: '1', badge: 'Ada', shipping: 'for 1 USD' }],
    ],
    [
      'what another field requires',
      '{ users { email: greet(text: "eve@x") mailedTo } }',
      [{ email: 'eve@x', mailedTo: 'ada@x' }],
    ],
    ['the name of its type', '{ users { __typename: name orders } }', [{ __typename: 'Ada', orders: 10 }]],
    ['that of a type', '{ users { name: __typename orders } }', [{ name: 'User', orders: 10 }]],
    [
      'a mark of ours',
      '{ users { _as_name: id _as__as_name: name orders } }',
      [{ _as_name: '1', _as__as_name: 'Ada', orders: 10 }],
    ],
    [
      'in a fragment',
      'query { users { ...Part orders } } fragment Part on User { id: name name: id }',
      [{ id: 'Ada', name: '1', orders: 10 }],
    ],
  ])('is a field of its own: %s', async (_, query, expected) => {
    await using graph = await startGraph(engine);
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(data.users.slice(0, expected.length)).toEqual(expected);
    // In the order that it was asked in, too.
    expect(JSON.stringify(data.users[0])).toBe(JSON.stringify(expected[0]));
  });

  it('does not show what the viewer may not have', async () => {
    await using graph = await startGraph(engine);
    const { data } = await graph.ask('{ users { ssn: name orders } }');
    expect(data.users).toEqual([
      { ssn: 'Ada', orders: 10 },
      { ssn: 'Bob', orders: 20 },
    ]);
    const denied = await graph.ask('{ users { ssn orders } }');
    expect(denied.data).toBeNull();
    expect(JSON.stringify(denied)).not.toContain('111');
  });

  it('is told apart from what is required with other arguments', async () => {
    await using graph = await startGraph(engine);
    const { data } = await graph.ask('{ users { price(cur: "EUR") shipping } }');
    expect(data.users[0]).toEqual({ price: '1 EUR', shipping: 'for 1 USD' });
    const turned = await graph.ask('{ users { shipping price(cur: "EUR") } }');
    expect(turned.data.users[0]).toEqual({ price: '1 EUR', shipping: 'for 1 USD' });
  });

  it('has errors at the client’s path', async () => {
    await using graph = await startGraph(engine);
    const { errors } = await graph.ask('{ users { name: fails id: broken } }');
    const paths = errors.map(({ path }: { path: unknown[] }) => path.join('.')).sort();
    expect(paths).toEqual(['users.0.id', 'users.0.name', 'users.1.id', 'users.1.name']);
  });

  it('names what it likes in introspection', async () => {
    await using graph = await startGraph(engine);
    const query = '{ users: __typename id: __type(name: "User") { name: kind kind: name } _as_plain }';
    expect((await graph.ask(query)).data).toEqual({
      users: 'Query',
      id: { name: 'OBJECT', kind: 'User' },
      _as_plain: 'plain',
    });
  });
});
