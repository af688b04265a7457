import type { Row } from '../rows.ts';
import type { Spell } from './load.ts';

/** What was measured of a gateway in all its spells at a workload. */
export interface Total {
  readonly spells: Spell[];
  /** Milliseconds of CPU of the gateway's process. */
  cpu: number;
  /** The same, with those of the subgraphs' processes. */
  cpuInAll: number;
  /** Requests that subgraphs got. */
  calls: number;
  /** The most bytes that the gateway's process held. */
  memory: number;
}

/** A gateway's part of a measurement. */
export interface Measured {
  readonly subject: string;
  /** Whether the subgraphs are in its own process. */
  readonly embedded: boolean;
  readonly total: Total;
}

/** What a total comes to: the rate in requests a second, times in milliseconds, CPU in milliseconds a request. */
export function figuresOf({ spells, cpu, cpuInAll, calls }: Total) {
  const latencies = Float64Array.from(spells.flatMap((each) => each.latencies)).sort();
  const seconds = spells.reduce((sum, each) => sum + each.seconds, 0);
  const requests = spells.reduce((sum, each) => sum + each.requests, 0);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    rate: requests / seconds,
    cpu: cpu / requests,
    cpuInAll: cpuInAll / requests,
    calls: calls / requests,
    /** The share of its core that the gateway's process used, in percent. */
    busy: (cpu / (seconds * 1000)) * 100,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

/** The rows of a workload; ratios are to the first. `whole` when the subgraphs' CPU counts too. */
export function rowsOf(workload: string, measured: readonly Measured[], whole: boolean): Row[] {
  const [first] = measured;
  if (!first) return [];
  const reference = figuresOf(first.total);
  return measured.flatMap(({ subject, total, embedded }) => {
    const own = figuresOf(total);
    return toRows(workload, subject, [
      ...common(own),
      ...(whole ? [['CPU with subgraphs', own.cpuInAll, 'ms/request'] as const] : []),
      ['memory', total.memory / 2 ** 20, 'MiB'],
      ...(embedded ? [] : [['subgraph calls', own.calls, ''] as const]),
      [`rate to ${first.subject}`, own.rate / reference.rate, ''],
      [`CPU to ${first.subject}`, own.cpu / reference.cpu, ''],
    ]);
  });
}

/**
 * The rows of a workload that came at a rate of each gateway's own. A neighbour that takes a part of the machine for some
 * seconds makes whatever comes then queue up: the spells apart, by their p99, tell a gateway's own delays from those.
 */
export function pacedRowsOf(workload: string, measured: readonly Measured[]): Row[] {
  return measured.flatMap(({ subject, total }) => {
    const own = figuresOf(total);
    const ratios = total.spells
      .map((spell) => figuresOf({ ...total, spells: [spell] }))
      .toSorted((one, other) => one.p99 - other.p99)
      .map(({ p50, p99 }) => p99 / p50);
    return toRows(workload, subject, [
      ...common(own),
      ['p99 to p50', own.p99 / own.p50, ''],
      ['- in the middle spell', ratios[Math.floor(ratios.length / 2)] ?? Number.NaN, ''],
      ['- in the calmest', ratios[0] ?? Number.NaN, ''],
    ]);
  });
}

type Cell = readonly [metric: string, value: number, unit: string];

const common = (own: ReturnType<typeof figuresOf>): Cell[] => [
  ['rate', own.rate, '1/s'],
  ['p50', own.p50, 'ms'],
  ['p95', own.p95, 'ms'],
  ['p99', own.p99, 'ms'],
  ['CPU', own.cpu, 'ms/request'],
  ['core in use', own.busy, '%'],
];

const toRows = (workload: string, subject: string, cells: readonly Cell[]): Row[] =>
  cells.map(([metric, value, unit]) => ({ suite: 'engines', workload, subject, metric, value, unit }));
