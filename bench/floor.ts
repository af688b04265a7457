import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, expectNoFallback, startChild } from './engines/child.ts';
import { load } from './engines/load.ts';
import { record } from './floor/record.ts';
import { shares } from './floor/shares.ts';
import { PUBLIC_QUERY, PUBLIC_SUBGRAPHS } from './public-graph/schemas.ts';
import { publicSupergraph } from './public-graph/supergraph.ts';
import type { BenchOptions, Row } from './rows.ts';

const AT_ONCE = 50;

/**
 * Where the CPU time of a request goes, with the floor beside it: a bare server that sends the same requests, parses the
 * same answers and writes the same answer, and does nothing else. The two take turns.
 */
export async function run({ quick, report }: BenchOptions): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-floor-'));
  try {
    const supergraph = publicSupergraph();
    writeFileSync(join(directory, 'supergraph.graphql'), supergraph);
    const script = await record(supergraph, PUBLIC_QUERY);
    const rows: Row[] = [];
    for (const topology of ['http', 'embedded'] as const) {
      report(topology);
      await using subgraphs = await startChild<{ port: number }>(
        new URL('public-graph/serve.ts', import.meta.url),
        [],
      );
      const origin = `http://127.0.0.1:${subgraphs.ready.port}`;
      await using gateway = await startGateway(directory, origin, topology);
      await using floor = await startChild(new URL('floor/server.ts', import.meta.url), []);
      const bare = await floor.ask<{ address: string }>({
        ...script,
        origin: topology === 'http' ? origin : undefined,
      });
      const workload = `public query, ${topology}, ${AT_ONCE} at a time`;
      const addresses = [gateway.ready.address, bare.address] as const;
      rows.push(...(await measure(workload, [gateway, floor], addresses, script.answer, quick)));
    }
    return rows;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function startGateway(directory: string, origin: string, topology: string) {
  const urls = Object.keys(PUBLIC_SUBGRAPHS).map((name) => [
    `${name.toUpperCase()}_URL`,
    `${origin}/${name}`,
  ]);
  return startChild<{ address: string }>(new URL('floor/gateway.ts', import.meta.url), [topology], {
    ...Object.fromEntries(urls),
    ENGINE: 'compiled',
    SUPERGRAPH: join(directory, 'supergraph.graphql'),
    DATA_DIR: directory,
    PORT: '0',
    LOG_LEVEL: 'warn',
    NODE_ENV: '',
  });
}

async function measure(
  workload: string,
  [gateway, floor]: readonly [Child<unknown>, Child<unknown>],
  [address, bare]: readonly [string, string],
  answer: string,
  quick: boolean,
): Promise<Row[]> {
  const body = JSON.stringify({ query: PUBLIC_QUERY });
  const spell = (target: string, milliseconds: number) => {
    const door = { address: target, headers: { 'content-type': 'application/json' } };
    const bytes = Buffer.byteLength(target === bare ? answer.trimEnd() : answer);
    return load(door, [{ body, bytes }], AT_ONCE, milliseconds);
  };
  const cpuOf = async (child: Child<unknown>, target: string, total: { cpu: number; requests: number }) => {
    const before = child.cpu();
    total.requests += (await spell(target, quick ? 1_500 : 4_000)).latencies.length;
    total.cpu += child.cpu() - before;
  };
  for (const target of [address, bare]) await spell(target, 2_000);
  const totals = [
    { cpu: 0, requests: 0 },
    { cpu: 0, requests: 0 },
  ] as const;
  for (let round = 0; round < (quick ? 3 : 6); round++) {
    await cpuOf(gateway, address, totals[0]);
    await cpuOf(floor, bare, totals[1]);
  }
  const [own, least] = totals.map(({ cpu, requests }) => cpu / requests) as [number, number];
  await gateway.ask('start');
  await spell(address, quick ? 3_000 : 8_000);
  const parts = shares(await gateway.ask<Profiler.Profile>('stop'));
  await expectNoFallback(gateway);
  const busy = [...parts.values()].reduce((sum, each) => sum + each, 0);
  const row = (subject: string, metric: string, value: number, unit: string): Row => ({
    suite: 'floor',
    workload,
    subject,
    metric,
    value,
    unit,
  });
  return [
    row('compiled', 'CPU', own, 'ms/request'),
    row('compiled', 'to the floor', own / least, ''),
    row('floor', 'CPU', least, 'ms/request'),
    row('floor', 'to the floor', 1, ''),
    // A profile is told in wall-clock time, which other processes stretch: its shares are of the CPU time.
    ...[...parts].flatMap(([part, time]) => [
      row(`- ${part}`, 'CPU', (time / busy) * own, 'ms/request'),
      row(`- ${part}`, 'share', (time / busy) * 100, '%'),
    ]),
  ];
}
