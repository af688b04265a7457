import type { Database } from '../../kit/database/database.ts';
import { REPORT_KINDS, type ReportCategory, type ReportKind } from './kinds.ts';
import type { Period } from './tally.ts';

/** A report, of which everything is looked up where it is asked for. */
export interface Report {
  readonly kind: ReportKind;
}

/** What a counter has come to. */
export interface Counter {
  readonly kind: ReportKind;
  readonly category: ReportCategory;
  readonly period: Period;
  readonly slot: string;
  readonly counted: number;
}

/** Counters of one kind and period, from the first slot to the last, both included. */
export interface CounterRange {
  readonly kind: ReportKind;
  readonly period: Period;
  readonly first: string;
  readonly last: string;
}

export type ReportsRepository = ReturnType<typeof createReportsRepository>;

export const createReportsRepository = (database: Database) => ({
  /** The counters of several ranges in one statement, each once; those that never counted anything are left out. */
  async listCounters(ranges: readonly CounterRange[]): Promise<Counter[]> {
    const query = database
      .read('report_counters')
      .select<Counter[]>('kind', 'category', 'period', 'slot', 'counted');
    for (const { kind, period, first, last } of ranges) {
      query.orWhere((range) => {
        // All columns of the primary key, in its order: a range of it for each category.
        range.where({ kind }).whereIn('category', REPORT_KINDS[kind].categories);
        range.where({ period }).whereBetween('slot', [first, last]);
      });
    }
    return query;
  },
});
