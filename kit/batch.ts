import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { PageRequest } from './connection.ts';
import { limitToPage } from './connection.ts';
import type { Database } from './database/database.ts';

/** Parents whose pages one statement reads; SQLite takes at most 500 parts in a UNION. */
const PARENTS_PER_STATEMENT = 100;
const KEYS_PER_STATEMENT = 1_000;

/** Loads rows by a unique key: one statement for all keys that are asked for at once; null where there is none. */
export function createRowLoader<Row>(
  list: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(
    async (keys) => {
      const rows = new Map((await list(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
    { maxBatchSize: KEYS_PER_STATEMENT },
  );
}

/** Loads all rows of a parent; for lists that cannot grow without bound. */
export function createGroupLoader<Row>(
  list: (parents: readonly string[]) => Promise<readonly Row[]>,
  parentOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(
    async (parents) => {
      const groups = Map.groupBy(await list(parents), parentOf);
      return parents.map((parent) => groups.get(parent) ?? []);
    },
    { maxBatchSize: KEYS_PER_STATEMENT },
  );
}

/** Loads a page of each parent's list. `Filter` is plain data: pages of equal filter and request are read together. */
export interface PageLoader<Row, Filter = undefined> {
  load(parent: string, page: PageRequest<Row>, filter?: Filter): Promise<readonly Row[]>;
}

/** Makes a page loader over a function that reads the pages of many parents at once, in the parents' order. */
export function createPageLoader<Row, Filter = undefined>(
  list: (
    parents: readonly string[],
    page: PageRequest<Row>,
    filter?: Filter,
  ) => Promise<readonly (readonly Row[])[]>,
): PageLoader<Row, Filter> {
  const loaders = new Map<string, DataLoader<string, readonly Row[]>>();
  return {
    load(parent, page, filter) {
      const key = JSON.stringify([page.order.name, page.limit, page.after, filter]);
      let loader = loaders.get(key);
      if (!loader) {
        loader = new DataLoader((parents) => list(parents, page, filter), {
          maxBatchSize: PARENTS_PER_STATEMENT,
        });
        loaders.set(key, loader);
      }
      return loader.load(parent);
    },
  };
}

/** Stands for the parent's id in the select that is repeated for each parent; no id has this form. */
const PARENT = '\u0000parent';

/**
 * Reads one page for each of many parents in one statement: a UNION ALL of limited selects, so that the cost is that
 * of the rows that are returned. (A window function would read every row of every parent.)
 *
 * @param select builds the select of one parent, without order and limit
 * @param parentOf gives the parent of a row
 * @returns the rows by parent, in the order of `parents`, one row more than asked for where there is a next page
 */
export async function pageByParent<SqlRow, Row>(
  database: Database,
  parents: readonly string[],
  page: PageRequest<Row>,
  select: (parent: string) => Knex.QueryBuilder,
  parentOf: (row: SqlRow) => string,
): Promise<SqlRow[][]> {
  // Built by knex once and repeated as text: building a hundred equal selects would cost more than running them.
  const { sql, bindings } = limitToPage(select(PARENT), page).toSQL();
  const part = `SELECT * FROM (${sql}) AS page`;
  const text = parents.map(() => part).join(' UNION ALL ');
  const values = parents.flatMap((parent) => bindings.map((value) => (value === PARENT ? parent : value)));
  const groups = Map.groupBy(await database.rows<SqlRow>(text, values), parentOf);
  return parents.map((parent) => groups.get(parent) ?? []);
}
