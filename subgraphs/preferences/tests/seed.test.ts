import { expect, it } from 'vitest';
import { createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createPreferencesSubgraph } from '../index.ts';

interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly product_id: string;
  readonly theme: string;
  readonly notifications_enabled: number;
  readonly email_enabled: number;
  readonly newsletter_enabled: number;
}

const fill = ({ subgraph, database }: TestSubgraph, owners: number) =>
  subgraph.seed.atScale(database, { owners, perOwner: 0 }, () => {});

const rowsOf = ({ database }: TestSubgraph) =>
  database.rows<Row>('SELECT * FROM preferences ORDER BY LENGTH(id), id', []);

it('has one preference for each of the 1,000 users of the sample', async () => {
  await using preferences = await createTestSubgraph(createPreferencesSubgraph);
  const rows = await rowsOf(preferences);
  expect(rows).toHaveLength(1_000);
  expect(new Set(rows.map(({ user_id }) => user_id)).size).toBe(1_000);
});

it('gives each owner beyond the sample one preference, of every kind', async () => {
  await using preferences = await createTestSubgraph(createPreferencesSubgraph);
  await fill(preferences, 1_500);
  const rows = await rowsOf(preferences);
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 1_500 }, (_, i) => String(i + 1)));
  const made = rows.slice(1_000);
  expect(made.map(({ user_id }) => user_id)).toEqual(made.map(({ id }) => id));
  const products = [...new Set(made.map(({ product_id }) => Number(product_id)))];
  expect(products.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  const kinds = made.map((row) =>
    [row.theme, row.notifications_enabled, row.email_enabled, row.newsletter_enabled].join(' '),
  );
  expect(new Set(kinds).size).toBe(16);
});

it('makes the same rows in one run, in two, and when run again', async () => {
  await using atOnce = await createTestSubgraph(createPreferencesSubgraph);
  await using inSteps = await createTestSubgraph(createPreferencesSubgraph);
  await fill(atOnce, 1_500);
  for (const owners of [1_200, 1_500, 1_500, 1_100]) await fill(inSteps, owners);
  expect(await rowsOf(inSteps)).toEqual(await rowsOf(atOnce));
});
