import { describe, expect, it } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { createTestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createReportsSubgraph } from '../index.ts';
import type { ReportCategory } from '../kinds.ts';
import { type Entry, pruneSome, record } from '../ledger.ts';

const WRITERS = 8;
const BATCHES = 25;
const BATCH = 40;
const DETECTED = ['VEHICLE', 'PERSON', 'ANIMAL', 'FIRE'] as const;
/** Nobody else counts or prunes. */
const ALONE = { SEED: 'none', REPORTS_PROCESSING: 'apart' };
const NOW = new Date('2026-02-03T04:05:06Z');

const detection = (n: number): Entry => ({
  key: `detection/run-${n}/report`,
  kind: 'DETECTIONS',
  category: DETECTED[n % 4] as ReportCategory,
  location: 1 + (n % 100),
  occurredAt: `2026-02-03 04:0${n % 7}:00.000`,
});
const orderStep = (category: ReportCategory, n: number): Entry => ({
  key: `${category}/${n}`,
  kind: 'ORDERS',
  category,
  location: null,
  occurredAt: '2026-02-03 04:05:00.000',
});

/** Runs transactions side by side, and gives how often one began: each time that one starts over is a time more. */
async function runAll(
  database: Database,
  count: number,
  work: (trx: Parameters<typeof record>[0], batch: number, writer: number) => Promise<void>,
): Promise<number> {
  let begun = 0;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let batch = 0; batch < count; batch++) {
      await database.transaction(async (trx) => {
        begun++;
        await work(trx, batch, writer);
      });
    }
  });
  await Promise.all(writers);
  return begun;
}

const readTotals = async (database: Database, kind: string) =>
  Object.fromEntries(
    (
      await database.rows<{ category: string; counted: number }>(
        "SELECT category, counted FROM report_counters WHERE kind = ? AND period = 'TOTAL'",
        [kind],
      )
    ).map(({ category, counted }) => [category, counted]),
  );

// On SQLite one waits for the other anyway; on a server they meet.
describe('consumers that count at the same time', () => {
  it('lose none, count none twice, and never deadlock, though their batches overlap', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph, { env: ALONE });
    const { database } = reports;
    const begun = await runAll(database, BATCHES, (trx, batch, writer) => {
      // Half of what a writer tells, its neighbour tells too, in another order.
      const first = (batch * WRITERS + writer) * (BATCH / 2);
      const entries = Array.from({ length: BATCH }, (_, i) => detection(first + i));
      return record(trx, writer % 2 ? entries.reverse() : entries, NOW);
    });
    expect(begun).toBe(WRITERS * BATCHES);
    const told = (WRITERS * BATCHES + 1) * (BATCH / 2);
    expect(await readTotals(database, 'DETECTIONS')).toEqual({
      VEHICLE: told / 4,
      PERSON: told / 4,
      ANIMAL: told / 4,
      FIRE: told / 4,
    });
    expect(await reports.subgraph.recount(database)).toEqual([]);
  });

  it('do not deadlock either where a transaction counts several things in any order', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph, { env: ALONE });
    const { database } = reports;
    const steps: ReportCategory[] = ['PLACED', 'CONFIRMED', 'REJECTED', 'CANCELLED'];
    const begun = await runAll(database, BATCHES, async (trx, batch, writer) => {
      // As the handlers of several events share a transaction, in the order in which the events came.
      const turned = [...steps.slice(writer % 4), ...steps.slice(0, writer % 4)];
      for (const step of writer % 2 ? turned.reverse() : turned)
        await record(trx, [orderStep(step, batch * WRITERS + writer)], NOW);
    });
    expect(begun).toBe(WRITERS * BATCHES);
    const all = WRITERS * BATCHES;
    expect(await readTotals(database, 'ORDERS')).toEqual({
      PLACED: all,
      CONFIRMED: all,
      REJECTED: all,
      CANCELLED: all,
    });
  });

  it('lose none either to those who prune at the same time', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph, { env: ALONE });
    const { database } = reports;
    let isCounting = true;
    const prune = async () => {
      let pruned = 0;
      while (isCounting) pruned += await pruneSome(database, new Date(NOW.getTime() + 1));
      return pruned;
    };
    const pruning = [prune(), prune()];
    await runAll(database, BATCHES, (trx, batch, writer) => {
      const first = (batch * WRITERS + writer) * BATCH;
      return record(
        trx,
        Array.from({ length: BATCH }, (_, i) => detection(first + i)),
        NOW,
      );
    });
    isCounting = false;
    const [one, other] = (await Promise.all(pruning)) as [number, number];
    expect(one + other).toBeGreaterThan(0);
    const each = (WRITERS * BATCHES * BATCH) / 4;
    expect(await readTotals(database, 'DETECTIONS')).toEqual({
      VEHICLE: each,
      PERSON: each,
      ANIMAL: each,
      FIRE: each,
    });
    expect(await reports.subgraph.recount(database)).toEqual([]);
  });
});
