import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ITEM_BYTES, LIST_QUERY, listSupergraph } from './answers/graph.ts';
import { type Child, startChild } from './engines/child.ts';
import { askAll, type Door, load } from './engines/load.ts';
import type { BenchOptions, Row } from './rows.ts';

const ENGINES = ['apollo', 'compiled'] as const;
const MB = 1e6;

/**
 * What an answer costs by its size: a list of entities of two subgraphs, embedded, through the whole gateway. Linear is
 * where the last column stays the same.
 */
export async function run({ quick, report }: BenchOptions): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-answers-'));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => rmSync(directory, { recursive: true }));
  const supergraph = join(directory, 'supergraph.graphql');
  writeFileSync(supergraph, listSupergraph());
  const gateways = new Map<string, Child<{ address: string }>>();
  for (const engine of ENGINES) {
    const settings = {
      ENGINE: engine,
      SUPERGRAPH: supergraph,
      DATA_DIR: directory,
      PORT: '0',
      LOG_LEVEL: 'warn',
    };
    const child = startChild<{ address: string }>(new URL('answers/gateway.ts', import.meta.url), [], {
      ...settings,
      NODE_ENV: '',
    });
    gateways.set(engine, stack.use(await child));
  }
  const rows: Row[] = [];
  for (const size of quick ? [1e4, 1e6, 1e7] : [1e4, 1e5, 3e5, 1e6, 3e6, 1e7]) {
    report(`${size / MB} MB`);
    rows.push(...(await measure(size, gateways, quick)));
  }
  return rows;
}

async function measure(
  size: number,
  gateways: ReadonlyMap<string, Child<{ address: string }>>,
  quick: boolean,
): Promise<Row[]> {
  const body = JSON.stringify({ query: LIST_QUERY, variables: { count: Math.round(size / ITEM_BYTES) } });
  const answers = await Promise.all(
    [...gateways.values()].map(({ ready }) => askOnce(doorOf(ready.address), body)),
  );
  const [expected = ''] = answers;
  if (answers.some((answer) => answer !== expected)) throw new Error('the engines answer differently');
  const question = { body, bytes: Buffer.byteLength(expected) };
  const totals = new Map([...gateways.keys()].map((engine) => [engine, { cpu: 0, requests: 0 }]));
  const rounds = quick ? 2 : 4;
  for (let round = -1; round < rounds; round++) {
    for (const [engine, gateway] of gateways) {
      const before = gateway.cpu();
      const door = doorOf(gateway.ready.address);
      const { latencies } = await load(door, [question], 4, quick ? 1_000 : 2_500);
      const total = totals.get(engine) as { cpu: number; requests: number };
      // The first round warms up.
      if (round < 0) continue;
      total.cpu += gateway.cpu() - before;
      total.requests += latencies.length;
    }
  }
  return [...totals].flatMap(([engine, { cpu, requests }]) => {
    const row = (metric: string, value: number, unit: string): Row => ({
      suite: 'answers',
      workload: `list, ${(expected.length / MB).toPrecision(2)} MB`,
      subject: engine,
      metric,
      value,
      unit,
    });
    const each = cpu / requests;
    return [row('CPU', each, 'ms/request'), row('CPU by size', each / (expected.length / MB), 'ms/MB')];
  });
}

const doorOf = (address: string): Door => ({ address, headers: { 'content-type': 'application/json' } });

async function askOnce(door: Door, body: string): Promise<string> {
  const [answer = ''] = await askAll(door, [body]);
  return answer;
}
