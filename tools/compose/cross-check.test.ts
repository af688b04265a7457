import { expect, test } from 'vitest';
import { crossCheck } from './cross-check.ts';
import { parseSchema, readSubgraphs, type SubgraphSource } from './subgraph-source.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable", "@external", "@provides", "@listSize"])';

const subgraph = (name: string, schema: string): SubgraphSource => ({
  name,
  url: `http://${name}/graphql`,
  file: `${name}.graphql`,
  document: parseSchema(`${LINK}\n${schema}`, `${name}.graphql`),
});

test('both composers make the same of our own graph', () => {
  expect(crossCheck(readSubgraphs('supergraph.yaml'))).toEqual([]);
});

test('both refuse a conflict of types for the same reason', () => {
  const subgraphs = [
    subgraph('users', 'type Query { me: Int @shareable }'),
    subgraph('orders', 'type Query { me: String @shareable }'),
  ];
  expect(crossCheck(subgraphs)).toEqual([]);
});

test('a schema that only one of them refuses is reported', () => {
  const subgraphs = [
    subgraph(
      'users',
      `type Query { me: User @provides(fields: "home { city }") @shareable }
       type User { home: Home @external }
       type Home { city: String @external }`,
    ),
    subgraph(
      'places',
      `type Query { me: User @shareable }
       type User { home: Home }
       type Home { city: String @shareable }`,
    ),
  ];
  expect(crossCheck(subgraphs)).toEqual(['only @apollo/composition refuses: INVALID_FIELD_SHARING']);
});

test('reasons that have nothing in common are reported', () => {
  const subgraphs = [subgraph('users', 'type Query { count: Int @listSize(assumedSize: 3) }')];
  expect(crossCheck(subgraphs)).toEqual([
    'both refuse, for other reasons: @apollo/composition LIST_SIZE_APPLIED_TO_NON_LIST; ' +
      '@theguild/federation-composition LIST_SIZE_INVALID_SIZED_FIELD',
  ]);
});
