import { buildSchema, getIntrospectionQuery, graphqlSync, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { limitOperations, type OperationLimits } from './limit-operations.ts';
import { sizeOfSchema } from './measure-introspection.ts';

const schema = buildSchema(`
  type Query { users(first: Int = 20): UserConnection, node: Node, name: String }
  type Mutation { like(id: ID!): String }
  interface Node { id: ID }
  type UserConnection { edges: [UserEdge] }
  type UserEdge { node: User }
  type User implements Node { id: ID, friends(first: Int = 20): UserConnection, pets: [Pet!] }
  type Pet { id: ID, pets: [Pet] }
`);

const faults = (document: string, limits?: OperationLimits) =>
  validate(schema, parse(document), [...specifiedRules, limitOperations(limits)]).map(
    ({ message }) => message,
  );

/** Fragments of which each spreads the next one twice: 2^levels fields in a document of `levels` lines. */
function bomb(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
  );
  return `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { name }`;
}

describe('an operation', () => {
  it('of a usual size is let through', () => {
    expect(
      faults('{ users(first: 100) { edges { node { id friends(first: 20) { edges { node { id } } } } } } }'),
    ).toEqual([]);
  });

  it('that unfolds to millions of fields is refused, and takes no time to be', () => {
    const start = performance.now();
    expect(faults(bomb(40))).toEqual([
      'The operation is too large: its number of fields is 1099511627776, and at most 1000 is answered.',
    ]);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(faults(bomb(9))).toEqual([]);
  });

  it('of many aliases is refused, since each is planned', () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `a${i}: node { id }`).join(' ')} }`;
    expect(faults(aliases(500))).toEqual([]);
    expect(faults(aliases(501))).toEqual([
      'The operation is too large: its number of fields is 1002, and at most 1000 is answered.',
    ]);
  });

  it('that is too deep is refused', () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `friends(first: 1) { edges { node { ${deep(levels - 1)} } } }`;
    expect(faults(`{ users(first: 1) { edges { node { ${deep(7)} } } } }`)).toEqual([]);
    expect(faults(`{ users(first: 1) { edges { node { ${deep(8)} } } } }`)).toEqual([
      'The operation is too large: its depth is 28, and at most 25 is answered.',
    ]);
  });

  it('that asks for pages of pages of pages is refused, also when their length is a variable or left to the default', () => {
    const pages = (first: string) =>
      `${first.includes('$') ? 'query ($n: Int)' : ''} { users(first: 100) { edges { node { friends(first: 100) { edges { node { friends${first} { edges { node { id } } } } } } } } } }`;
    for (const first of ['(first: 100)', '(first: $n)', ''])
      expect(faults(pages(first)).join()).toContain('its cost is');
    expect(faults(pages('(first: 1)'))).toEqual([]);
  });

  it('with many writes is refused, so that one request is not a thousand guesses', () => {
    const likes = (count: number) =>
      `mutation { ${Array.from({ length: count }, (_, i) => `a${i}: like(id: 1)`).join(' ')} }`;
    expect(faults(likes(10))).toEqual([]);
    expect(faults(likes(11))).toEqual([
      'The operation is too large: its number of mutations is 11, and at most 10 is answered.',
    ]);
    expect(faults('{ a: name b: name c: name }', { maxMutations: 1 })).toEqual([]);
  });

  it('with a fragment within itself is refused by the specification’s rule alone', () => {
    expect(faults('{ ...F } fragment F on Query { name ...F }')).toEqual([
      'Cannot spread fragment "F" within itself.',
    ]);
  });

  it.each([
    ['as tools do', {}],
    [
      'with all that can be asked',
      { specifiedByUrl: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true },
    ],
  ])('may introspect %s, also a schema of any size', (_, options) => {
    expect(faults(getIntrospectionQuery(options))).toEqual([]);
    expect(faults(getIntrospectionQuery(options), { maxCost: 100 })).toEqual([]);
  });

  it('that introspects with many aliases is refused', () => {
    const aliases = (count: number, field: string) =>
      Array.from({ length: count }, (_, i) => `a${i}: ${field}`);
    const all = 'types { name fields { name args { name description } type { name fields { name } } } }';
    for (const query of [
      `{ __schema { ${aliases(90, all).join(' ')} } }`,
      `{ __schema { types { fields { ${aliases(500, 'description').join(' ')} } } } }`,
      `{ __schema { types { ...F } } } fragment F on __Type { ${aliases(100, 'fields { name }').join(' ')} }`,
      `query ($name: String!) { ${aliases(100, '__type(name: $name) { fields { name type { name } } }').join(' ')} }`,
    ]) {
      expect(faults(query).join()).toContain('its cost is');
    }
  });

  it('counts what introspection gives: exactly', () => {
    const values = (value: unknown): number => {
      if (typeof value !== 'object' || value === null) return 0;
      const inner = Object.values(value).reduce((sum, each) => sum + values(each), 0);
      return (Array.isArray(value) ? 0 : Object.keys(value).length) + inner;
    };
    const source = getIntrospectionQuery({
      specifiedByUrl: true,
      schemaDescription: true,
      oneOf: true,
      inputValueDeprecation: true,
      directiveIsRepeatable: true,
    });
    const { data } = graphqlSync({ schema, source });
    expect(sizeOfSchema(schema)).toBe(values(data));
  });

  it('with lists in lists is refused where they may be long', () => {
    const lists = (levels: number): string => (levels === 0 ? 'id' : `pets { ${lists(levels - 1)} }`);
    const query = (levels: number) => `{ users(first: 1) { edges { node { ${lists(levels)} } } } }`;
    expect(faults(query(5))).toEqual([]);
    expect(faults(query(6)).join()).toContain('its cost is');
    const listSizes = (type: string, field: string) => (type === 'User' && field === 'pets' ? 1_000 : 10);
    expect(faults(query(2), { listSizes })).toEqual([]);
    expect(faults(query(3), { listSizes })).toEqual([]);
    expect(faults(query(4), { listSizes }).join()).toContain('its cost is');
  });

  it('is measured through interfaces and inline fragments', () => {
    const query = '{ node { ... on User { friends(first: 50) { edges { node { id } } } } } }';
    expect(faults(query, { maxCost: 100 }).join()).toContain('its cost is');
    expect(faults(query, { maxCost: 200 })).toEqual([]);
  });
});
