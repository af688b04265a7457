import { insertCsv } from '../../kit/database/csv.ts';
import { choose, draw, type Seed, secondsAfter, seedOwners } from '../../kit/database/seed.ts';
import { uuidOf } from '../../kit/ids.ts';
import type { Notification } from './repository.ts';

const FOLDER = new URL('../../sql/notifications/', import.meta.url);
const START = '2025-01-01T00:00:00.000Z';
const DAY = 86_400;
/** Of so many notifications one is unread. */
const UNREAD_OF = 4;

type Words = readonly [Notification['urgency'], title: string, text: string];
const TOLD: readonly Words[] = [
  ['INFO', 'Order confirmed', 'Your order is confirmed and on its way.'],
  ['INFO', 'Order cancelled', 'Your order was called off; nothing is charged.'],
  ['WARNING', 'Order rejected', 'Your order could not be fulfilled: the stock ran out.'],
];

/** The notifications of the sample data; beyond the sample's users, as many for each as the scale says. */
export const seed: Seed = {
  demo: (trx) => insertCsv(trx, FOLDER, ['recipients', 'notifications', 'webhook_deliveries']),

  async atScale(database, scale, progress) {
    // Without notifications there is no row to tell which owners are done, and nothing to do.
    if (scale.perOwner === 0) return progress(scale.owners, 0);
    const turns = Array.from({ length: scale.perOwner }, (_, turn) => turn);
    await seedOwners(
      database,
      scale,
      [
        {
          table: 'recipients',
          columns: ['user_id', 'unread_count'],
          rowsOf: (owner) => [[String(owner), turns.filter((turn) => isUnread(owner, turn)).length]],
        },
        {
          table: 'notifications',
          columns: ['id', 'user_id', 'urgency', 'title', 'text', 'created_at', 'read_at', 'is_read'],
          rowsOf: (owner) => turns.map((turn) => toRow(owner, turn)),
        },
      ],
      async (owner) =>
        (await database
          .read('notifications')
          .where({ id: idOf(owner, 0) })
          .first('id')) !== undefined,
      progress,
    );
  },
};

const idOf = (owner: number, turn: number) => uuidOf(`seed notification ${owner} ${turn}`);

const isUnread = (owner: number, turn: number) => draw(owner, 3 * turn, UNREAD_OF) === 0;

function toRow(owner: number, turn: number) {
  const sentAt = turn * DAY + draw(owner, 3 * turn + 1, DAY);
  const unread = isUnread(owner, turn);
  return [
    idOf(owner, turn),
    String(owner),
    ...choose(owner, 3 * turn + 2, TOLD),
    secondsAfter(START, sentAt),
    unread ? null : secondsAfter(START, sentAt + DAY),
    unread ? 0 : 1,
  ];
}
