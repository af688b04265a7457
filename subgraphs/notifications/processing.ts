import { type DomainBus, type Loop, leftToWorkers } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import type { Metrics } from '../../kit/telemetry/metrics.ts';
import type { Tracing } from '../../kit/telemetry/tracing.ts';
import type { NotificationsConfig } from './config.ts';
import { replyToCallers } from './delivery/calls.ts';
import { startCourier } from './delivery/courier.ts';
import { createWebhookAttempts } from './delivery/metrics.ts';
import { createWebhookPort, storeOnly } from './delivery/port.ts';
import { subscribe } from './events.ts';
import { startRetention } from './retention.ts';

/** What the domain's background work stands on. */
export interface ProcessingParts {
  readonly bus: DomainBus;
  readonly database: Database;
  readonly config: NotificationsConfig;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
  readonly now: () => Date;
}

/** Takes part in the domain's background work. Any number of processes may: each piece of work is done by one. */
export function startProcessing({
  bus,
  database,
  config,
  log,
  metrics,
  tracing,
  now,
}: ProcessingParts): Loop {
  const { endpoints, webhookTimeoutMs: timeoutMs, retentionDays } = config;
  // Told also where no webhooks are sent: it stays at nothing then.
  createWebhookAttempts(metrics);
  const couriers = (['NOTIFICATION', 'THIRD_PARTY'] as const).flatMap((kind) => {
    const endpoint = endpoints[kind];
    if (!endpoint) return [];
    const onVerdicts: Parameters<typeof startCourier>[0]['onVerdicts'] = (trx, verdicts) =>
      replyToCallers(trx, bus.outbox, verdicts);
    return [startCourier({ database, kind, endpoint, timeoutMs, log, metrics, tracing, now, onVerdicts })];
  });
  const wake = () => {
    for (const courier of couriers) courier.wake();
  };
  subscribeAll({ bus, config, now }, wake);
  const loops =
    retentionDays === null ? couriers : [...couriers, startRetention(database, retentionDays, log, now)];
  return {
    wake,
    stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))),
  };
}

/** Leaves the domain's background work to workers. */
export const leaveProcessing = ({ bus, ...parts }: Pick<ProcessingParts, 'bus' | 'config' | 'now'>): void =>
  subscribeAll({ bus: leftToWorkers(bus), ...parts }, () => {});

function subscribeAll(
  { bus, config: { endpoints }, now }: Pick<ProcessingParts, 'bus' | 'config' | 'now'>,
  onWebhooks: () => void,
): void {
  subscribe({
    bus,
    delivery: endpoints.NOTIFICATION ? createWebhookPort(now) : storeOnly,
    callsThirdParty: endpoints.THIRD_PARTY !== null,
    onWebhooks,
    now,
  });
}
