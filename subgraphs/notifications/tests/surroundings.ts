import { expect } from 'vitest';
import {
  type Bus,
  CallWebhook,
  createBus,
  type Message,
  type Received,
  SendNotification,
} from '../../../events/index.ts';
import { createLogger } from '../../../kit/logger.ts';
import { createMetrics, type Metrics } from '../../../kit/telemetry/metrics.ts';
import { admin, createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';

/** A reply as a workflow reads it. */
export interface Reply {
  readonly correlationId: string | null;
  readonly payload: unknown;
}

/** Notifications on an embedded bus, with a workflow that sends commands and hears the replies. */
export interface Surroundings extends AsyncDisposable {
  readonly notifications: TestSubgraph;
  readonly bus: Bus;
  readonly metrics: Metrics;
  /** All replies so far. */
  readonly replies: readonly Reply[];
  /** Leaves messages, all in one transaction. */
  send(...messages: readonly Message[]): Promise<void>;
  /** Sends commands, and gives their replies in the order of the commands once each has one. */
  ask(...messages: readonly Message[]): Promise<unknown[]>;
  /** Moves the domain's clock on. */
  advance(milliseconds: number): void;
  /** All webhook deliveries, by their webhook ids. */
  // biome-ignore lint/suspicious/noExplicitAny: assertions check what they look at
  deliveries(): Promise<Record<string, any>>;
}

export async function start(env: Record<string, string> = {}): Promise<Surroundings> {
  let ahead = 0;
  const bus = createBus({ env: {}, log: createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent') });
  const now = () => new Date(Date.now() + ahead);
  const metrics = createMetrics();
  const notifications = await createTestSubgraph(createNotificationsSubgraph, { bus, env, metrics, now });
  const workflow = bus.join('workflow', notifications.database);
  const replies: Reply[] = [];
  const hear = ({ correlationId, payload }: Received) => void replies.push({ correlationId, payload });
  await bus.listen([SendNotification.reply, CallWebhook.reply], hear);
  await bus.start();
  const send: Surroundings['send'] = (...messages) =>
    notifications.database.transaction((trx) => workflow.outbox.add(trx, ...messages));
  return {
    notifications,
    bus,
    metrics,
    replies,
    send,
    async ask(...messages) {
      const before = replies.length;
      await send(...messages);
      await expect
        .poll(() => replies.length - before, { timeout: 10_000, interval: 5 })
        .toBe(messages.length);
      const heard = replies.slice(before);
      return messages.map(({ correlationId }) => {
        const i = heard.findIndex((reply) => reply.correlationId === correlationId);
        return heard.splice(i, 1)[0]?.payload;
      });
    },
    advance(milliseconds) {
      ahead += milliseconds;
    },
    async deliveries() {
      const query = `{ webhookDeliveries(first: 100) { edges { node {
        id kind webhookId eventType state attempts lastStatus lastError nextAttemptAt settledAt
      } } } }`;
      const { data } = await notifications.execute(query, { viewer: admin });
      const nodes: { webhookId: string }[] = data.webhookDeliveries.edges.map(
        ({ node }: { node: { webhookId: string } }) => node,
      );
      return Object.fromEntries(nodes.map((node) => [node.webhookId, node]));
    },
    async [Symbol.asyncDispose]() {
      await bus.close();
      await notifications[Symbol.asyncDispose]();
    },
  };
}

/** What a workflow's step sends: to a user unless it says otherwise. */
export const notify = (correlationId: string, payload: object = {}): Message =>
  SendNotification.message({
    id: 'run',
    correlationId,
    payload: {
      userId: '77',
      location: null,
      urgency: 'INFO',
      title: 'Hello',
      text: 'Something happened.',
      ...payload,
    },
  });

/** What a workflow's third-party step sends. */
export const call = (correlationId: string, payload: object = {}): Message =>
  CallWebhook.message({
    id: 'run',
    correlationId,
    payload: { type: 'detection.reported', data: { location: 7 }, ...payload },
  });
