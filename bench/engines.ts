import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Child, expectNoFallback, startChild } from './engines/child.ts';
import { ask, load, type Spell } from './engines/load.ts';
import { PUBLIC_QUERY, PUBLIC_SUBGRAPHS } from './public-graph/schemas.ts';
import { publicSupergraph } from './public-graph/supergraph.ts';
import type { BenchOptions, Row } from './rows.ts';

const ENGINES = ['apollo', 'compiled'] as const;
const REFERENCE = ENGINES[0];

interface Workload {
  readonly name: string;
  readonly query: string;
  readonly topology: 'http' | 'embedded';
  readonly concurrency: number;
}

const ONE_HOP = '{ topProducts { upc name reviews { id body } } }';

const workloads = (quick: boolean): Workload[] =>
  (['http', 'embedded'] as const).flatMap((topology) => [
    ...(quick ? [50] : [1, 50, 200]).map((concurrency) => ({
      name: `public query, ${topology}, ${concurrency} at a time`,
      query: PUBLIC_QUERY,
      topology,
      concurrency,
    })),
    { name: `one hop, ${topology}, 50 at a time`, query: ONE_HOP, topology, concurrency: 50 },
  ]);

/**
 * The engines side by side: the whole gateway as its settings start it, over the public benchmark's subgraphs, in
 * processes of their own or embedded in the gateway's. The engines take turns, so that whatever else the machine does
 * meets both alike; every answer has the reference's length, and the first of each engine is compared in full.
 */
export async function run({ quick, report }: BenchOptions): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-engines-'));
  try {
    await using subgraphs = await startChild<{ port: number }>(
      new URL('public-graph/serve.ts', import.meta.url),
      [],
    );
    const rows: Row[] = [];
    for (const topology of ['http', 'embedded'] as const) {
      await using gateways = await startGateways(directory, subgraphs.ready.port, topology);
      for (const workload of workloads(quick).filter((each) => each.topology === topology)) {
        report(workload.name);
        rows.push(...(await measure(workload, gateways.children, subgraphs.ready.port, quick)));
      }
      for (const gateway of gateways.children.values()) await expectNoFallback(gateway);
    }
    return rows;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

type Gateways = ReadonlyMap<string, Child<{ address: string }>>;

async function startGateways(directory: string, port: number, topology: string) {
  const supergraph = join(directory, 'supergraph.graphql');
  writeFileSync(supergraph, publicSupergraph());
  const urls = Object.keys(PUBLIC_SUBGRAPHS).map((name) => [
    `${name.toUpperCase()}_URL`,
    `http://127.0.0.1:${port}/${name}`,
  ]);
  const stack = new AsyncDisposableStack();
  const children = new Map<string, Child<{ address: string }>>();
  for (const engine of ENGINES) {
    const env = {
      ...Object.fromEntries(urls),
      ENGINE: engine,
      SUPERGRAPH: supergraph,
      DATA_DIR: directory,
      PORT: '0',
      LOG_LEVEL: 'warn',
      NODE_ENV: '',
    };
    const module = new URL('engines/gateway.ts', import.meta.url);
    children.set(engine, stack.use(await startChild<{ address: string }>(module, [topology], env)));
  }
  return { children: children as Gateways, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

interface Total {
  readonly spells: Spell[];
  cpu: number;
}

async function measure(
  { name, query, concurrency, topology }: Workload,
  gateways: Gateways,
  subgraphsPort: number,
  quick: boolean,
): Promise<Row[]> {
  const body = JSON.stringify({ query });
  const expected = await ask(gateways.get(REFERENCE)?.ready.address as string, body);
  const totals = new Map<string, Total>();
  const calls = new Map<string, number>();
  for (const [engine, { ready }] of gateways) {
    const before = await countOf(subgraphsPort);
    const answer = await ask(ready.address, body);
    calls.set(engine, (await countOf(subgraphsPort)) - before);
    if (!isDeepStrictEqual(JSON.parse(answer), JSON.parse(expected))) {
      throw new Error(`${engine} answers something else than ${REFERENCE}: ${answer.slice(0, 300)}`);
    }
    await load(ready.address, body, expected, concurrency, quick ? 1_000 : 3_000);
    totals.set(engine, { spells: [], cpu: 0 });
  }
  for (let round = 0; round < (quick ? 3 : 6); round++) {
    for (const [engine, gateway] of gateways) {
      const total = totals.get(engine) as Total;
      const before = gateway.cpu();
      total.spells.push(
        await load(gateway.ready.address, body, expected, concurrency, quick ? 1_500 : 5_000),
      );
      total.cpu += gateway.cpu() - before;
    }
  }
  const reference = figures(totals.get(REFERENCE) as Total);
  return [...totals].flatMap(([engine, total]) => {
    const own = figures(total);
    const row = (metric: string, value: number, unit: string): Row => ({
      suite: 'engines',
      workload: name,
      subject: engine,
      metric,
      value,
      unit,
    });
    return [
      row('rate', own.rate, '1/s'),
      row('p50', own.p50, 'ms'),
      row('p95', own.p95, 'ms'),
      row('p99', own.p99, 'ms'),
      row('CPU', own.cpu, 'ms/request'),
      row('rate to stock', own.rate / reference.rate, ''),
      row('CPU to stock', own.cpu / reference.cpu, ''),
      row('memory', (gateways.get(engine)?.memory() ?? 0) / 2 ** 20, 'MiB'),
      ...(topology === 'http' ? [row('subgraph calls', calls.get(engine) ?? 0, '')] : []),
      row('answer', expected.length / 1024, 'KiB'),
    ];
  });
}

function figures({ spells, cpu }: Total) {
  const requests = spells.reduce((sum, each) => sum + each.requests, 0);
  const seconds = spells.reduce((sum, each) => sum + each.seconds, 0);
  const latencies = Float64Array.from(spells.flatMap((each) => [...each.latencies])).sort();
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { rate: requests / seconds, cpu: cpu / requests, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function countOf(port: number): Promise<number> {
  return Number(await (await fetch(`http://127.0.0.1:${port}/count`)).text());
}
