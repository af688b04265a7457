/** One measured number. */
export interface Row {
  readonly suite: string;
  readonly workload: string;
  readonly subject: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
}

/** What every suite is told. */
export interface BenchOptions {
  /** Shorter runs, for a look; numbers scatter more. */
  readonly quick: boolean;
  /** Requests a second; null where none is given. */
  readonly rate: number | null;
  /** Names of workloads, with commas between; all where none are given. */
  readonly only?: string | undefined;
  /** Names of others to compare with, with commas between; all where none are given. */
  readonly peers?: string | undefined;
  /** Tells a person what is going on. */
  readonly report: (line: string) => void;
}

/** A suite of measurements: `bench/<suite>.ts` exports it as `run`. */
export type Suite = (options: BenchOptions) => Promise<readonly Row[]>;

/** What the file of a suite exports. */
export interface SuiteModule {
  readonly run: Suite;
  /** What it can be told, where that is more than what every suite can. */
  readonly usage?: string;
  /** The rows as an SVG picture. */
  readonly chart?: (rows: readonly Row[]) => string;
}

/** The rows as a table for people: a line for each subject of a workload, a column for each metric. */
export function tableOf(rows: readonly Row[]): string {
  const metrics = [...new Set(rows.map(({ metric, unit }) => `${metric}${unit && ` (${unit})`}`))];
  const lines = Map.groupBy(rows, ({ workload, subject }) => `${workload}\t${subject}`);
  const table = [
    ['workload', 'subject', ...metrics],
    ...[...lines].map(([key, cells]) => [
      ...key.split('\t'),
      ...metrics.map((metric) => {
        const cell = cells.find((each) => `${each.metric}${each.unit && ` (${each.unit})`}` === metric);
        return cell ? format(cell.value) : '';
      }),
    ]),
  ];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => (line[column] ?? '').length)),
  );
  return table
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}

function format(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 5 : 3, useGrouping: false });
}
