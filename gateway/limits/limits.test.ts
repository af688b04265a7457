import { composeServices } from '@apollo/composition';
import { type FieldNode, getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../kit/logger.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../kit/server/subgraph-request.ts';
import { createEngine } from '../engines/create-engine.ts';
import { createGateway } from '../server.ts';
import { createTransports } from '../transports/transports.ts';

const { supergraphSdl = '' } = composeServices([
  {
    name: 'library',
    url: 'http://library',
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@listSize"])
      type Query { books(ids: [ID!]): [Book] }
      type Book { id: ID title: String pages: [Page] @listSize(assumedSize: 1000) parts: [Page] }
      type Page { id: ID }
    `),
  },
]);

type Answers = (request: SubgraphRequest) => SubgraphResponse;

/** A gateway over one subgraph that answers as it is told. */
async function startGateway(answers: Answers = () => ({ data: {} }), maxAnswer?: number) {
  const log = createLogger('test', 'silent');
  const asked: SubgraphRequest[] = [];
  const transport = {
    name: 'library',
    async execute(request: SubgraphRequest) {
      asked.push(request);
      return answers(request);
    },
    close: async () => {},
  };
  const gateway = await createGateway({
    engine: createEngine('compiled', {
      supergraphSdl,
      transports: createTransports([transport], log),
      log,
      maxAnswer,
    }),
    log,
    verifyToken: async () => null,
  });
  return {
    asked,
    async ask(query: string, variables: object = {}) {
      const response = await gateway.http.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query, variables },
      });
      return { status: response.statusCode, bytes: response.body.length, ...response.json() };
    },
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}

describe('the errors of an answer', () => {
  it('are few, however many items of a variable are wrong', async () => {
    await using graph = await startGateway();
    const query = 'query ($ids: [ID!]) { books(ids: $ids) { id } }';
    for (let time = 0; time < 2; time++) {
      const { errors, bytes } = await graph.ask(query, { ids: Array(5_000).fill({}) });
      expect(errors).toHaveLength(51);
      expect(errors.at(-1).message).toContain('Too many errors processing variables');
      expect(bytes).toBeLessThan(50_000);
    }
    expect(graph.asked).toEqual([]);
  });

  it('are a thousand at most, and the last one says how many were left out', async () => {
    const errors = Array.from({ length: 2_500 }, (_, index) => ({
      message: 'no title',
      path: ['books', index, 'title'],
      extensions: { code: 'BAD_USER_INPUT' },
    }));
    await using graph = await startGateway(() => ({ data: { books: [] }, errors }));
    for (let time = 0; time < 2; time++) {
      const answer = await graph.ask('{ books { title } }');
      expect(answer.data).toEqual({ books: [] });
      expect(answer.errors).toHaveLength(1_001);
      expect(answer.errors[999].path).toEqual(['books', 999, 'title']);
      expect(answer.errors[1_000]).toEqual({
        message: 'There are 1500 more errors.',
        extensions: { code: 'TOO_MANY_ERRORS', leftOut: 1_500 },
      });
    }
  });
});

describe('a name', () => {
  const long = 'x'.repeat(1_000);
  it.each([
    `query ${long} { books { id } }`,
    `{ ${long}: books { id } }`,
    `{ ...${long} } fragment ${long} on Query { books { id } }`,
    `query ($${long}: [ID!]) { books(ids: $${long}) { id } }`,
  ])('of a thousand characters is refused: %.20s', async (query) => {
    await using graph = await startGateway();
    const answer = await graph.ask(query);
    expect(answer.status).toBe(400);
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: 'The name xxxxxxxxxxxxxxxxxxxx... has 1000 characters, and at most 128 are allowed.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      }),
    ]);
    expect(graph.asked).toEqual([]);
  });

  it('of 128 characters is let through', async () => {
    await using graph = await startGateway();
    const name = 'x'.repeat(128);
    expect((await graph.ask(`query ${name} { ${name}: __typename }`)).data).toEqual({ [name]: 'Query' });
  });
});

describe('the cost of an operation', () => {
  it('is that of lists as long as the schema says', async () => {
    await using graph = await startGateway(() => ({ data: { books: [] } }));
    const query = (list: string) =>
      `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: books { ${list} { id } }`).join(' ')} }`;
    expect((await graph.ask(query('parts'))).status).toBe(200);
    const { status, errors } = await graph.ask(query('pages'));
    expect(status).toBe(400);
    expect(errors[0].message).toContain('its cost is 1001100, and at most 250000 is answered');
    expect(graph.asked).toHaveLength(1);
  });

  it('is that of introspection too', async () => {
    await using graph = await startGateway();
    expect((await graph.ask(getIntrospectionQuery())).data.__schema.queryType).toMatchObject({
      name: 'Query',
    });
    const query = `{ __schema { types { fields { name
      ${Array.from({ length: 500 }, (_, i) => `a${i}: description`).join(' ')}
    } } } }`;
    const { status, errors } = await graph.ask(query);
    expect(status).toBe(400);
    expect(errors[0].message).toContain('its cost is');
  });
});

describe('an answer that is too large', () => {
  const books = Array.from({ length: 100 }, (_, id) => ({ id: String(id), title: 'x'.repeat(100) }));
  const TOO_LARGE = {
    data: null,
    errors: [
      {
        message: 'The answer has more than 50000 characters: ask for less of it at once.',
        extensions: { code: 'ANSWER_TOO_LARGE' },
      },
    ],
  };

  it.each([
    ['one list', '{ books { a: title b: title c: title d: title e: title f: title } }'],
    [
      'many small ones',
      `{ ${Array.from({ length: 10 }, (_, index) => `b${index}: books { title }`).join(' ')} }`,
    ],
  ])('by %s is refused with a code, without asking again', async (_, query) => {
    await using graph = await startGateway(dataFor(books), 50_000);
    expect((await graph.ask('{ books { title } }')).data.books).toHaveLength(100);
    expect(graph.asked).toHaveLength(1);
    for (const times of [2, 3]) {
      expect(await graph.ask(query)).toMatchObject({ status: 200, ...TOO_LARGE });
      expect(graph.asked).toHaveLength(times);
    }
    expect((await graph.ask('{ books { title } }')).data.books).toHaveLength(100);
  });
});

/** Answers each field of the root with the same books, under whatever names their titles are asked for. */
function dataFor(books: readonly { title: string }[]): Answers {
  return ({ query }) => {
    const [operation] = parse(query).definitions;
    const fieldsOf = (node: unknown) =>
      (node as { selectionSet: { selections: FieldNode[] } }).selectionSet.selections;
    const nameOf = ({ alias, name }: FieldNode) => (alias ?? name).value;
    const data = fieldsOf(operation).map((field) => [
      nameOf(field),
      books.map(({ title }) => Object.fromEntries(fieldsOf(field).map((each) => [nameOf(each), title]))),
    ]);
    return { data: Object.fromEntries(data) };
  };
}
