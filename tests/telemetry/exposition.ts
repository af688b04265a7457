/** A metric as a process tells it. */
export interface ToldMetric {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** A line with a value. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/y;
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
};

/**
 * Reads Prometheus' text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format), stricter than Prometheus does: each
 * metric once, HELP and TYPE before its samples, no series twice, counters and histograms that add up.
 *
 * @throws Error with the line that breaks a rule
 */
export function parseExposition(text: string): Map<string, ToldMetric> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const metrics = new Map<string, ToldMetric & { samples: Sample[] }>();
  const seen = new Set<string>();
  let current: (ToldMetric & { samples: Sample[] }) | undefined;
  let help: [string, string] | undefined;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const refuse = (why: string) => new Error(`${why}: ${line}`);
    if (line.startsWith('# HELP ')) {
      const [, name = '', said = ''] = /^# HELP (\S+) (.+)$/.exec(line) ?? [];
      if (!said) throw refuse('no help');
      help = [name, said];
    } else if (line.startsWith('# TYPE ')) {
      const [, name = '', type = ''] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
      if (help?.[0] !== name) throw refuse('no HELP stands before');
      if (!SUFFIXES[type]) throw refuse('no type');
      if (metrics.has(name)) throw refuse('told twice');
      current = { name, type, help: help[1], samples: [] };
      metrics.set(name, current);
    } else {
      const [, name = '', labelText = '', value = ''] = SAMPLE.exec(line) ?? [];
      if (!name) throw refuse('no sample');
      const { type = '', name: metric = '' } = current ?? {};
      if (!SUFFIXES[type]?.some((suffix) => name === metric + suffix))
        throw refuse('not of the metric above');
      if (seen.has(`${name}{${labelText}}`)) throw refuse('this series is told twice');
      seen.add(`${name}{${labelText}}`);
      const number = readValue(value);
      if (Number.isNaN(number) && !/^nan$/i.test(value)) throw refuse('no number');
      if (type === 'counter' && !(number >= 0)) throw refuse('a counter that counts back');
      current?.samples.push({ name, labels: readLabels(labelText, refuse), value: number });
    }
  }
  for (const metric of metrics.values()) if (metric.type === 'histogram') checkHistogram(metric);
  return metrics;
}

const readValue = (text: string): number =>
  /^[+-]?inf$/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);

function readLabels(text: string, refuse: (why: string) => Error): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const [, name = '', value = ''] = LABEL.exec(text) ?? [];
    if (!name) throw refuse('these are no labels');
    if (name in labels) throw refuse('a label twice');
    labels[name] = value;
  }
  return labels;
}

/** Buckets grow, the last one has no bound and holds as many as are counted. */
function checkHistogram({ name, samples }: ToldMetric): void {
  const series = Map.groupBy(samples, ({ labels: { le: _, ...labels } }) => JSON.stringify(labels));
  for (const [labels, lines] of series) {
    const buckets = lines.filter((line) => line.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels: { le = '' } }) => readValue(le));
    const grows = (values: readonly number[]) =>
      values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0));
    const counts = buckets.map(({ value }) => value);
    const [sum, count] = ['_sum', '_count'].map(
      (suffix) => lines.find((line) => line.name === name + suffix)?.value,
    );
    if (
      !grows(bounds) ||
      !grows(counts) ||
      bounds.at(-1) !== Infinity ||
      counts.at(-1) !== count ||
      sum === undefined
    )
      throw new Error(`the histogram ${name} does not add up for ${labels}`);
  }
}

/** The sum of a metric's values over the series that have these labels. */
export function sumOf(
  metrics: ReadonlyMap<string, ToldMetric>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  const metric = metrics.get(name) ?? metrics.get(name.replace(/_(bucket|sum|count)$/, ''));
  if (!metric) throw new Error(`no metric ${name} is told`);
  return metric.samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
    .reduce((sum, { value }) => sum + value, 0);
}

/** Asks a process for its metrics. */
export async function scrape(url: string): Promise<Map<string, ToldMetric>> {
  const response = await fetch(url);
  const type = response.headers.get('content-type') ?? '';
  if (!/^text\/plain; version=0\.0\.4/.test(type)) throw new Error(`told as ${type}`);
  return parseExposition(await response.text());
}
