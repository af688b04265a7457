import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { type Child, expectNoFallback, startChild } from './engines/child.ts';
import { PUBLIC_SUBGRAPHS } from './public-graph/schemas.ts';
import { publicSupergraph } from './public-graph/supergraph.ts';
import type { BenchOptions, Row } from './rows.ts';

const AT_ONCE = 20;
/** Operations that are sent again and again. */
const USUAL = 200;
const STATIONS = 10;
const MIB = 2 ** 20;

/**
 * Whether memory stays flat: what lives in the compiled gateway after each tenth of a million requests over HTTP, most
 * of them one of 200 operations, every hundredth a new one: 10,000 in all.
 */
export async function run({ quick, report }: BenchOptions): Promise<Row[]> {
  const requests = quick ? 50_000 : 1_000_000;
  const directory = mkdtempSync(join(tmpdir(), 'bench-soak-'));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => rmSync(directory, { recursive: true }));
  writeFileSync(join(directory, 'supergraph.graphql'), publicSupergraph());
  const subgraphs = stack.use(
    await startChild<{ port: number }>(new URL('public-graph/serve.ts', import.meta.url), []),
  );
  const urls = Object.keys(PUBLIC_SUBGRAPHS).map((name) => [
    `${name.toUpperCase()}_URL`,
    `http://127.0.0.1:${subgraphs.ready.port}/${name}`,
  ]);
  const gateway = stack.use(
    await startChild<{ address: string }>(new URL('soak/gateway.ts', import.meta.url), ['http'], {
      ...Object.fromEntries(urls),
      ENGINE: 'compiled',
      SUPERGRAPH: join(directory, 'supergraph.graphql'),
      DATA_DIR: directory,
      PORT: '0',
      LOG_LEVEL: 'warn',
      NODE_ENV: '',
    }),
  );
  const rows: Row[] = [];
  let sent = 0;
  for (let station = 0; station <= STATIONS; station++) {
    const until = station === 0 ? USUAL : (requests / STATIONS) * station;
    await send(gateway.ready.address, sent, until);
    sent = until;
    report(`${sent} requests`);
    rows.push(...(await memoryOf(gateway, sent)));
  }
  await expectNoFallback(gateway);
  return rows;
}

/** The n-th request: each hundredth is of an operation that nobody sent before. */
const bodyOf = (number: number): string => {
  const operation = number >= USUAL && number % 100 === 0 ? number : number % USUAL;
  return JSON.stringify({
    query: `query Q${operation} { topProducts { upc f${operation}: name reviews { id body } } }`,
  });
};

async function send(address: string, from: number, until: number): Promise<void> {
  const pool = new Pool(address, { connections: AT_ONCE });
  let next = from;
  const work = async () => {
    while (next < until) {
      const body = bodyOf(next++);
      const headers = { 'content-type': 'application/json' };
      const response = await pool.request({ path: '/graphql', method: 'POST', headers, body });
      const text = await response.body.text();
      if (!text.startsWith('{"data":{"topProducts":[{"upc":"1",')) throw new Error(text.slice(0, 300));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await pool.destroy();
}

async function memoryOf(gateway: Child<unknown>, requests: number): Promise<Row[]> {
  const heap = await gateway.ask<number>('heap');
  const row = (metric: string, value: number): Row => ({
    suite: 'soak',
    workload: `after ${requests} requests`,
    subject: 'compiled',
    metric,
    value: value / MIB,
    unit: 'MiB',
  });
  return [row('live heap', heap), row('resident', gateway.memory())];
}
