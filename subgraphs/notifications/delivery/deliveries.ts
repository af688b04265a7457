import type { Knex } from 'knex';
import { type Asked, claimDue } from '../../../events/index.ts';
import { bulkInsert } from '../../../kit/database/bulk-insert.ts';
import type { Database } from '../../../kit/database/database.ts';
import { fromSqlTime, toSqlTime } from '../../../kit/database/time.ts';
import { newId, uuidOf } from '../../../kit/ids.ts';
import type { WebhookDelivery } from '../repository.ts';
import type { Verdict } from './verdict.ts';

// The writing side of webhook deliveries: together with ledger.ts, what names tables beside repository.ts.

/** A webhook to send. */
export interface NewDelivery extends Pick<WebhookDelivery, 'id' | 'kind' | 'webhookId' | 'eventType'> {
  readonly body: string;
  /** W3C trace context of what it tells of. */
  readonly traceparent: string | null;
}

/** A webhook in the hands of who sends it. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly body: string;
  readonly traceparent: string | null;
  /** How many there were. */
  readonly attempts: number;
  /** By which its row shows that it is in these hands. */
  readonly claim: string;
}

/** What came of an attempt, and under which claim it was made. */
export type ClaimedVerdict = Verdict & Pick<ClaimedDelivery, 'claim'>;

/** How a delivery stands. */
export type DeliveryStanding = Pick<WebhookDelivery, 'state' | 'lastStatus' | 'lastError'> & {
  /** Who makes an attempt, while one does. */
  readonly claim: string | null;
};

const COLUMNS = [
  'id',
  'kind',
  'webhook_id',
  'event_type',
  'body',
  'state',
  'attempts',
  'due_at',
  'created_at',
  'traceparent',
];

/** What a header can hold, and the column: printable ASCII. */
const HEADER_VALUE = /^[\x21-\x7e]{1,200}$/;

/** The id under which receivers know a webhook: its idempotency key, unless no header can hold that. */
export const webhookIdOf = (idempotencyKey: string): string =>
  HEADER_VALUE.test(idempotencyKey) ? idempotencyKey : uuidOf(`webhook ${idempotencyKey}`);

const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** @throws a duplicate when one of them is there by now */
export async function insertDeliveries(
  trx: Knex.Transaction,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  const at = toSqlTime(now);
  const rows = deliveries
    .toSorted((a, b) => byText(a.id, b.id))
    .map((each) => [
      each.id,
      each.kind,
      each.webhookId,
      each.eventType,
      each.body,
      'PENDING',
      0,
      at,
      at,
      each.traceparent,
    ]);
  await bulkInsert(trx, 'webhook_deliveries', COLUMNS, rows);
}

/** These deliveries as far as they are there, held until the transaction ends. */
export async function lockDeliveries(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, DeliveryStanding>> {
  type Row = {
    id: string;
    state: WebhookDelivery['state'];
    last_status: number | null;
    last_error: string | null;
    claim: string | null;
  };
  const rows: Row[] = await trx('webhook_deliveries')
    .whereIn('id', ids.toSorted(byText))
    .orderBy('id')
    .forUpdate()
    .select('id', 'state', 'last_status', 'last_error', 'claim');
  return new Map(
    rows.map(({ id, state, last_status: lastStatus, last_error: lastError, claim }) => [
      id,
      { state, lastStatus, lastError, claim },
    ]),
  );
}

/** Remembers who waits for a delivery, which is held or new. */
export async function addAskers(
  trx: Knex.Transaction,
  askers: readonly (readonly [deliveryId: string, asked: Asked])[],
): Promise<void> {
  const rows = askers.flatMap(([deliveryId, { correlationId, subjectId, traceparent }]) =>
    correlationId === null ? [] : [[deliveryId, correlationId, subjectId, traceparent]],
  );
  const columns = ['delivery_id', 'correlation_id', 'subject_id', 'traceparent'];
  await bulkInsert(trx, 'webhook_askers', columns, rows, 'ignore');
}

/** Gives who waits for these deliveries, and forgets it. */
export async function takeAskers(
  trx: Knex.Transaction,
  deliveryIds: readonly string[],
): Promise<{ readonly deliveryId: string; readonly asked: Asked }[]> {
  type Row = { delivery_id: string; correlation_id: string; subject_id: string; traceparent: string | null };
  const rows: Row[] = await trx('webhook_askers').whereIn('delivery_id', deliveryIds).select();
  if (rows.length > 0) await trx('webhook_askers').whereIn('delivery_id', deliveryIds).delete();
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    asked: {
      correlationId: row.correlation_id,
      subjectId: row.subject_id,
      traceparent: row.traceparent,
    },
  }));
}

/** When the next attempt at a webhook of this kind is due; null when there is none to come. */
export async function nextDue(database: Database, kind: WebhookDelivery['kind']): Promise<Date | null> {
  const row = await database
    .read('webhook_deliveries')
    .where({ kind })
    .whereNotNull('due_at')
    .orderBy('due_at')
    .first<{ due_at: string } | undefined>('due_at');
  return row ? new Date(fromSqlTime(row.due_at)) : null;
}

/** Takes webhooks that are due: each goes to one of all processes, until its lease ends. */
export async function claimDeliveries(
  trx: Knex.Transaction,
  kind: WebhookDelivery['kind'],
  limit: number,
  now: Date,
  leaseMs: number,
): Promise<ClaimedDelivery[]> {
  const claim = newId();
  type Row = Omit<ClaimedDelivery, 'webhookId' | 'claim'> & { webhook_id: string };
  const rows = await claimDue<Row>(trx, {
    table: 'webhook_deliveries',
    key: 'id',
    columns: ['webhook_id', 'body', 'attempts', 'traceparent'],
    order: 'due_at',
    where: { kind },
    limit,
    claim,
    now,
    leaseMs,
  });
  return rows.map(({ webhook_id, ...row }) => ({ ...row, webhookId: webhook_id, claim }));
}

/** Gives webhooks back that were not sent after all, so that nobody waits for their leases. */
export async function releaseDeliveries(
  trx: Knex.Transaction,
  claims: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const held = await lockDeliveries(trx, [...claims.keys()]);
  const ours = [...claims].filter(([id, claim]) => held.get(id)?.claim === claim).map(([id]) => id);
  await trx('webhook_deliveries')
    .whereIn('id', ours)
    .where({ state: 'PENDING' })
    .update({ due_at: toSqlTime(now), claim: null });
}

/**
 * Writes what became of attempts, by delivery. A process that stood still for longer than its lease finds its webhook in
 * other hands, or settled: what it has to say counts no more, unless it is that the webhook arrived.
 *
 * @returns what was written
 */
export async function saveVerdicts(
  trx: Knex.Transaction,
  verdicts: ReadonlyMap<string, ClaimedVerdict>,
  now: Date,
): Promise<Map<string, Verdict>> {
  const held = await lockDeliveries(trx, [...verdicts.keys()]);
  const written = [...verdicts].filter(([id, { state, claim }]) => {
    const standing = held.get(id);
    if (state === 'DELIVERED') return standing !== undefined && standing.state !== 'DELIVERED';
    return standing?.state === 'PENDING' && standing.claim === claim;
  });
  // What came of most attempts is the same: they share a statement.
  for (const [columns, group] of Map.groupBy(written, ([, verdict]) =>
    JSON.stringify(columnsOf(verdict, now)),
  )) {
    await trx('webhook_deliveries')
      .whereIn(
        'id',
        group.map(([id]) => id),
      )
      .update({ ...JSON.parse(columns), attempts: trx.raw('attempts + 1'), claim: null });
  }
  return new Map(written);
}

function columnsOf(verdict: Verdict, now: Date) {
  const { state, status: last_status, error: last_error } = verdict;
  if (verdict.state === 'PENDING')
    return { last_status, last_error, due_at: toSqlTime(new Date(now.getTime() + verdict.delayMs)) };
  const settled = { state, last_status, last_error, due_at: null, settled_at: toSqlTime(now) };
  return verdict.state === 'DELIVERED' ? { ...settled, body: '' } : settled;
}

/**
 * Has a delivery tried at once, one that failed from its first attempt on; not while an attempt is being made.
 *
 * @returns its state before, which for a delivered one is left; null when there is none
 */
export async function retryDelivery(
  trx: Knex.Transaction,
  id: string,
  now: Date,
): Promise<WebhookDelivery['state'] | null> {
  const row = await trx('webhook_deliveries')
    .where({ id })
    .forUpdate()
    .first<{ state: WebhookDelivery['state']; claim: string | null } | undefined>('state', 'claim');
  const due = { due_at: toSqlTime(now) };
  if (row?.state === 'FAILED')
    await trx('webhook_deliveries')
      .where({ id })
      .update({ ...due, state: 'PENDING', attempts: 0, settled_at: null });
  else if (row?.state === 'PENDING' && row.claim === null)
    await trx('webhook_deliveries').where({ id }).update(due);
  return row?.state ?? null;
}
