import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { createTestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';
import { recount } from '../recount.ts';
import { notify, start } from './surroundings.ts';

describe('background work', () => {
  it('is left to a worker where it is apart', async () => {
    await using around = await start({ NOTIFICATIONS_PROCESSING: 'apart' });
    await around.send(notify('w/1/notify/0'));
    await sleep(300);
    expect(around.replies).toEqual([]);
  });
});

describe('notifications that were read', () => {
  it('are deleted after as many days as are set, the others kept', async () => {
    const now = () => new Date('2026-01-20T00:00:00.000Z');
    const env = { NOTIFICATION_RETENTION_DAYS: '10' };
    await using notifications = await createTestSubgraph(createNotificationsSubgraph, { env, now });
    const { database } = notifications;
    const listRead = () =>
      database.read('notifications').where({ is_read: 1 }).orderBy('created_at').pluck('id');
    await expect.poll(listRead).toEqual(['16', '19', '22', '25', '28']);
    expect(await database.read('notifications').where({ is_read: 0 }).pluck('id')).toHaveLength(20);
    expect(await recount(database)).toEqual([]);
  });

  it('take along what is known of their webhooks, but not of what failed or what third parties were called for', async () => {
    await using place = await provideDatabase();
    let days = 0;
    const now = () => new Date(Date.parse('2026-01-20T00:00:00.000Z') + days * 86_400_000);
    const env = { ...place.settings, NOTIFICATION_RETENTION_DAYS: '10' };
    {
      await using before = await createTestSubgraph(createNotificationsSubgraph, { env, now });
      const row = (id: string, kind: string, state: string) => ({
        id,
        kind,
        state,
        webhook_id: id,
        event_type: 'a',
        body: '',
        attempts: 1,
        created_at: '2026-01-19 00:00:00.000',
      });
      const rows = [
        row('101', 'NOTIFICATION', 'DELIVERED'),
        row('102', 'NOTIFICATION', 'FAILED'),
        row('103', 'THIRD_PARTY', 'DELIVERED'),
      ];
      await before.database.transaction(async (trx) => void (await trx('webhook_deliveries').insert(rows)));
    }
    days = 20;
    await using after = await createTestSubgraph(createNotificationsSubgraph, { env, now });
    const list = () => after.database.read('webhook_deliveries').orderBy('id').pluck('id');
    await expect.poll(list).toEqual(['1', '102', '103', '2']);
  });

  it('are kept by default', async () => {
    const now = () => new Date('2036-01-20T00:00:00.000Z');
    await using notifications = await createTestSubgraph(createNotificationsSubgraph, { now });
    await sleep(200);
    expect(await notifications.database.read('notifications').pluck('id')).toHaveLength(30);
  });
});
