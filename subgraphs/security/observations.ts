import type { Knex } from 'knex';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import { bulkInsert, type SqlValue } from '../../kit/database/bulk-insert.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';

/** What an observation was found to mean. */
export interface AssessmentWords {
  /** What it is, for a person. */
  readonly text: string;
  /** What to do about it, for a person. */
  readonly action: string;
  readonly urgency: 'INFO' | 'WARNING' | 'URGENT';
}

/** The same, with when that was. */
export interface Assessment extends AssessmentWords {
  /** ISO 8601 in UTC. */
  readonly assessedAt: string;
}

/** What somebody observed, and what it means: `Facts` are what the event tells of it. */
export type Observation<Facts extends object> = Readonly<Facts> & {
  readonly id: string;
  /** Null until it is assessed. */
  readonly assessment: Assessment | null;
};

/** How observations of one kind are stored. */
export interface ObservationKind<Facts extends object> {
  readonly table: string;
  /** The column of each fact. */
  readonly columns: { readonly [Fact in keyof Facts]-?: string };
  /** The fact that says when it was. */
  readonly time: keyof Facts & string;
  /** The fact that its assessment goes by. */
  readonly grade: keyof Facts & string;
}

/** Conditions on observations: facts that they have. Times as the database stores them. */
export type ObservationConditions<Facts extends object> = {
  readonly [Fact in keyof Facts]?: Facts[Fact] | undefined;
} & {
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  readonly assessed?: boolean | undefined;
};

/** An observation that is held until the transaction ends. */
export interface Held<Grade> {
  readonly id: string;
  readonly grade: Grade;
  /** Null until it is assessed. */
  readonly words: AssessmentWords | null;
}

interface AssessmentRow {
  id: string;
  assessment: string | null;
  action: string;
  urgency: AssessmentWords['urgency'];
  assessed_at: string;
}
type Row = AssessmentRow & Record<string, string | number>;

const ASSESSMENT_COLUMNS = ['assessment', 'action', 'urgency', 'assessed_at'];
const DELETED_AT_ONCE = 500;

/** The orders that a kind's observations can be listed in. */
export function observationOrder<Facts extends object>(
  { table, columns, time }: ObservationKind<Facts>,
  direction: 'asc' | 'desc',
): Keyset<Observation<Facts>> {
  const column = columns[time];
  return {
    name: `${table}.${column}.${direction}`,
    columns: [
      { column, type: 'time', value: (row) => isoToSqlTime(row[time] as string) },
      { column: 'id', type: 'text', value: ({ id }) => id },
    ],
    descending: direction === 'desc',
  };
}

export type ObservationStore<Facts extends object> = ReturnType<typeof createObservationStore<Facts>>;

/** Reads and writes the observations of one kind. */
export function createObservationStore<Facts extends object>(
  database: Database,
  kind: ObservationKind<Facts>,
) {
  const { table, columns, time, grade } = kind;
  const facts = Object.keys(columns) as (keyof Facts & string)[];
  const stored = facts.map((fact) => columns[fact]);
  const observations = () => database.read(table).select<Row[]>(['id', ...stored, ...ASSESSMENT_COLUMNS]);

  const toObservation = (row: Row) => {
    const values = facts.map((fact) => [
      fact,
      fact === time ? fromSqlTime(row[columns[fact]] as string) : row[columns[fact]],
    ]);
    const words = toWords(row);
    const assessment = words && { ...words, assessedAt: fromSqlTime(row.assessed_at) };
    return { id: row.id, ...Object.fromEntries(values), assessment } as Observation<Facts>;
  };

  return {
    async listByIds(ids: readonly string[]): Promise<Observation<Facts>[]> {
      return (await observations().whereIn('id', ids)).map(toObservation);
    },

    async list(
      { from, before, assessed, ...wanted }: ObservationConditions<Facts>,
      page: PageRequest<Observation<Facts>>,
    ): Promise<Observation<Facts>[]> {
      const query = limitToPage(observations(), page);
      for (const fact of facts) {
        const value = (wanted as Partial<Facts>)[fact];
        if (value !== undefined) query.where(columns[fact], value as SqlValue);
      }
      if (from !== undefined) query.where(columns[time], '>=', from);
      if (before !== undefined) query.where(columns[time], '<', before);
      if (assessed === true) query.whereNotNull('assessed_at');
      if (assessed === false) query.whereNull('assessed_at');
      return ((await query) as Row[]).map(toObservation);
    },

    async insert(trx: Knex.Transaction, observation: Omit<Observation<Facts>, 'assessment'>): Promise<void> {
      const values = facts.map((fact) => {
        const value = (observation as Facts)[fact];
        return (fact === time ? isoToSqlTime(value as string) : value) as SqlValue;
      });
      await bulkInsert(trx, table, ['id', ...stored], [[observation.id, ...values]]);
    },

    /** Holds observations until the transaction ends; in the order of their ids, since any other deadlocks. */
    async hold<Grade extends string>(
      trx: Knex.Transaction,
      ids: readonly string[],
    ): Promise<readonly Held<Grade>[]> {
      const rows: (AssessmentRow & { grade: Grade })[] = await trx(table)
        .whereIn('id', [...ids].sort())
        .orderBy('id')
        .forUpdate()
        .select('id', { grade: columns[grade] }, ...ASSESSMENT_COLUMNS);
      return rows.map((row) => ({ id: row.id, grade: row.grade, words: toWords(row) }));
    },

    /** Keeps what was found of observations that are held. */
    async assess(
      trx: Knex.Transaction,
      ids: readonly string[],
      { text, action, urgency }: AssessmentWords,
      now: Date,
    ): Promise<void> {
      const assessed = { assessment: text, action, urgency, assessed_at: toSqlTime(now) };
      await trx(table).whereIn('id', ids).update(assessed);
    },

    /**
     * Deletes some of those from before a moment, the oldest first.
     *
     * @returns how many; 0 when there are none left
     */
    deleteSomeBefore: (moment: Date): Promise<number> =>
      database.transaction(async (trx) => {
        const expired = await trx(table)
          .where(columns[time], '<', toSqlTime(moment))
          .orderBy([columns[time], 'id'])
          .limit(DELETED_AT_ONCE)
          .pluck<string[]>('id');
        if (expired.length > 0) await trx(table).whereIn('id', expired.sort()).delete();
        return expired.length;
      }),
  };
}

const toWords = ({ assessment: text, action, urgency }: AssessmentRow): AssessmentWords | null =>
  text === null ? null : { text, action, urgency };
