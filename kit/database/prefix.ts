import type { Knex } from 'knex';

/** Narrows a query to the rows whose text begins with a prefix, in the same case. */
export function whereStartsWith(query: Knex.QueryBuilder, column: string, prefix: string): void {
  // Between the prefix and the prefix with the highest character: an index range, with nothing to escape.
  query.whereBetween(column, [prefix, `${prefix}\u{10ffff}`]);
  // MySQL compares as if blanks followed the shorter text, which then equals a prefix that ends with them.
  if (prefix.endsWith(' ')) query.whereRaw('OCTET_LENGTH(??) >= ?', [column, Buffer.byteLength(prefix)]);
}
