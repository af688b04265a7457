import { expect } from 'vitest';
import {
  createBus,
  type DomainBus,
  type Message,
  type ReceivedOf,
  RecordOccurrence,
} from '../../../events/index.ts';
import type { Environment } from '../../../kit/config.ts';
import { newId } from '../../../kit/ids.ts';
import { createLogger } from '../../../kit/logger.ts';
import { admin, createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createReportsSubgraph } from '../index.ts';

type Payload = ReceivedOf<typeof RecordOccurrence>['payload'];
type Reply = ReceivedOf<typeof RecordOccurrence.reply>;

/** Reports on an embedded bus of their own, and somebody who tells them what happens. */
export interface ReportsOnBus extends AsyncDisposable {
  readonly reports: TestSubgraph;
  readonly domain: DomainBus;
  readonly replies: readonly Reply[];
  /** Publishes messages, all in one transaction. */
  publish(...messages: readonly Message[]): Promise<void>;
  /** Puts a command's payload into the outbox as a faulty sender would; gives the message's id. */
  publishRaw(payload: unknown): Promise<string>;
  /** Waits until every message is handled. */
  settled(): Promise<void>;
}

/** Starts reports without the sample data's counts, or on the databases that `env` names. */
export async function startReports(
  env: Environment = { SEED: 'none' },
  now = () => new Date(),
): Promise<ReportsOnBus> {
  const bus = createBus({ env: {}, log: createLogger('test', 'silent'), now });
  const reports = await createTestSubgraph(createReportsSubgraph, { bus, env, now });
  const { database } = reports;
  const domain = bus.join('teller', database);
  const replies: Reply[] = [];
  await bus.listen([RecordOccurrence.reply], (reply) => void replies.push(reply));
  await bus.start();
  return {
    reports,
    domain,
    replies,
    publish: (...messages) => database.transaction((trx) => domain.outbox.add(trx, ...messages)),
    async publishRaw(payload) {
      const id = newId();
      const envelope = {
        id,
        name: 'RecordOccurrence',
        version: 1,
        occurredAt: '2026-02-03T04:05:06.000Z',
        subject: 'WorkflowRun:1',
        sequence: 0,
        traceparent: null,
        correlationId: null,
        payload,
      };
      const row = { id, name: 'RecordOccurrence', kind: 'COMMAND', due_at: '2020-01-01 00:00:00.000' };
      await database.transaction(
        async (trx) => void (await trx('event_outbox').insert({ ...row, message: JSON.stringify(envelope) })),
      );
      return id;
    },
    settled: () =>
      expect
        .poll(
          async () => {
            const [row] = await database.rows<{ count: number }>(
              'SELECT (SELECT COUNT(*) FROM event_outbox) + (SELECT COUNT(*) FROM event_deliveries) AS count',
              [],
            );
            return Number(row?.count);
          },
          { timeout: 10_000, interval: 5 },
        )
        .toBe(0),
    async [Symbol.asyncDispose]() {
      await bus.close();
      await reports[Symbol.asyncDispose]();
    },
  };
}

export const vehicle: Extract<Payload, { kind: 'DETECTION' }> = {
  kind: 'DETECTION',
  category: 'VEHICLE',
  location: 7,
  occurredAt: '2026-02-03T04:05:06.000Z',
};

/** The command of one attempt at a step: `run/step`, and the attempt's number. */
export const tell = (step: string, payload: Payload = vehicle, attempt = 1): Message =>
  RecordOccurrence.message({ id: '1', payload, correlationId: `detection/${step}/${attempt}` });

/** The counts of a report's categories. */
export async function countsOf({ reports }: ReportsOnBus, kind: string): Promise<Record<string, number>> {
  const query = `{ report(kind: ${kind}) { byCategory { category count } } }`;
  const { data } = await reports.execute(query, { viewer: admin });
  return Object.fromEntries(
    data.report.byCategory.map((each: { category: string; count: number }) => [each.category, each.count]),
  );
}
