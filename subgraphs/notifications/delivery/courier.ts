import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { type Loop, startLoop } from '../../../events/index.ts';
import type { Database } from '../../../kit/database/database.ts';
import type { Logger } from '../../../kit/logger.ts';
import type { Metrics } from '../../../kit/telemetry/metrics.ts';
import type { Tracing } from '../../../kit/telemetry/tracing.ts';
import type { WebhookDelivery } from '../repository.ts';
import {
  type ClaimedDelivery,
  type ClaimedVerdict,
  claimDeliveries,
  nextDue,
  releaseDeliveries,
  saveVerdicts,
} from './deliveries.ts';
import { createWebhookAttempts } from './metrics.ts';
import { judge, type Verdict } from './verdict.ts';
import { createWebhookSender, type Endpoint } from './webhook.ts';

/** Attempts under way at once, of one kind in one process. */
const CONCURRENCY = 32;
/** Between looks at a table where nothing is due: what other processes put in is found after this at the latest. */
const IDLE_MS = 500;
/** Between looks while attempts are under way, so that several of them share the transactions that write them. */
const GATHER_MS = 10;
/** For what is under way when the process ends; what takes longer is given back. */
const GRACE_MS = 3_000;

/** What a courier stands on. */
export interface CourierParts {
  readonly database: Database;
  readonly kind: WebhookDelivery['kind'];
  readonly endpoint: Endpoint;
  readonly timeoutMs: number;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
  readonly now: () => Date;
  /** Told of the verdicts that are written, in the transaction that writes them. */
  readonly onVerdicts: (trx: Knex.Transaction, verdicts: ReadonlyMap<string, Verdict>) => Promise<void>;
}

/**
 * Sends the webhooks of one kind that wait in the database, and writes what became of them. Any number of processes
 * may: each attempt is made by one. One that dies in between is followed by another when its lease has ended, so that a
 * webhook arrives at least once.
 */
export function startCourier(parts: CourierParts): Loop {
  const { database, kind, endpoint, timeoutMs, log, metrics, tracing, now, onVerdicts } = parts;
  const attempts = createWebhookAttempts(metrics);
  const sender = createWebhookSender(endpoint, timeoutMs, CONCURRENCY, now);
  // Longer than an attempt and the writing of what became of it.
  const leaseMs = 2 * timeoutMs + 1_000;
  const ending = new AbortController();
  const flights = new Map<string, Promise<void>>();
  /** The newest of ours, by delivery: an attempt that outlasts its lease may be claimed by ourselves again. */
  const claims = new Map<string, string>();
  const verdicts = new Map<string, Verdict>();
  const released = new Map<string, string>();

  const fly = async (delivery: ClaimedDelivery) => {
    const { id, webhookId, body, attempts, traceparent: parent } = delivery;
    const attributes = { 'http.request.method': 'POST', 'server.address': new URL(endpoint.url).hostname };
    const span = tracing?.start({ name: 'webhook', kind: 'client', parent, attributes });
    const traceparent = span?.traceparent ?? parent;
    const answer = await sender.send({ id: webhookId, body, traceparent }, ending.signal);
    const { status, error } = answer;
    span?.end(error === null ? undefined : String(status ?? 'no_answer'), {
      'http.response.status_code': status ?? undefined,
    });
    // Cut off by us: that was no attempt.
    if (answer.status === null && ending.signal.aborted) released.set(id, claims.get(id) as string);
    else verdicts.set(id, judge(answer, attempts, Math.random()));
    flights.delete(id);
    loop.wake();
  };

  /** Writes what has become known since the last time, in one transaction. */
  const save = async () => {
    const known = new Map<string, ClaimedVerdict>(
      [...verdicts].map(([id, verdict]) => [id, { ...verdict, claim: claims.get(id) as string }]),
    );
    if (known.size === 0) return;
    const written = await database.transaction(async (trx) => {
      const saved = await saveVerdicts(trx, known, now());
      await onVerdicts(trx, saved);
      return saved;
    });
    for (const [id, verdict] of known) {
      verdicts.delete(id);
      claims.delete(id);
      if (written.has(id)) tell(id, verdict);
      else log.warn({ delivery: id, kind }, 'a webhook took longer than its lease; another process has it');
    }
  };

  const tell = (id: string, { state, status, error }: Verdict) => {
    const outcome = ({ DELIVERED: 'delivered', PENDING: 'retried', FAILED: 'failed' } as const)[state];
    attempts({ kind, outcome }).inc();
    const facts = { delivery: id, kind, status, reason: error };
    if (state === 'FAILED') log.error(facts, `gave up a webhook: ${error}`);
    else if (state === 'PENDING') log.warn(facts, `a webhook will be tried again: ${error}`);
    else log.debug(facts, 'delivered a webhook');
  };

  const loop = startLoop(`sending webhooks (${kind})`, log, async () => {
    if (flights.size > 0) await sleep(GATHER_MS);
    await save();
    const free = CONCURRENCY - flights.size;
    if (free === 0) return IDLE_MS;
    const due = await nextDue(database, kind);
    const wait = due ? due.getTime() - now().getTime() : IDLE_MS;
    if (wait > 0) return Math.min(wait, IDLE_MS);
    const claimed = await database.transaction((trx) => claimDeliveries(trx, kind, free, now(), leaseMs));
    for (const delivery of claimed) {
      claims.set(delivery.id, delivery.claim);
      if (!flights.has(delivery.id) && !verdicts.has(delivery.id)) flights.set(delivery.id, fly(delivery));
    }
    return 0;
  });

  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      const grace = setTimeout(() => ending.abort(), GRACE_MS);
      await Promise.all(flights.values());
      clearTimeout(grace);
      await sender.close();
      await save();
      if (released.size > 0) await database.transaction((trx) => releaseDeliveries(trx, released, now()));
    },
  };
}
