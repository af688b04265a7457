import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { coordinateUses } from './coordinates.ts';

const schema = buildSchema(`
  directive @slow on FIELD
  type Query { me: User, node(id: ID!): Node, search(where: Where): [Found!] }
  interface Node { id: ID! }
  type User implements Node { id: ID!, name(short: Boolean): String, region: Region }
  type Order implements Node { id: ID!, total: Int }
  union Found = User | Order
  enum Region { NORTH SOUTH }
  input Where { region: Region, not: Where, text: String }
`);

const used = (query: string, operation?: string) => [
  ...coordinateUses(schema, parse(query), operation).keys(),
];

describe('what an operation uses', () => {
  test('is its fields and arguments, and the types that it returns', () => {
    expect(used('{ me { name(short: true) } }')).toEqual([
      'Query',
      'Query.me',
      'User',
      'User.name',
      'String',
      'User.name(short:)',
    ]);
  });

  test('is found through fragments of both kinds, and only through those that it spreads', () => {
    const query = `
      query A { node(id: 1) { ...OfUser ... on Order { total } } }
      fragment OfUser on User { region }
      fragment Unused on User { name }
    `;
    expect(used(query)).toEqual(
      expect.arrayContaining(['Node', 'Order.total', 'User', 'User.region', 'Region']),
    );
    expect(used(query)).not.toContain('User.name');
  });

  test('belongs to the operation of that name', () => {
    const query = 'query A { me { id } } query B { me { name } }';
    expect(used(query, 'B')).toContain('User.name');
    expect(used(query, 'B')).not.toContain('User.id');
  });

  test('is the input fields and values that it writes', () => {
    const uses = used('{ search(where: { not: { region: NORTH } }) { __typename } }');
    expect(uses).toEqual(expect.arrayContaining(['Where.not', 'Where.region', 'Region.NORTH', 'Found']));
    expect(uses).not.toContain('Region.SOUTH');
    expect(uses).not.toContain('Where.text');
  });

  test('is everything that a variable may carry', () => {
    expect(used('query A($where: Where) { search(where: $where) { __typename } }')).toEqual(
      expect.arrayContaining([
        'Where',
        'Where.not',
        'Where.region',
        'Where.text',
        'Region.NORTH',
        'Region.SOUTH',
      ]),
    );
  });

  test('is the directives that it applies', () => {
    expect(used('{ me { id @slow } }')).toContain('@slow');
  });

  test('leaves out introspection and what the schema does not have', () => {
    expect(used('{ __schema { types { name } } me { nothing { deeper } __typename } }')).toEqual([
      'Query',
      'Query.me',
      'User',
    ]);
  });

  test('points at the nodes', () => {
    const nodes = coordinateUses(schema, parse('{ me { id } }')).get('User.id');
    expect(nodes?.map((node) => node.loc?.startToken.column)).toEqual([8]);
  });
});
