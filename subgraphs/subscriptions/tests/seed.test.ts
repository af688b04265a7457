import { expect, it } from 'vitest';
import { createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../index.ts';

interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly product_id: string;
  readonly transaction_id: string;
  readonly billing: string;
  readonly status: string;
  readonly active_user_id: string | null;
  readonly registered_at: string;
  readonly renews_at: string | null;
}

const fill = ({ subgraph, database }: TestSubgraph, owners: number) =>
  subgraph.seed.atScale(database, { owners, perOwner: 0 }, () => {});

const rowsOf = ({ database }: TestSubgraph) =>
  database.rows<Row>('SELECT * FROM subscriptions ORDER BY LENGTH(id), id', []);

it('gives each owner beyond the sample one subscription that fits together', async () => {
  await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
  await fill(subscriptions, 1_500);
  const rows = await rowsOf(subscriptions);
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 1_500 }, (_, i) => String(i + 1)));
  expect(new Set(rows.map(({ transaction_id }) => transaction_id)).size).toBe(1_500);
  const made = rows.slice(1_000);
  const products = [...new Set(made.map(({ product_id }) => Number(product_id)))];
  expect(products.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  for (const row of made) {
    expect(row.user_id).toBe(row.id);
    expect(row.active_user_id).toBe(row.status === 'ACTIVE' ? row.id : null);
    expect(row.renews_at === null).toBe(row.billing === 'PAY_PER_USE');
    if (row.renews_at !== null) expect(row.renews_at > row.registered_at).toBe(true);
  }
  expect(new Set(made.map(({ billing, status }) => `${billing} ${status}`)).size).toBe(6);
});

it('makes the same rows in one run, in two, and when run again', async () => {
  await using atOnce = await createTestSubgraph(createSubscriptionsSubgraph);
  await using inSteps = await createTestSubgraph(createSubscriptionsSubgraph);
  await fill(atOnce, 1_500);
  for (const owners of [1_200, 1_500, 1_500, 1_100]) await fill(inSteps, owners);
  expect(await rowsOf(inSteps)).toEqual(await rowsOf(atOnce));
});
