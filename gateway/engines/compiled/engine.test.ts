import { createHash } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import type { GatewayExecutionResult, GatewayInterface } from '@apollo/server-gateway-interface';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { SubgraphRequest, SubgraphResponse } from '../../../kit/server/subgraph-request.ts';
import { createCompiledEngine, type EngineEvents, plainData, stringifyResult } from './index.ts';

const { supergraphSdl = '' } = composeServices([
  {
    name: 'users',
    url: 'http://users.test',
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Query { users: [User!]! first: User }
      type User @key(fields: "id") { id: ID! name: String pets: [Pet] }
      type Pet { name: String owner: User }
    `),
  },
  {
    name: 'orders',
    url: 'http://orders.test',
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type User @key(fields: "id") { id: ID! total: Int last: Order }
      type Order { id: ID! user: User }
    `),
  },
]);

const USERS = [
  { __typename: 'User', id: '1', name: 'Ada' },
  { __typename: 'User', id: '2', name: 'Grace' },
  { __typename: 'User', id: '1', name: 'Ada' },
];

type Answers = (request: SubgraphRequest, subgraph: string) => SubgraphResponse;

function engineOver(
  answers: Answers,
  options: { events?: EngineEvents; fallback?: () => GatewayInterface; maxBytes?: number } = {},
) {
  const requests: { subgraph: string; request: SubgraphRequest }[] = [];
  const engine = createCompiledEngine({
    supergraphSdl,
    ...options,
    transports: (name) => ({
      name,
      close: async () => {},
      execute: async (request) => {
        requests.push({ subgraph: name, request });
        return structuredClone(answers(request, name));
      },
    }),
  });
  const ask = async (
    query: string,
    context: object = {},
    variables = {},
  ): Promise<GatewayExecutionResult> => {
    const { executor } = await engine.load({ apollo: {} });
    const document = parse(query);
    return executor?.({
      request: { query, variables },
      document,
      operation: getOperationAST(document),
      queryHash: createHash('sha256').update(query).digest('hex'),
      context: { viewer: null, requestId: 'r1', ...context },
    } as never) as Promise<GatewayExecutionResult>;
  };
  return { ask, requests, stop: async () => engine.stop() };
}

const answers: Answers = ({ variables }, subgraph) =>
  subgraph === 'users'
    ? { data: { users: USERS, first: USERS[0] } }
    : {
        data: {
          _entities: ((variables?.representations ?? []) as { id: string }[]).map(({ id }) => ({
            total: Number(id) * 10,
          })),
        },
      };

describe('the compiled engine', () => {
  test('writes fields in the order of the operation, whichever subgraph gave them', async () => {
    const { ask } = engineOver(answers);
    const result = await ask('{ users { total alias: name id } }');
    // The mock answers with plain names, so the alias stays empty.
    const data =
      '{"users":[{"total":10,"alias":null,"id":"1"},{"total":20,"alias":null,"id":"2"},' +
      '{"total":10,"alias":null,"id":"1"}]}';
    expect(JSON.stringify(result.data)).toBe(data);
    expect(plainData(result.data)).toEqual(JSON.parse(data));
    expect(stringifyResult(result as never)).toBe(`{"data":${data}}\n`);
    // What was sent is not kept.
    expect(() => plainData(result.data)).toThrow('sent already');
  });

  test('asks for an entity once, however often it stands in the answer', async () => {
    const { ask, requests } = engineOver(answers);
    await ask('{ users { total } first { total } }');
    expect(requests.map(({ subgraph }) => subgraph)).toEqual(['users', 'orders']);
    expect(requests[1]?.request.variables).toEqual({
      representations: [
        { __typename: 'User', id: '1' },
        { __typename: 'User', id: '2' },
      ],
    });
  });

  test.each([
    ['another value', [{ name: 'Rex' }]],
    ['another length', [{ name: 'Tom' }, { name: 'Rex' }]],
    ['null instead', null],
    ['a null item', [null]],
    ['less', [{}]],
    ['more', [{ name: 'Tom', owner: { __typename: 'User', id: '2' } }]],
  ])('keeps apart what a subgraph says differently of one entity: %s', async (_, pets) => {
    const users = [
      { __typename: 'User', id: '1', pets: [{ name: 'Tom' }] },
      { __typename: 'User', id: '1', pets },
      { __typename: 'User', id: '1', pets: [{ name: 'Tom' }] },
    ];
    const { ask } = engineOver((request, subgraph) =>
      subgraph === 'users' ? { data: { users } } : answers(request, subgraph),
    );
    const result = await ask('{ users { pets { name owner { __typename id } } total } }');
    const expected = (given: typeof pets) =>
      given?.map((pet) => pet && { name: null, owner: null, ...pet }) ?? null;
    expect(plainData(result.data)).toEqual({
      users: users.map((each) => ({ pets: expected(each.pets), total: 10 })),
    });
  });

  test('asks once for what entities further down are said to be, where one is said to be the same twice', async () => {
    const pets = [{ name: 'Tom', owner: { __typename: 'User', id: '2' } }];
    const users = [1, 2, 3].map(() => ({ __typename: 'User', id: '1', pets }));
    const { ask, requests } = engineOver((request, subgraph) =>
      subgraph === 'users' ? { data: { users } } : answers(request, subgraph),
    );
    const result = await ask('{ users { total pets { name owner { total } } } }');
    const user = { total: 10, pets: [{ name: 'Tom', owner: { total: 20 } }] };
    expect(plainData(result.data)).toEqual({ users: [user, user, user] });
    expect(requests.map(({ request }) => request.variables ?? {})).toEqual([
      {},
      {
        representations: [
          { __typename: 'User', id: '1' },
          { __typename: 'User', id: '2' },
        ],
      },
    ]);
  });

  test('reports a value that is none of its type at every place that the entity stands at', async () => {
    const { ask } = engineOver((request, subgraph) =>
      subgraph === 'users'
        ? answers(request, subgraph)
        : { data: { _entities: [{ total: 'much' }, { total: 20 }] } },
    );
    const result = await ask('{ users { total } }');
    expect(plainData(result.data)).toEqual({ users: [{ total: null }, { total: 20 }, { total: null }] });
    expect(result.extensions?.valueCompletion).toMatchObject([
      { path: ['users', 0, 'total'] },
      { path: ['users', 2, 'total'] },
    ]);
  });

  test('reports an entity’s error at every place that the entity stands at', async () => {
    const { ask } = engineOver((request, subgraph) =>
      subgraph === 'users'
        ? answers(request, subgraph)
        : {
            data: { _entities: [{ total: null }, { total: 20 }] },
            errors: [
              { message: 'no total', path: ['_entities', 0, 'total'], extensions: { code: 'TEAPOT' } },
            ],
          },
    );
    const { errors } = await ask('{ users { total } }');
    expect(errors?.map(({ path }) => path)).toEqual([
      ['users', 0, 'total'],
      ['users', 2, 'total'],
    ]);
    expect(errors?.[0]?.extensions).toEqual({ code: 'TEAPOT', service: 'orders' });
  });

  test('sends nothing more once the client has gone away', async () => {
    const controller = new AbortController();
    const { ask, requests } = engineOver((request, subgraph) => {
      controller.abort();
      return answers(request, subgraph);
    });
    const { errors } = await ask('{ users { total } }', { signal: controller.signal });
    expect(requests.map(({ subgraph }) => subgraph)).toEqual(['users']);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'REQUEST_ABORTED', service: 'orders' },
    ]);
  });

  test('does not ask a subgraph for what conditions leave out, nor plan the same conditions twice', async () => {
    const compiled: unknown[] = [];
    const { ask, requests } = engineOver(answers, { events: { compiled: (event) => compiled.push(event) } });
    const query = 'query Q($with: Boolean!) { first { id total @include(if: $with) } }';
    for (const choice of [false, true, false, true]) await ask(query, {}, { with: choice });
    expect(requests.map(({ subgraph }) => subgraph)).toEqual([
      'users',
      'users',
      'orders',
      'users',
      'users',
      'orders',
    ]);
    expect(compiled).toHaveLength(2);
  });

  test('keeps sixteen programs of an operation, and no others for it', async () => {
    let compiled = 0;
    const { ask } = engineOver(answers, { events: { compiled: () => compiled++ } });
    const names = ['a', 'b', 'c', 'd', 'e'];
    const query = `query (${names.map((each) => `$${each}: Boolean!`)}) {
      ${names.map((each) => `${each}: first @include(if: $${each}) { id }`).join(' ')} here: __typename
    }`;
    const choose = (choice: number) =>
      ask(query, {}, Object.fromEntries(names.map((each, index) => [each, (choice >> index) % 2 === 1])));
    await ask('{ first { name } }');
    for (let choice = 0; choice < 32; choice++) await choose(choice);
    expect(compiled).toBe(33);
    for (const choice of [16, 31]) await choose(choice);
    await ask('{ first { name } }');
    expect(compiled).toBe(33);
    expect(Object.keys(plainData((await choose(1)).data) as object)).toEqual(['a', 'here']);
    expect(compiled).toBe(34);
  });

  test('keeps programs by what they take, and none that takes more than its share', async () => {
    const compiled: unknown[] = [];
    const events: EngineEvents = { compiled: ({ operationName }) => compiled.push(operationName) };
    const { ask } = engineOver(answers, { events, maxBytes: 2 ** 20 });
    const fields = (count: number) =>
      Array.from({ length: count }, (_, index) => `f${index}: name`).join(' ');
    const large = (name: string) => ask(`query ${name} { first { ${fields(25)} } }`);
    for (const name of ['A', 'B', 'A', 'B']) await large(name);
    expect(compiled.splice(0)).toEqual(['A', 'B']);
    for (const name of ['C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']) await large(name);
    await large('J');
    await large('A');
    expect(compiled.splice(0)).toEqual(['C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'A']);
    for (let time = 0; time < 2; time++) await ask(`query Huge { first { ${fields(40)} } }`);
    expect(compiled).toEqual(['Huge', 'Huge']);
  });

  test('refuses a variable of the wrong type, and asks nobody', async () => {
    const { ask, requests } = engineOver(answers);
    const { errors, data } = await ask(
      'query Q($with: Boolean!) { first { id @skip(if: $with) } }',
      {},
      { with: 'x' },
    );
    expect(errors?.[0]?.message).toContain('Variable "$with" got invalid value "x"');
    expect([data, requests]).toEqual([undefined, []]);
  });

  test('answers introspection from the schema that clients see', async () => {
    const { ask, requests } = engineOver(answers);
    const { data } = await ask('{ __type(name: "Order") { fields { name } } here: __typename }');
    expect(plainData(data)).toEqual({
      __type: { fields: [{ name: 'id' }, { name: 'user' }] },
      here: 'Query',
    });
    expect(requests).toEqual([]);
  });

  test('leaves a name that JavaScript keeps for itself to the reference engine, and says so', async () => {
    const fellBack: unknown[] = [];
    const reference = {
      load: async () => ({ executor: async () => ({ data: { from: 'reference' } }) }),
      stop: async () => {},
    } as unknown as GatewayInterface;
    const { ask } = engineOver(answers, {
      events: { fellBack: (event) => fellBack.push(event) },
      fallback: () => reference,
    });
    const { data } = await ask('query Q { first { __proto__: id } }');
    expect(data).toEqual({ from: 'reference' });
    expect(fellBack).toEqual([{ operationName: 'Q', reason: 'a field named __proto__' }]);
  });

  test('loads the reference engine anew when that has failed, and stops also while it fails', async () => {
    const failures = [new Error('not now'), new Error('nor now')];
    const reference = {
      async load() {
        const failure = failures.shift();
        if (failure) throw failure;
        return { executor: async () => ({ data: { from: 'reference' } }) };
      },
      stop: async () => {},
    } as unknown as GatewayInterface;
    const { ask, stop } = engineOver(answers, { fallback: () => reference });
    const query = '{ first { __proto__: id } }';
    await expect(ask(query)).rejects.toThrow('not now');
    await stop();
    const failing = expect(ask(query)).rejects.toThrow('nor now');
    await stop();
    await failing;
    expect(await ask(query)).toEqual({ data: { from: 'reference' } });
    await stop();
  });
});
