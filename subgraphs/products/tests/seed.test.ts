import { describe, expect, it } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createProductsSubgraph } from '../index.ts';

const fill = ({ subgraph, database }: TestSubgraph, owners: number) =>
  subgraph.seed.atScale(database, { owners, perOwner: 5 }, () => {});

const readLikes = (database: Database) =>
  database.rows('SELECT user_id, product_id, created_at FROM likes ORDER BY user_id, product_id', []);

const readDrift = (database: Database) =>
  database.rows(
    'SELECT id FROM products WHERE like_count <> (SELECT COUNT(*) FROM likes WHERE product_id = products.id)',
    [],
  );

describe('the seed of products', () => {
  it('keeps the count of likes equal to their rows, in the sample and at scale', async () => {
    await using products = await createTestSubgraph(createProductsSubgraph);
    expect(await readDrift(products.database)).toEqual([]);
    await fill(products, 4_000);
    expect(await readDrift(products.database)).toEqual([]);
  });

  it('gives each user beyond the sample a like or two', async () => {
    await using products = await createTestSubgraph(createProductsSubgraph);
    await fill(products, 3_000);
    const [row] = await products.database.rows<{ users: number; likes: number }>(
      'SELECT COUNT(DISTINCT user_id) AS users, COUNT(*) AS likes FROM likes WHERE LENGTH(user_id) = 4 AND user_id > ?',
      ['1000'],
    );
    expect(row?.users).toBe(2_000);
    expect(row?.likes).toBeGreaterThan(2_000);
    expect(row?.likes).toBeLessThan(3_000);
  });

  it('goes on where it ended, to the same rows as at once', async () => {
    await using twice = await createTestSubgraph(createProductsSubgraph);
    await using once = await createTestSubgraph(createProductsSubgraph);
    await fill(twice, 1_200);
    await fill(twice, 1_500);
    await fill(twice, 1_500);
    await fill(once, 1_500);
    expect(await readLikes(twice.database)).toEqual(await readLikes(once.database));
    expect(await readDrift(twice.database)).toEqual([]);
  });
});
