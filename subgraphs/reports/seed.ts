import { insertCsv } from '../../kit/database/csv.ts';
import { type Seed, secondsAfter, seedOwners, uuidOf } from '../../kit/database/seed.ts';

const FOLDER = new URL('../../sql/reports/', import.meta.url);
const START = '2025-01-01T00:00:00.000Z';

/** The reports of the sample data; at scale, so many for each owner. */
export const seed: Seed = {
  demo: (trx) => insertCsv(trx, FOLDER, ['reports']),

  async atScale(database, scale, progress) {
    const idOf = (owner: number, turn: number) => uuidOf(`report ${owner} ${turn}`);
    const rowsOf = (owner: number) =>
      Array.from({ length: scale.perOwner }, (_, turn) => {
        const at = secondsAfter(START, owner * 100 + turn);
        return [idOf(owner, turn), String(owner), `Report ${turn + 1} of ${owner}`, at, at];
      });
    const columns = ['id', 'user_id', 'title', 'created_at', 'updated_at'];
    const isDone = async (owner: number) =>
      (await database
        .read('reports')
        .where({ id: idOf(owner, 0) })
        .first('id')) !== undefined;
    await seedOwners(database, scale, [{ table: 'reports', columns, rowsOf }], isDone, progress);
  },
};
