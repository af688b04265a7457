import type { Knex } from 'knex';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import { bulkUpsert } from '../../kit/database/bulk-upsert.ts';
import { isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';
import { NOTIFICATION_COLUMNS, type Notification } from './repository.ts';

// The writing side of notifications. Whoever changes a user's notifications holds the user's row of `recipients` first,
// so that the count of the unread ones is kept and nobody is sent anything while being deleted.

/**
 * Holds the rows of users, known so far or not, until the transaction ends.
 *
 * @returns those of them who were deleted
 */
export async function lockRecipients(
  trx: Knex.Transaction,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const sorted = [...new Set(userIds)].sort();
  if (sorted.length === 0) return new Set();
  await addUnread(trx, new Map(sorted.map((userId) => [userId, 0])));
  const deleted: string[] = await trx('recipients')
    .whereIn('user_id', sorted)
    .whereNotNull('deleted_at')
    .pluck('user_id');
  return new Set(deleted);
}

/** Changes counts of unread notifications, by user. */
async function addUnread(trx: Knex.Transaction, counts: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  await bulkUpsert(trx, 'recipients', { key: ['user_id'], add: ['unread_count'] }, rows);
}

/** Those of these notifications that are there. */
export async function listKnown(trx: Knex.Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set<string>(await trx('notifications').whereIn('id', ids).pluck('id'));
}

/**
 * Writes new notifications, and counts them; their users are held.
 *
 * @throws a duplicate when one of them is there by now
 */
export async function insertNotifications(
  trx: Knex.Transaction,
  notifications: readonly Notification[],
): Promise<void> {
  const sorted = notifications.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await bulkInsert(trx, 'notifications', [...NOTIFICATION_COLUMNS, 'is_read'], sorted.map(toValues));
  const unread = new Map<string, number>();
  for (const { userId } of sorted) if (userId !== null) unread.set(userId, (unread.get(userId) ?? 0) + 1);
  if (unread.size > 0) await addUnread(trx, unread);
}

/** Marks a notification as read, unless it was before. */
export async function markRead(
  trx: Knex.Transaction,
  { id, userId }: Pick<Notification, 'id' | 'userId'>,
  now: Date,
): Promise<void> {
  if (userId !== null) await trx('recipients').where({ user_id: userId }).forUpdate().first('user_id');
  const marked = await trx('notifications')
    .where({ id, is_read: 0 })
    .update({ is_read: 1, read_at: toSqlTime(now) });
  if (marked > 0 && userId !== null)
    await trx('recipients').where({ user_id: userId }).decrement('unread_count', 1);
}

/**
 * Marks all of a user's notifications as read.
 *
 * @returns how many were unread; null for a user who was deleted
 */
export async function markAllRead(trx: Knex.Transaction, userId: string, now: Date): Promise<number | null> {
  const recipient = await trx('recipients')
    .where({ user_id: userId })
    .forUpdate()
    .first<{ deleted_at: string | null } | undefined>('deleted_at');
  if (recipient === undefined) return 0;
  if (recipient.deleted_at !== null) return null;
  const marked = await trx('notifications')
    .where({ user_id: userId, is_read: 0 })
    .update({ is_read: 1, read_at: toSqlTime(now) });
  if (marked > 0) await trx('recipients').where({ user_id: userId }).update({ unread_count: 0 });
  return marked;
}

/** Deletes what was sent to a user, with the webhooks that told of it, and remembers that the user is gone. */
export async function forgetUser(trx: Knex.Transaction, userId: string, now: Date): Promise<void> {
  await trx('recipients')
    .insert({ user_id: userId, unread_count: 0, deleted_at: toSqlTime(now) })
    .onConflict('user_id')
    .merge(['unread_count', 'deleted_at']);
  const theirs = trx('notifications').where({ user_id: userId }).select('id');
  await trx('webhook_deliveries').whereIn('id', theirs).delete();
  await trx('notifications').where({ user_id: userId }).delete();
}

/** In the order of NOTIFICATION_COLUMNS, then whether it was read. */
const toValues = (each: Notification) => [
  each.id,
  each.userId,
  each.location,
  each.urgency,
  each.title,
  each.text,
  isoToSqlTime(each.createdAt),
  each.readAt && isoToSqlTime(each.readAt),
  each.readAt === null ? 0 : 1,
];
