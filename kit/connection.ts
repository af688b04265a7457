import type { Knex } from 'knex';
import { isSqlTime } from './database/time.ts';
import { badUserInput } from './errors.ts';

const MAX_PAGE = 100;
const DEFAULT_PAGE = 20;
const MAX_CURSOR_LENGTH = 512;

/** An order that a list can be read in: one column or two that no row leaves null, the last one unique. */
export interface Keyset<Row> {
  /** Names the list and its order in the cursors, so that a cursor of another list is recognised. */
  readonly name: string;
  readonly columns: readonly [KeysetColumn<Row>] | readonly [KeysetColumn<Row>, KeysetColumn<Row>];
  readonly descending: boolean;
}

/** A column of an order; `value` gives a row's value of it in the form that the database compares. */
export interface KeysetColumn<Row> {
  readonly column: string;
  /** `time` is a stored moment (kit/database/time.ts); MySQL (8.0.16 on) fails to compare one with any other text. */
  readonly type: 'text' | 'number' | 'time';
  readonly value: (row: Row) => string | number;
}

/** The arguments of a connection field (GraphQL Cursor Connections Specification), forwards only. */
export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Which rows of a list are asked for, checked. */
export interface PageRequest<Row> {
  readonly limit: number;
  /** The last row already seen, as its values of the order's columns. */
  readonly after: readonly (string | number)[] | null;
  readonly order: Keyset<Row>;
}

/**
 * Checks a connection's arguments.
 *
 * @throws BAD_USER_INPUT when `first` is not 1 to 100, or `after` is not a cursor of this list in this order
 */
export function parsePage<Row>({ first, after }: ConnectionArgs, order: Keyset<Row>): PageRequest<Row> {
  const limit = first ?? DEFAULT_PAGE;
  if (limit < 1 || limit > MAX_PAGE) throw badUserInput(`first must be 1 to ${MAX_PAGE}, not ${limit}.`);
  return { limit, after: after == null ? null : decodeCursor(after, order), order };
}

/** A cursor: opaque to clients; the order's name and the row's values of its columns. */
function encodeCursor<Row>(row: Row, { name, columns }: Keyset<Row>): string {
  const values = columns.map(({ value }) => value(row));
  return Buffer.from(JSON.stringify([name, ...values])).toString('base64url');
}

function decodeCursor<Row>(cursor: string, { name, columns }: Keyset<Row>): (string | number)[] {
  const [owner, ...values] = cursor.length > MAX_CURSOR_LENGTH ? [] : parseCursor(cursor);
  if (owner === undefined)
    throw badUserInput('after is not a cursor: pass an endCursor or an edge’s cursor unchanged.');
  if (owner !== name)
    throw badUserInput('after is a cursor of another list or order: start again without it.');
  const fits = values.length === columns.length && columns.every(({ type }, i) => isValue(values[i], type));
  if (!fits) throw badUserInput('after is not a cursor: pass an endCursor or an edge’s cursor unchanged.');
  return values as (string | number)[];
}

function isValue(value: unknown, type: KeysetColumn<unknown>['type']): boolean {
  if (type === 'number') return Number.isSafeInteger(value);
  return typeof value === 'string' && (type === 'text' || isSqlTime(value));
}

function parseCursor(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/**
 * Limits a select to a page by its keyset: rows after the cursor, in order, one more than asked for (it tells whether
 * there is a next page). The first column's bound stands alone, so that an index can be entered at it.
 */
export function limitToPage<Row>(
  select: Knex.QueryBuilder,
  { limit, after, order }: PageRequest<Row>,
): Knex.QueryBuilder {
  const direction = order.descending ? 'desc' : 'asc';
  const beyond = order.descending ? '<' : '>';
  const [first, second] = order.columns;
  if (after && second) {
    select
      .where(first.column, `${beyond}=`, after[0] as string)
      .where((where) =>
        where
          .where(first.column, beyond, after[0] as string)
          .orWhere(second.column, beyond, after[1] as string),
      );
  } else if (after) {
    select.where(first.column, beyond, after[0] as string);
  }
  return select.orderBy(order.columns.map(({ column }) => ({ column, order: direction }))).limit(limit + 1);
}

/** A row in a page, with the cursor that points to it. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A page of a list as a Relay connection. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * Makes a connection of the rows that a page request read.
 *
 * @param toNode gives the node of a row; without it, the row is the node
 */
export function toConnection<Row, Node = Row>(
  rows: readonly Row[],
  { limit, after, order }: PageRequest<Row>,
  toNode: (row: Row) => Node = (row) => row as unknown as Node,
): Connection<Node> {
  const edges = rows.slice(0, limit).map((row) => ({ cursor: encodeCursor(row, order), node: toNode(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > limit,
      // Forwards only: after a cursor there is always the row that it points to (specification, section 5.1.1).
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
