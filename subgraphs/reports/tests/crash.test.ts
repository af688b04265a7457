import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { createTestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createReportsSubgraph } from '../index.ts';

const PROGRAM = fileURLToPath(new URL('./crash-program.ts', import.meta.url));
const TOTAL = 2_000;
const KILLS = 2;

it('counts each occurrence once though its process is killed, again and again, and all is told again', async () => {
  await using place = await provideDatabase();
  const env = { ...place.settings, SEED: 'none', REPORTS_PROCESSING: 'apart' };
  // Looks on, and counts nothing.
  await using reports = await createTestSubgraph(createReportsSubgraph, { env });
  const { database } = reports;
  const read = async (sql: string) => Number((await database.rows<{ n: number }>(sql, []))[0]?.n);
  const countTotal = () => read("SELECT SUM(counted) AS n FROM report_counters WHERE period = 'TOTAL'");
  const countWaiting = () =>
    read('SELECT (SELECT COUNT(*) FROM event_outbox) + (SELECT COUNT(*) FROM event_deliveries) AS n');
  const start = (attempt: number): ChildProcess =>
    spawn(process.execPath, [PROGRAM, String(TOTAL), String(attempt)], {
      env: { ...process.env, ...place.settings, SEED: 'none' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });

  for (let kill = 1; kill <= KILLS; kill++) {
    const child = start(kill);
    const ended = once(child, 'exit');
    await expect.poll(countTotal, { timeout: 30_000, interval: 2 }).toBeGreaterThan(kill * 200);
    await expect.poll(countWaiting, { timeout: 30_000, interval: 1 }).toBeGreaterThanOrEqual(20);
    child.kill('SIGKILL');
    await ended;
    expect(await countTotal()).toBeLessThan(TOTAL);
    expect(await reports.subgraph.recount(database)).toEqual([]);
  }
  const last = start(KILLS + 1);
  await expect.poll(countTotal, { timeout: 60_000, interval: 20 }).toBe(TOTAL);
  await expect.poll(countWaiting, { timeout: 60_000, interval: 20 }).toBe(0);
  last.kill('SIGTERM');
  await once(last, 'exit');
  expect(await countTotal()).toBe(TOTAL);
  expect(await reports.subgraph.recount(database)).toEqual([]);
}, 120_000);
