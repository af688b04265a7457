import { Gauge, type Metric, Registry } from 'prom-client';

/** The labels of one series, by their names. */
export type Labels<Label extends string> = Readonly<Record<Label, string>>;

/** What a metric is called and means; the same wherever it is declared. */
export interface MetricFacts<Label extends string = never> {
  /** By Prometheus' conventions: `tessera_<part>_<what>_<unit>`, and `_total` for a counter. */
  readonly name: string;
  /** One sentence. */
  readonly help: string;
  /** Each with few values, which no client chooses. */
  readonly labels: readonly Label[];
}

/** Counts. */
export interface Tally {
  inc(by?: number): void;
}

/** Distributes durations over buckets. */
export interface Timing {
  observe(seconds: number): void;
}

/** A number that is read when somebody asks, and the labels of its series. */
export type Reading<Label extends string> = readonly [labels: Labels<Label>, value: number];

/**
 * What a process tells of itself, in a registry of its own. A metric is declared where it is counted; who declares one
 * that is there already gets the same. Where much is counted, keep the tally or timing of the series: adding to it costs
 * nanoseconds, since Prometheus' texts are made when they are asked for.
 */
export interface Metrics {
  /** For metrics that come with libraries. */
  readonly registry: Registry;
  counter<Label extends string>(facts: MetricFacts<Label>): (labels: Labels<Label>) => Tally;
  histogram<Label extends string>(facts: MetricFacts<Label>): (labels: Labels<Label>) => Timing;
  /** Adds what reads some series of a gauge; when it fails, they are left out. */
  gauge<Label extends string>(
    facts: MetricFacts<Label>,
    read: () => readonly Reading<Label>[] | Promise<readonly Reading<Label>[]>,
  ): void;
}

/** Upper bounds in seconds: from an answer out of memory to one that was nearly given up. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the metrics of a process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const families = new Map<string, unknown>();
  const declare = <Family>({ name }: MetricFacts<string>, make: () => Family): Family => {
    const known = (families.get(name) as Family | undefined) ?? make();
    families.set(name, known);
    return known;
  };
  return {
    registry,
    counter: (facts) =>
      declare(facts, () => {
        const { of, register } = createFamily(facts, 'counter', () => new Count());
        register(registry, ({ value }) => [{ value, labels: {} }]);
        return of;
      }),
    histogram: (facts) =>
      declare(facts, () => {
        const { of, register } = createFamily(facts, 'histogram', () => new Distribution());
        register(registry, (each) => each.values(facts.name));
        return of;
      }),
    gauge: (facts, read) => declare(facts, () => createGauge(facts, registry)).push(read as Read),
  };
}

class Count implements Tally {
  value = 0;

  inc(by = 1): void {
    this.value += by;
  }
}

class Distribution implements Timing {
  /** How many lie in each bucket alone; the last one has no bound. */
  readonly #counts = new Float64Array(BOUNDS.length + 1);
  #sum = 0;

  observe(seconds: number): void {
    let bucket = 0;
    while (bucket < BOUNDS.length && seconds > (BOUNDS[bucket] as number)) bucket++;
    (this.#counts[bucket] as number)++;
    this.#sum += seconds;
  }

  values(name: string): Value[] {
    let count = 0;
    const buckets = [...this.#counts].map((each, i) => {
      count += each;
      return { metricName: `${name}_bucket`, labels: { le: BOUNDS[i] ?? '+Inf' }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels: {}, value: this.#sum },
      { metricName: `${name}_count`, labels: {}, value: count },
    ];
  }
}

/** A line of what is told, as prom-client writes it. */
interface Value {
  readonly metricName?: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

/** All series of one metric. */
function createFamily<Label extends string, Series>(
  { name, help, labels: labelNames }: MetricFacts<Label>,
  type: 'counter' | 'histogram',
  make: () => Series,
) {
  const all = new Map<string, { readonly labels: Labels<Label>; readonly series: Series }>();
  return {
    of(labels: Labels<Label>): Series {
      const key = labelNames.map((label) => labels[label]).join('\n');
      let known = all.get(key);
      if (!known) {
        known = { labels, series: make() };
        all.set(key, known);
      }
      return known.series;
    },
    register(registry: Registry, valuesOf: (series: Series) => readonly Value[]): void {
      const get = async () => ({
        name,
        help,
        type,
        aggregator: 'sum',
        values: [...all.values()].flatMap(({ labels, series }) =>
          valuesOf(series).map((value) => ({ ...value, labels: { ...labels, ...value.labels } })),
        ),
      });
      // prom-client's own hash the labels at every turn; of a metric it needs no more than this.
      registry.registerMetric({ name, help, type, get, reset: () => all.clear() } as unknown as Metric);
    },
  };
}

type Read = () => readonly Reading<string>[] | Promise<readonly Reading<string>[]>;

/** Who asks waits no longer for what is slow to tell, such as a database that hangs. */
const PATIENCE_MS = 1_000;

function createGauge({ name, help, labels }: MetricFacts<string>, registry: Registry): Read[] {
  const reads: Read[] = [];
  new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    async collect() {
      const readings = await Promise.all(reads.map((read) => inTime(read).catch(() => [])));
      this.reset();
      for (const [series, value] of readings.flat()) this.set(series, value);
    },
  });
  return reads;
}

async function inTime(read: Read): Promise<readonly Reading<string>[]> {
  const late = Promise.withResolvers<never[]>();
  const timer = setTimeout(late.resolve, PATIENCE_MS, []);
  return Promise.race([read(), late.promise]).finally(() => clearTimeout(timer));
}

/**
 * Reads at most once in a while, however often it is asked: for what costs a statement.
 *
 * @param everyMs milliseconds for which a reading is given again
 */
export function sampled<T>(everyMs: number, read: () => Promise<T>): () => Promise<T> {
  let latest: Promise<T> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (!latest || performance.now() - readAt > everyMs) {
      readAt = performance.now();
      latest = read();
    }
    return latest;
  };
}
