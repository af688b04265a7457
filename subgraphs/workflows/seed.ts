import { insertCsv } from '../../kit/database/csv.ts';
import { type Seed, secondsAfter, seedOwners, uuidOf } from '../../kit/database/seed.ts';

const FOLDER = new URL('../../sql/workflows/', import.meta.url);
const START = '2025-01-01T00:00:00.000Z';

/** The workflows of the sample data; at scale, so many for each owner. */
export const seed: Seed = {
  demo: (trx) => insertCsv(trx, FOLDER, ['workflows']),

  async atScale(database, scale, progress) {
    const idOf = (owner: number, turn: number) => uuidOf(`workflow ${owner} ${turn}`);
    const rowsOf = (owner: number) =>
      Array.from({ length: scale.perOwner }, (_, turn) => {
        const at = secondsAfter(START, owner * 100 + turn);
        return [idOf(owner, turn), String(owner), `Workflow ${turn + 1} of ${owner}`, at, at];
      });
    const columns = ['id', 'user_id', 'title', 'created_at', 'updated_at'];
    const isDone = async (owner: number) =>
      (await database
        .read('workflows')
        .where({ id: idOf(owner, 0) })
        .first('id')) !== undefined;
    await seedOwners(database, scale, [{ table: 'workflows', columns, rowsOf }], isDone, progress);
  },
};
