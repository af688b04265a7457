import { insertCsv } from '../../kit/database/csv.ts';
import { type Seed, secondsAfter, seedOwners, uuidOf } from '../../kit/database/seed.ts';

const FOLDER = new URL('../../sql/notifications/', import.meta.url);
const START = '2025-01-01T00:00:00.000Z';

/** The notifications of the sample data; at scale, so many for each owner. */
export const seed: Seed = {
  demo: (trx) => insertCsv(trx, FOLDER, ['notifications']),

  async atScale(database, scale, progress) {
    const idOf = (owner: number, turn: number) => uuidOf(`notification ${owner} ${turn}`);
    const rowsOf = (owner: number) =>
      Array.from({ length: scale.perOwner }, (_, turn) => {
        const at = secondsAfter(START, owner * 100 + turn);
        return [idOf(owner, turn), String(owner), `Notification ${turn + 1} of ${owner}`, at, at];
      });
    const columns = ['id', 'user_id', 'title', 'created_at', 'updated_at'];
    const isDone = async (owner: number) =>
      (await database
        .read('notifications')
        .where({ id: idOf(owner, 0) })
        .first('id')) !== undefined;
    await seedOwners(database, scale, [{ table: 'notifications', columns, rowsOf }], isDone, progress);
  },
};
