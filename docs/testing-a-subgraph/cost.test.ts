import { expect, it } from 'vitest';
import { admin, createTestSubgraph } from '../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../../subgraphs/subscriptions/index.ts';

it.each([1, 100])('reads the subscriptions of %i users with one statement', async (count) => {
  await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
  const references = Array.from({ length: count }, (_, i) => ({ id: String(i + 1) }));
  const page = 'subscriptions(first: 3) { edges { node { billing } } }';

  const statements = await subscriptions.statements(() =>
    subscriptions.entities('User', references, page, { viewer: admin }),
  );

  expect(statements).toHaveLength(1);
});
