import DataLoader from 'dataloader';
import type { Counter, CounterRange, ReportsRepository } from './repository.ts';

export type ReportsLoaders = ReturnType<typeof createReportsLoaders>;

const RANGES_PER_STATEMENT = 50;

export const createReportsLoaders = (repository: ReportsRepository) => ({
  /** Reads all that a request asks of all reports with one statement. */
  countersIn: new DataLoader<CounterRange, readonly Counter[], string>(
    async (ranges) => {
      const counters = await repository.listCounters(ranges);
      return ranges.map((range) => counters.filter((counter) => isIn(counter, range)));
    },
    { cacheKeyFn: (range) => JSON.stringify(range), maxBatchSize: RANGES_PER_STATEMENT },
  ),
});

const isIn = (counter: Counter, { kind, period, first, last }: CounterRange): boolean =>
  counter.kind === kind && counter.period === period && counter.slot >= first && counter.slot <= last;
