import { insertCsv, readCsv } from '../../kit/database/csv.ts';
import { choose, draw, type Seed, secondsAfter, seedOwners } from '../../kit/database/seed.ts';

const FOLDER = new URL('../../sql/users/', import.meta.url);
/** The sample data's users who sign in all do so with this. */
export const DEMO_PASSWORD = 'tessera-demo';
const REGISTRATIONS_START = '2025-01-01T00:00:00.000Z';

/** The 1,000 users of the sample data; beyond them, users made of the sample's names. */
export const seed: Seed = {
  async demo(trx, { local }) {
    await insertCsv(trx, FOLDER, ['users', 'credentials']);
    // Their password is no secret.
    if (!local) await trx('credentials').update({ scopes: '' });
  },

  async atScale(database, scale, progress) {
    const { columns, rows } = readCsv(FOLDER, 'users');
    const sample = (column: string) => rows.map((row) => String(row[columns.indexOf(column)]));
    const [firstNames, lastNames, postalCodes] = [
      sample('first_name'),
      sample('last_name'),
      sample('postal_code'),
    ];
    const rowOf = (owner: number) => {
      const first = choose(owner, 1, firstNames);
      const last = choose(owner, 2, lastNames);
      const registeredAt = secondsAfter(REGISTRATIONS_START, owner);
      const birthDate = secondsAfter('1945-01-01T00:00:00.000Z', draw(owner, 3, 60 * 365) * 86_400).slice(
        0,
        10,
      );
      return [
        String(owner),
        `user.${owner}`,
        `user.${owner}@example.com`,
        first,
        last,
        choose(owner, 4, postalCodes),
        birthDate,
        registeredAt,
        registeredAt,
      ];
    };
    const names = [
      'id',
      'username',
      'email',
      'first_name',
      'last_name',
      'postal_code',
      'birth_date',
      'created_at',
      'updated_at',
    ];
    await seedOwners(
      database,
      scale,
      [{ table: 'users', columns: names, rowsOf: (owner) => [rowOf(owner)] }],
      async (owner) =>
        (await database
          .read('users')
          .where({ id: String(owner) })
          .first('id')) !== undefined,
      progress,
    );
  },
};
