import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { composeSubgraphs } from '../compose/compose-supergraph.ts';
import { parseSchema } from '../compose/subgraph-source.ts';
import { readClientOperations } from '../operations/read-operations.ts';
import { measurePlan } from './measure.ts';
import { committedPlans, planFiles, readNumbers } from './plan-files.ts';
import { createPlanner } from './planner.ts';
import { printMermaid } from './print-mermaid.ts';
import { printTree } from './print-tree.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])';

const shop = {
  users: `type Query { me: User @authenticated }
          type User @key(fields: "id") { id: ID! name: String }`,
  orders: `type Subscription { orderPlaced: Order }
           type Order @key(fields: "id") { id: ID! total: Int product: Product }
           type User @key(fields: "id") { id: ID! lastOrder: Order }
           type Product @key(fields: "id", resolvable: false) { id: ID! }`,
  products: 'type Product @key(fields: "id") { id: ID! name: String }',
  likes: 'type User @key(fields: "id") { id: ID! likes: Int }',
};

const planner = createPlanner(
  composeSubgraphs(
    Object.entries(shop).map(([name, schema]) => ({
      name,
      url: `http://${name}/graphql`,
      file: `${name}.graphql`,
      document: parseSchema(`${LINK}\n${schema}`, `${name}.graphql`),
    })),
  ).supergraphSdl,
);

const plan = (query: string) => planner.plan({ document: parse(query), name: 'Test' });

describe('the numbers of a plan', () => {
  test('one subgraph is one call and one hop', () => {
    expect(measurePlan(plan('query Test { me { id name } }'))).toEqual({ calls: 1, hops: 1, cost: 1005 });
  });

  test('subgraphs asked side by side are one hop', () => {
    const { calls, hops } = measurePlan(plan('query Test { me { likes lastOrder { total } } }'));
    expect({ calls, hops }).toEqual({ calls: 3, hops: 2 });
  });

  test('a subgraph that waits for another is a further hop', () => {
    const { calls, hops } = measurePlan(plan('query Test { me { lastOrder { product { name } } } }'));
    expect({ calls, hops }).toEqual({ calls: 3, hops: 3 });
  });

  test('a condition counts as if it held', () => {
    const { calls, hops } = measurePlan(
      plan('query Test($deep: Boolean!) { me { name likes @include(if: $deep) } }'),
    );
    expect({ calls, hops }).toEqual({ calls: 2, hops: 2 });
  });

  test('a subscription counts its event and what each event asks', () => {
    const subscription = plan('subscription Test { orderPlaced { total product { name } } }');
    expect(printTree(subscription)).toMatch(/^for each event\n├─ fetch orders\n/);
    const { calls, hops } = measurePlan(subscription);
    expect({ calls, hops }).toEqual({ calls: 2, hops: 2 });
  });

  test('introspection asks no subgraph', () => {
    expect(measurePlan(plan('query Test { __typename }'))).toEqual({ calls: 0, hops: 0, cost: 0 });
  });
});

describe('a plan for people', () => {
  const query = 'query Test { me { name likes lastOrder { product { name } } } }';

  test('is a tree with what each fetch asks', () => {
    expect(printTree(plan(query))).toBe(`in sequence
├─ fetch users
│      me {
│        __typename
│        id
│        name
│      }
└─ in parallel
   ├─ in sequence
   │  ├─ fetch orders for me, by User { id }
   │  │      ... on User {
   │  │        lastOrder {
   │  │          product {
   │  │            __typename
   │  │            id
   │  │          }
   │  │        }
   │  │      }
   │  └─ fetch products for me.lastOrder.product, by Product { id }
   │         ... on Product {
   │           name
   │         }
   └─ fetch likes for me, by User { id }
          ... on User {
            likes
          }`);
  });

  test('is a flow chart whose arrows say who waits for whom', () => {
    expect(printMermaid(plan(query))).toBe(`flowchart LR
  client([client])
  f1["users"]
  client --> f1
  f2["orders<br/>me"]
  f1 --> f2
  f3["products<br/>me.lastOrder.product"]
  f2 --> f3
  f4["likes<br/>me"]
  f1 --> f4`);
  });

  test('shows a conditional fetch with its condition', () => {
    const conditional = plan('query Test($deep: Boolean!) { me { name ... @include(if: $deep) { likes } } }');
    expect(printTree(conditional)).toContain('if $deep\n   └─ fetch likes for me, by User { id }');
    expect(printMermaid(conditional)).toContain('f1 -->|deep| f2');
  });
});

test('a supergraph with access rules can be planned, and clients do not see the rules', () => {
  expect(planner.apiSchema.getDirective('authenticated')).toBeUndefined();
});

describe('operations/plans', () => {
  test('has the plan of every operation as it is now', () => {
    const fresh = planFiles(
      readClientOperations('operations'),
      createPlanner(readFileSync('supergraph.graphql', 'utf8')),
    );
    expect(committedPlans('.'), 'run `npm run plan -- --write`').toEqual(fresh);
  });

  test('says its numbers in lines that a check can read', () => {
    expect(readNumbers('# A\ncalls 3\nhops 2\ncost 1005\n\nfetch users')).toEqual({
      calls: 3,
      hops: 2,
      cost: 1005,
    });
    expect(readNumbers('fetch users')).toBeUndefined();
  });
});
