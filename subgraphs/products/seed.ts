import type { Knex } from 'knex';
import { insertCsv, readCsv } from '../../kit/database/csv.ts';
import { draw, type Seed, secondsAfter, seedOwners } from '../../kit/database/seed.ts';

const FOLDER = new URL('../../sql/products/', import.meta.url);
const LIKES_START = '2025-01-01T00:00:00.000Z';
const YEAR = 365 * 86_400;

/** The catalogue and the likes of the sample data; beyond the sample's users, one like each, for every fourth two. */
export const seed: Seed = {
  demo: (trx) => insertCsv(trx, FOLDER, ['products', 'likes']),

  async atScale(database, scale, progress) {
    const { columns, rows } = readCsv(FOLDER, 'products');
    const productIds = rows.map((row) => String(row[columns.indexOf('id')]));
    const likesOf = (owner: number) => {
      const first = draw(owner, 1, productIds.length);
      // A step that is no multiple of the length leads to another product.
      const second = (first + 1 + draw(owner, 2, productIds.length - 1)) % productIds.length;
      const liked = draw(owner, 3, 4) === 0 ? [first, second] : [first];
      return liked.map((product, n) => [
        String(owner),
        productIds[product] as string,
        secondsAfter(LIKES_START, owner + draw(owner, 4 + n, YEAR)),
      ]);
    };
    const countLikes = async (trx: Knex.Transaction, owners: readonly number[]) => {
      const counts = Map.groupBy(owners.flatMap(likesOf), ([, productId]) => productId as string);
      for (const [id, likes] of counts) {
        await trx('products').where({ id }).increment('like_count', likes.length);
      }
    };
    await seedOwners(
      database,
      scale,
      [{ table: 'likes', columns: ['user_id', 'product_id', 'created_at'], rowsOf: likesOf }],
      async (owner) =>
        (await database
          .read('likes')
          .where({ user_id: String(owner) })
          .first('user_id')) !== undefined,
      progress,
      countLikes,
    );
  },
};
