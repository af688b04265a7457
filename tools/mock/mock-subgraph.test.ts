import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLObjectType, type GraphQLOutputType, getNamedType, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../kit/logger.ts';
import { plain } from '../../kit/testing/response.ts';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import { createMockSubgraph } from './mock-subgraph.ts';
import { readSubgraphSchemas } from './subgraph-schemas.ts';

const SCHEMAS = readSubgraphSchemas('supergraph.graphql');

const SHOP = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { book(id: ID!): Book me: Reader books(first: Int = 20, after: String): BookConnection media: [Medium!]! }
  type Mutation { createBook(input: CreateBookInput!): CreateBookPayload }
  type Reader @key(fields: "id") { id: ID! reviews: [Review!] favourite: Book }
  type Review @key(fields: "id") { id: ID! author: Reader stars: Int! }
  type Book @key(fields: "id") { id: ID! title: String! genre: Genre! owner: Reader }
  enum Genre { NOVEL POEM }
  union Medium = Book | Record
  type Record { length: Float! tracks: [String!]! }
  type BookConnection { edges: [BookEdge!]! pageInfo: PageInfo! }
  type BookEdge { cursor: String! node: Book }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  input CreateBookInput { title: String! ownerId: ID }
  type CreateBookPayload { book: Book userErrors: [UserError!]! }
  type UserError { message: String! }
`;

async function createMock({ sdl = SHOP, seed = '1' } = {}) {
  const { apollo, context } = await createMockSubgraph(
    { name: 'shop', sdl },
    seed,
    createLogger('test', 'silent'),
  );
  return {
    async ask(query: string, variables: Record<string, unknown> = {}, viewer: Viewer | null = admin) {
      const request = { query, variables };
      const { body } = await apollo.executeOperation(request, {
        contextValue: context({ viewer, requestId: 'test' }),
      });
      return plain((body as Extract<typeof body, { kind: 'single' }>).singleResult);
    },
    [Symbol.asyncDispose]: () => apollo.stop(),
  };
}

/** Selects everything that can be had without arguments, some levels deep. */
function selectAll(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some((each) => String(each.type).endsWith('!') && each.defaultValue === undefined))
      return [];
    if (!isObjectType(getNamedType(field.type))) return field.name;
    return depth > 0 ? `${field.name} ${selectAll(field.type, depth - 1)}` : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

describe('a mock', () => {
  it.each(SCHEMAS)('of $name answers every field with a value of its type', async ({ sdl }) => {
    await using mock = await createMock({ sdl });
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
    const entities = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLObjectType => isObjectType(type) && 'id' in type.getFields(),
    );
    // One by one: fields of one name may have several types.
    for (const type of entities) {
      const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${selectAll(type, 3)} } }`;
      const response = await mock.ask(query, { all: [{ __typename: type.name, id: '7' }] });
      expect(response.errors).toBeUndefined();
      expect(response.data._entities).toMatchObject([{ __typename: type.name, id: '7' }]);
    }
    const response = await mock.ask(`query ${selectAll(schema.getQueryType() as GraphQLObjectType, 3)}`);
    expect(response.errors).toBeUndefined();
  });

  it('gives the same for the same id, wherever it is read', async () => {
    await using mock = await createMock();
    const { data } = await mock.ask('{ books(first: 3) { edges { node { id title genre } } } }');
    for (const { node } of data.books.edges) {
      const byId = await mock.ask('query ($id: ID!) { book(id: $id) { id title genre } }', { id: node.id });
      expect(byId.data.book).toEqual(node);
    }
  });

  it('knows whose a thing is from both sides', async () => {
    await using mock = await createMock();
    const { data } = await mock.ask('{ me { id reviews { id author { id } } } }', {}, customer('12'));
    expect(data.me.id).toBe('12');
    expect(data.me.reviews[0]).toEqual({ id: '1201', author: { id: '12' } });
  });

  it('pages through a list without a gap or a repetition', async () => {
    await using mock = await createMock();
    const query = `query ($after: String) {
      books(first: 30, after: $after) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }
    }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await mock.ask(query, { after });
      const books = data.books;
      expect(books.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...books.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = books.pageInfo.endCursor;
      more = books.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => String(i + 1)));
  });

  it('remembers what a mutation wrote', async () => {
    await using mock = await createMock();
    const create = `mutation { createBook(input: { title: "Mine", ownerId: "5" }) {
      book { id title owner { id } } userErrors { message }
    } }`;
    const { book, userErrors } = (await mock.ask(create)).data.createBook;
    expect(book).toMatchObject({ title: 'Mine', owner: { id: '5' } });
    expect(userErrors).toEqual([]);
    const again = await mock.ask('query ($id: ID!) { book(id: $id) { id title owner { id } } }', {
      id: book.id,
    });
    expect(again.data.book).toEqual(book);
  });

  it('chooses among the types of a union', async () => {
    const found = new Set<string>();
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      await using mock = await createMock({ seed });
      const { data } = await mock.ask(
        '{ media { __typename ... on Record { length tracks } ... on Book { genre } } }',
      );
      for (const { __typename } of data.media) found.add(__typename);
    }
    expect(found).toEqual(new Set(['Book', 'Record']));
  });
});
