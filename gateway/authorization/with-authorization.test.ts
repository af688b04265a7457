import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../kit/logger.ts';
import { errorCodes, plain } from '../../kit/testing/response.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import { createEngine } from '../engines/create-engine.ts';
import { createGateway } from '../server.ts';
import { createInProcessTransport } from '../transports/in-process.ts';
import { createTransports } from '../transports/transports.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])
  type Query {
    open: String
    closed: String @authenticated
    secret: String @requiresScopes(scopes: [["read", "audit"], ["admin"]])
    book: Book
    books: [Book!]
    shelf: [Book]
    media: [Media]
    vault: Vault
    any: [Work]
  }
  union Work = Book | Film
  interface Media { title: String }
  type Book implements Media {
    title: String
    isbn: String @authenticated
    margin: String! @requiresScopes(scopes: [["admin"]])
    author: Author!
  }
  type Film implements Media { title: String, isbn: String, studio: Studio! }
  type Studio { name: String, pay: String }
  type Author { name: String, pay: String @requiresScopes(scopes: [["admin"]]), salary: String! @requiresScopes(scopes: [["admin"]]) }
  type Vault @requiresScopes(scopes: [["admin"]]) { gold: Int }
`);

const book = (title: string) => ({
  __typename: 'Book',
  title,
  isbn: '1',
  margin: '9',
  author: { name: 'Ann', pay: '7', salary: '5' },
});
const film = { __typename: 'Film', title: 'F', isbn: 'Book', studio: { name: 'S', pay: '3' } };
const rootValue = {
  open: 'open',
  closed: 'closed',
  secret: 'secret',
  book: book('A'),
  books: [book('A'), book('B')],
  shelf: [book('A'), null, book('B')],
  media: [film, book('A')],
  any: [film, book('A')],
  vault: { gold: 1 },
};

async function startGraph() {
  const schema = buildSubgraphSchema([{ typeDefs }]);
  const asked: string[] = [];
  const { supergraphSdl } = composeServices([{ name: 'library', url: 'http://library', typeDefs }]);
  if (!supergraphSdl) throw new Error('the schema does not compose');
  const log = createLogger('test', 'silent');
  const transport = createInProcessTransport(
    'library',
    async ({ query }) => {
      asked.push(query);
      return plain(await execute({ schema, document: parse(query), rootValue }));
    },
    1_000,
  );
  const transports = createTransports([transport], log);
  const engine = createEngine(process.env.ENGINE === 'apollo' ? 'apollo' : 'compiled', {
    supergraphSdl,
    transports,
    log,
  });
  const { apollo } = await createGateway({ engine, log, verifyToken: async () => null });
  return {
    asked,
    async ask(query: string, viewer: Viewer | null, operationName?: string) {
      const request = { query, ...(operationName && { operationName }) };
      const { body } = await apollo.executeOperation(request, {
        contextValue: { viewer, requestId: 'test' },
      });
      return plain(body.kind === 'single' ? body.singleResult : {});
    },
  };
}

const someone: Viewer = { id: '1', scopes: [] };
const reader: Viewer = { id: '2', scopes: ['read', 'audit'] };
const admin: Viewer = { id: '3', scopes: ['admin'] };

describe('access rules', () => {
  it('null a field that needs a viewer, say so at its path, and never ask the subgraph for it', async () => {
    const { ask, asked } = await startGraph();
    expect(await ask('{ open closed }', null)).toEqual({
      data: { open: 'open', closed: null },
      errors: [
        {
          message: 'Sign in first: a valid bearer token is needed.',
          path: ['closed'],
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
    expect(asked.join()).not.toContain('closed }');
    expect(await ask('{ open closed }', someone)).toEqual({ data: { open: 'open', closed: 'closed' } });
  });

  it('refuse nothing where nothing was run, since a variable is wrong', async () => {
    const { ask } = await startGraph();
    const answer = await ask('query ($isOpen: Boolean!) { open @include(if: $isOpen) closed }', null);
    expect(answer).toEqual({
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })],
    });
  });

  it('take one of several sets of scopes, and all scopes of a set', async () => {
    const { ask } = await startGraph();
    const secretFor = async (viewer: Viewer | null) => (await ask('{ secret }', viewer)).data.secret;
    expect(await secretFor(reader)).toBe('secret');
    expect(await secretFor(admin)).toBe('secret');
    expect(await secretFor({ id: '4', scopes: ['read'] })).toBeNull();
    expect(errorCodes(await ask('{ secret }', someone))).toEqual(['FORBIDDEN']);
  });

  it('keep the variants of one document apart', async () => {
    const { ask } = await startGraph();
    const query = '{ closed secret }';
    expect((await ask(query, null)).data).toEqual({ closed: null, secret: null });
    expect((await ask(query, admin)).data).toEqual({ closed: 'closed', secret: 'secret' });
    expect((await ask(query, someone)).data).toEqual({ closed: 'closed', secret: null });
    expect((await ask(query, null)).data).toEqual({ closed: null, secret: null });
  });

  it('leave the answer’s keys in the order of the operation', async () => {
    const { ask } = await startGraph();
    const { data } = await ask('{ secret open c: closed book { isbn title } }', null);
    expect(JSON.stringify(data)).toBe(
      '{"secret":null,"open":"open","c":null,"book":{"isbn":null,"title":"A"}}',
    );
  });

  it('let the null of a field that cannot be null take its parent along', async () => {
    const { ask } = await startGraph();
    expect((await ask('{ book { title margin } }', reader)).data).toEqual({ book: null });
    expect((await ask('{ book { title author { name salary } } }', reader)).data).toEqual({ book: null });
    expect((await ask('{ open books { title margin } }', reader)).data).toEqual({
      open: 'open',
      books: null,
    });
    const shelf = await ask('{ shelf { title margin } }', reader);
    expect(shelf.data).toEqual({ shelf: [null, null, null] });
    expect(shelf.errors).toMatchObject([{ path: ['shelf', 0, 'margin'], extensions: { code: 'FORBIDDEN' } }]);
  });

  it('follow fragments, aliases and interfaces', async () => {
    const { ask } = await startGraph();
    const query = `{ media { title ... on Book { number: isbn } ... on Film { number: isbn } } book { ...Parts } }
      fragment Parts on Book { isbn again: isbn }`;
    const { data, errors } = await ask(query, null);
    // The film's own number, under the same key, happens to be the name of the other type.
    expect(data.media).toEqual([
      { title: 'F', number: 'Book' },
      { title: 'A', number: null },
    ]);
    expect(data.book).toEqual({ isbn: null, again: null });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['media', 1, 'number'],
      ['book', 'isbn'],
      ['book', 'again'],
    ]);
  });

  it('keep apart what two types have under one key, however deep the denied field is', async () => {
    const { ask } = await startGraph();
    const query = '{ any { ... on Book { x: author { pay } } ... on Film { x: studio { pay } } } }';
    expect((await ask(query, reader)).data).toEqual({ any: [{ x: { pay: '3' } }, { x: { pay: null } }] });
  });

  it('leave no trace in the answer of how they were enforced', async () => {
    const { ask } = await startGraph();
    const query =
      '{ media { title ... on Book { isbn } ... on Book { isbn title } } book { ... on Media { title } isbn } }';
    expect((await ask(query, null)).data).toEqual({
      media: [{ title: 'F' }, { title: 'A', isbn: null }],
      book: { title: 'A', isbn: null },
    });
  });

  it('guard every way to a protected type', async () => {
    const { ask, asked } = await startGraph();
    expect((await ask('{ vault { gold } }', someone)).data).toEqual({ vault: null });
    expect((await ask('{ open ... on Query { vault { __typename } } }', someone)).data).toEqual({
      open: 'open',
      vault: null,
    });
    expect(asked.join()).not.toContain('gold');
    expect((await ask('{ vault { gold } }', admin)).data).toEqual({ vault: { gold: 1 } });
  });

  it('hold for each operation of a document by itself', async () => {
    const { ask } = await startGraph();
    const document = 'query A { open } query B { closed }';
    expect(await ask(document, null, 'A')).toEqual({ data: { open: 'open' } });
    expect(errorCodes(await ask(document, null, 'B'))).toEqual(['UNAUTHENTICATED']);
  });

  it('skip what @skip and @include leave out', async () => {
    const { ask } = await startGraph();
    const response = await ask('{ open closed @skip(if: true) }', null);
    expect(response).toEqual({ data: { open: 'open' } });
  });

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'touch nothing that a response lacks, were it named %s',
    async (name) => {
      const { ask } = await startGraph();
      const query = `{ open book { title ${name}: margin @skip(if: true) } }`;
      expect(await ask(query, null)).toEqual({ data: { open: 'open', book: { title: 'A' } } });
      const deep = `{ open ${name}: book @skip(if: true) { hasOwnProperty: isbn } }`;
      expect(await ask(deep, null)).toEqual({ data: { open: 'open' } });
      expect(Object.prototype.hasOwnProperty).toBeTypeOf('function');
    },
  );

  it('leave introspection alone', async () => {
    const { ask } = await startGraph();
    expect((await ask('{ __typename __schema { queryType { name } } }', null)).data).toEqual({
      __typename: 'Query',
      __schema: { queryType: { name: 'Query' } },
    });
  });
});
