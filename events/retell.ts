import type { Database } from '../kit/database/database.ts';
import type { Retell } from '../kit/server/subgraph.ts';
import type { Message } from './contract.ts';
import { joinBus } from './join.ts';

/** So few that a transaction is short, and what the domain's processes publish themselves finds its way between. */
const AT_ONCE = 500;

/** What a domain tells of, and how. */
export interface Retold<Row> {
  readonly domain: string;
  /** Rows in the order of their ids: those after this one, as many as `limit`. */
  readonly list: (database: Database, after: string, limit: number) => Promise<readonly Row[]>;
  /** What tells of a row as it is. Its sequence is the row's version, so that who knows the row does nothing. */
  readonly message: (row: Row) => Message;
}

/** Makes what tells again of a domain's rows, for copies of them that began later or lost some. */
export const createRetell =
  <Row extends { readonly id: string }>({ domain, list, message }: Retold<Row>): Retell =>
  async (database, after) => {
    const { outbox } = joinBus(undefined, domain, database, () => new Date());
    const rows = await list(database, after, AT_ONCE);
    await database.transaction((trx) => outbox.add(trx, ...rows.map(message)));
    return { count: rows.length, last: rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null) };
  };
