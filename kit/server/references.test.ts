import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { expect, it } from 'vitest';
import { forbidden } from '../errors.ts';
import { plain } from '../testing/response.ts';
import { isolateReferences } from './references.ts';

const typeDefs = parse('type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String }');

it('keeps a reference that is refused from taking the others away', async () => {
  const resolvers = {
    Thing: {
      __resolveReference({ id }: { id: string }) {
        if (id === '2') throw forbidden();
        return { id };
      },
      name: ({ id }: { id: string }) => `thing ${id}`,
    },
  };
  const response = plain(
    await graphql({
      schema: buildSubgraphSchema([
        { typeDefs, resolvers: isolateReferences(resolvers) as typeof resolvers },
      ]),
      source: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { name } } }',
      variableValues: { r: ['1', '2', '3'].map((id) => ({ __typename: 'Thing', id })) },
    }),
  );
  expect(response.data).toEqual({ _entities: [{ name: 'thing 1' }, null, { name: 'thing 3' }] });
  expect(response.errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'FORBIDDEN' } }]);
});
