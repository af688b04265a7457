import { expect } from 'vitest';
import type { Database } from '../../kit/database/database.ts';
import { createLogger } from '../../kit/logger.ts';
import type { SubgraphFactory } from '../../kit/server/subgraph.ts';
import { createTestSubgraph, type TestSubgraph } from '../../kit/testing/subgraph.ts';
import type { Message } from '../contract.ts';
import { type Bus, createBus } from '../index.ts';

/** One subgraph on an embedded bus of its own, and somebody who says what other domains would say. */
export interface SubgraphOnBus extends AsyncDisposable {
  readonly subgraph: TestSubgraph;
  readonly bus: Bus;
  /** Publishes messages of other domains, in one transaction. */
  publish(...messages: readonly Message[]): Promise<void>;
  /** Waits until every message is handled, what the subgraph published itself included. */
  settled(): Promise<void>;
}

/** Starts a subgraph over a copy of its seeded database and joins it to a bus; `await using` ends both. */
export async function startOnBus(create: SubgraphFactory): Promise<SubgraphOnBus> {
  const bus = createBus({ env: {}, log: createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent') });
  const subgraph = await createTestSubgraph(create, { bus });
  const { database } = subgraph;
  const { outbox, deadLetters } = bus.join('others', database);
  await bus.start();
  return {
    subgraph,
    bus,
    publish: (...messages) => database.transaction((trx) => outbox.add(trx, ...messages)),
    async settled() {
      await expect.poll(() => countWaiting(database), { timeout: 10_000 }).toBe(0);
      expect(await deadLetters.count()).toBe(0);
    },
    async [Symbol.asyncDispose]() {
      await bus.close();
      await subgraph[Symbol.asyncDispose]();
    },
  };
}

async function countWaiting(database: Database): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    'SELECT (SELECT COUNT(*) FROM event_outbox) + (SELECT COUNT(*) FROM event_deliveries) AS count',
    [],
  );
  return Number(row?.count);
}
