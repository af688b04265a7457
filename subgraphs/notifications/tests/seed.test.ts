import { describe, expect, it } from 'vitest';
import { createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';

const fill = ({ subgraph, database }: TestSubgraph, owners: number, perOwner: number) =>
  subgraph.seed.atScale(database, { owners, perOwner }, () => {});

const readAll = ({ database }: TestSubgraph) =>
  Promise.all(
    ['notifications', 'recipients'].map((table) => database.rows(`SELECT * FROM ${table} ORDER BY 1`, [])),
  );

describe('the seed of notifications', () => {
  it('keeps counts as the notifications give them', async () => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    const { subgraph, database } = notifications;
    expect(await subgraph.recount(database)).toEqual([]);
    // More owners than one transaction takes.
    await fill(notifications, 3_500, 3);
    expect(await subgraph.recount(database)).toEqual([]);
    const [row] = await database.rows<{ users: number; unread: number }>(
      'SELECT COUNT(*) AS users, SUM(unread_count) AS unread FROM recipients WHERE LENGTH(user_id) = 4',
      [],
    );
    expect(Number(row?.users)).toBe(2_500);
    expect(Number(row?.unread)).toBeGreaterThan(0);
  });

  it('makes the same rows in one run and in two', async () => {
    await using once = await createTestSubgraph(createNotificationsSubgraph);
    await fill(once, 1_200, 2);
    await using twice = await createTestSubgraph(createNotificationsSubgraph);
    await fill(twice, 1_100, 2);
    await fill(twice, 1_200, 2);
    expect(await readAll(twice)).toEqual(await readAll(once));
    expect((await readAll(once))[0]).toHaveLength(30 + 200 * 2);
  });

  it('writes nothing for a scale of none', async () => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    const before = await readAll(notifications);
    await fill(notifications, 2_000, 0);
    expect(await readAll(notifications)).toEqual(before);
  });
});
