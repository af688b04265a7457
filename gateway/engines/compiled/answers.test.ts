import { createHash } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import type { GatewayExecutionResult, GatewayExecutor } from '@apollo/server-gateway-interface';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { SubgraphRequest } from '../../../kit/server/subgraph-request.ts';
import { createCompiledEngine, plainData } from './index.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@interfaceObject", "@external", "@requires"])`;

/** Subgraphs `one` and `other`; what they answer is the test's affair, and need not be as they should. */
function compose(one: string, other: string): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'one', url: 'http://one', typeDefs: parse(`${LINK} ${one}`) },
    { name: 'other', url: 'http://other', typeDefs: parse(`${LINK} ${other}`) },
  ]);
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

const PLAIN = compose(
  'type Query { user: User users: [User] } type User @key(fields: "id") { id: ID! name: String }',
  'type Query { count(after: String): Int } type User @key(fields: "id") { id: ID! total: Int }',
);

function engineOver(supergraphSdl: string, answer: (request: SubgraphRequest, subgraph: string) => unknown) {
  const requests: SubgraphRequest[] = [];
  const engine = createCompiledEngine({
    supergraphSdl,
    transports: (name) => ({
      name,
      close: async () => {},
      execute: async (request) => {
        requests.push(request);
        return answer(request, name) as never;
      },
    }),
  });
  return {
    requests,
    async ask(query: string, variables = {}) {
      const { executor } = await engine.load({ apollo: {} });
      const document = parse(query);
      const { data, errors } = await (executor as GatewayExecutor)({
        request: { query, variables },
        document,
        operation: getOperationAST(document),
        queryHash: createHash('sha256').update(query).digest('hex'),
        context: { viewer: null, requestId: 'r1' },
      } as never);
      return { data: plainData(data), errors };
    },
  };
}

const USER = { __typename: 'User', id: '1', name: 'Ada' };
const codes = (errors: GatewayExecutionResult['errors']) => errors?.map(({ extensions }) => extensions.code);

describe('what a subgraph answers', () => {
  it('changes no other object, whatever its fields are called', async () => {
    const stray = JSON.parse(
      '{ "__proto__": { "stray": 1 }, "constructor": { "prototype": { "stray": 1 } } }',
    );
    const { ask } = engineOver(PLAIN, (_, subgraph) =>
      subgraph === 'one'
        ? { data: { user: USER, ...stray, ['__proto__']: stray } }
        : {
            data: {
              count: 3,
              _entities: [Object.assign(JSON.parse('{"__proto__":{"stray":1}}'), { total: 7 })],
            },
          },
    );
    const { data } = await ask('{ user { name total } count }');
    expect(data).toEqual({ user: { name: 'Ada', total: 7 }, count: 3 });
    expect('stray' in {}).toBe(false);
  });

  it.each([
    ['an object', { message: 'x' }],
    ['a number', 5],
    ['a list of null', [null]],
    ['an error whose path is a number', [{ message: 'x', path: 5 }]],
    ['an error whose path has an object', [{ message: 'x', path: [{}] }]],
  ])('costs its own part when its errors are %s', async (_, errors) => {
    const { ask } = engineOver(PLAIN, (_, subgraph) =>
      subgraph === 'one' ? { data: { user: USER } } : { data: { count: 3 }, errors },
    );
    const result = await ask('{ user { name } count }');
    expect(result.data).toEqual({ user: { name: 'Ada' }, count: null });
    expect(codes(result.errors)).toEqual(['SUBGRAPH_MALFORMED_RESPONSE']);
  });

  it.each([['text'], [5], [[1]], [true]])('costs its own part when its data is %j', async (data) => {
    const { ask } = engineOver(PLAIN, (_, subgraph) =>
      subgraph === 'one' ? { data: { user: USER } } : { data },
    );
    const result = await ask('{ user { name } count }');
    expect(result.data).toEqual({ user: { name: 'Ada' }, count: null });
    expect(codes(result.errors)).toEqual(['SUBGRAPH_MALFORMED_RESPONSE']);
  });

  it('does not set the status of the client’s answer', async () => {
    const error = { message: 'no', extensions: { code: 'NO', http: { status: 418 } } };
    const { ask } = engineOver(PLAIN, () => ({ data: { count: null }, errors: [error] }));
    expect((await ask('{ count }')).errors?.[0]?.extensions).toEqual({ code: 'NO', service: 'other' });
  });

  it('says of a thousand entities each what is wrong with it, at each place of it', async () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => String(index));
    const { ask } = engineOver(PLAIN, (_, subgraph) =>
      subgraph === 'one'
        ? { data: { users: [...ids, ...ids].map((id) => ({ __typename: 'User', id })) } }
        : {
            data: { _entities: ids.map(() => ({ total: null })) },
            errors: ids.map((id, index) => ({ message: `no ${id}`, path: ['_entities', index, 'total'] })),
          },
    );
    const { errors } = await ask('{ users { total } }');
    expect(errors).toHaveLength(2_000);
    expect(errors?.filter(({ message }) => message === 'no 7').map(({ path }) => path)).toEqual([
      ['users', 7, 'total'],
      ['users', 1_007, 'total'],
    ]);
  });
});

describe('an interface that a subgraph knows as one type', () => {
  const supergraph = compose(
    `type Query { media: [Media] }
     interface Media @key(fields: "id") { id: ID! title: String }
     type Disc implements Media @key(fields: "id") { id: ID! title: String }
     type Film implements Media @key(fields: "id") { id: ID! title: String }`,
    'type Media @interfaceObject @key(fields: "id") { id: ID! score: Int }',
  );

  it.each([
    '{ media { id title ... on Disc { __typename score } } }',
    '{ media { __typename id title ... on Disc { __typename score } } }',
    '{ media { id title ... on Disc { kind: __typename score } type: __typename } }',
  ])('does not hide what an object is: %s', async (query) => {
    const media = [
      { __typename: 'Disc', id: '1', title: 'Blue' },
      { __typename: 'Film', id: '2', title: 'Red' },
    ];
    const { ask } = engineOver(supergraph, ({ variables }, subgraph) =>
      subgraph === 'one'
        ? { data: { media: structuredClone(media) } }
        : {
            data: {
              _entities: ((variables?.representations ?? []) as object[]).map(() => ({
                __typename: 'Media',
                kind: 'Media',
                score: 5,
              })),
            },
          },
    );
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      media: [
        { id: '1', title: 'Blue', score: 5 },
        { id: '2', title: 'Red' },
      ],
    });
    const [disc] = (data as { media: Record<string, unknown>[] }).media;
    for (const name of ['__typename', 'kind', 'type']) expect(disc?.[name] ?? 'Disc').toBe('Disc');
  });
});

it('asks for no entity of which it has no key, but only what a field requires', async () => {
  const supergraph = compose(
    `interface Media @key(fields: "id") { id: ID! title: String }
     type Disc implements Media @key(fields: "id") { id: ID! title: String }
     type Film implements Media @key(fields: "id") { id: ID! title: String }`,
    `type Query { readers: [Reader] }
     type Reader @key(fields: "id") { id: ID! reading: Media }
     type Media @interfaceObject @key(fields: "id") {
       id: ID! title: String @external sign: String @requires(fields: "title")
     }`,
  );
  const types: Readonly<Record<string, string>> = { '1': 'Disc', '2': 'Film' };
  const { ask, requests } = engineOver(supergraph, ({ variables }, subgraph) => {
    if (!variables?.representations)
      return {
        data: { readers: Object.keys(types).map((id) => ({ reading: { __typename: 'Media', id } })) },
      };
    const asked = variables.representations as { id: string }[];
    const entity = ({ id }: { id: string }) =>
      subgraph === 'one' ? { __typename: types[id], id, title: `title ${id}` } : { sign: `sign ${id}` };
    return { data: { _entities: asked.map(entity) } };
  });
  const { data } = await ask('{ readers { reading { title ... on Film { sign } } } }');
  expect(data).toEqual({
    readers: [{ reading: { title: 'title 1' } }, { reading: { title: 'title 2', sign: 'sign 2' } }],
  });
  const sent = requests.flatMap(({ variables }) => (variables?.representations ?? []) as object[]);
  expect(sent.length).toBeGreaterThan(2);
  for (const representation of sent) expect(representation).toHaveProperty('id');
});

describe('a variable', () => {
  it.each([
    'query ($x: Boolean = true) { user @include(if: $x) { name } count }',
    'query ($x: Boolean = false) { user @skip(if: $x) { name } }',
  ])('that decides may not be null: %s', async (query) => {
    const { ask, requests } = engineOver(PLAIN, () => ({ data: { user: USER } }));
    const { data, errors } = await ask(query, { x: null });
    expect(data).toBeUndefined();
    expect(errors?.map(({ message }) => message)).toEqual([
      'Argument "if" of non-null type "Boolean!" must not be null.',
    ]);
    expect(codes(errors)).toEqual(['BAD_USER_INPUT']);
    expect(requests).toEqual([]);
  });

  it('that introspection cannot do without is asked for', async () => {
    const { ask } = engineOver(PLAIN, () => ({ data: { count: 3 } }));
    const { data, errors } = await ask(
      'query ($name: String = "User") { __type(name: $name) { name } count }',
      {
        name: null,
      },
    );
    expect(data).toEqual({ __type: null, count: 3 });
    expect(codes(errors)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['constructor', 'toString'])('named %s is sent only where it is given', async (name) => {
    const { ask, requests } = engineOver(PLAIN, () => ({ data: { count: 3 } }));
    await ask(`query ($${name}: String) { count(after: $${name}) }`);
    expect(Object.keys(requests[0]?.variables ?? {})).toEqual([]);
    await ask(`query ($${name}: String) { count(after: $${name}) }`, JSON.parse(`{ "${name}": "x" }`));
    expect(Object.entries(requests[1]?.variables ?? {})).toEqual([[name, 'x']]);
  });
});
