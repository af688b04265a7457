import type { Knex } from 'knex';
import {
  CallWebhook,
  done,
  idempotencyKeyOf,
  type Outbox,
  type Outcome,
  type ReceivedOf,
  refused,
  replyTo,
} from '../../../events/index.ts';
import { uuidOf } from '../../../kit/ids.ts';
import {
  addAskers,
  type DeliveryStanding,
  insertDeliveries,
  lockDeliveries,
  type NewDelivery,
  takeAskers,
  webhookIdOf,
} from './deliveries.ts';
import type { Verdict } from './verdict.ts';
import { webhookBody } from './webhook.ts';

type Call = ReceivedOf<typeof CallWebhook>;
type CallOutcome = Outcome<{ status: number }, 'NOT_CONFIGURED' | 'REJECTED'>;

/** Takes calls of the third party, which are made afterwards: a call that is there already is not made again. */
export function createCallTaker(isConfigured: boolean, now: () => Date) {
  return async (calls: readonly Call[], trx: Knex.Transaction): Promise<(CallOutcome | null)[]> => {
    const known = await lockDeliveries(trx, [...new Set(calls.map(idOf))]);
    const fresh = new Map(calls.filter((call) => !known.has(idOf(call))).map((call) => [idOf(call), call]));
    if (isConfigured) {
      const moment = now();
      await insertDeliveries(
        trx,
        [...fresh.values()].map((call) => toDelivery(call, moment)),
        moment,
      );
    }
    const isOpen = (id: string) => known.get(id)?.state === 'PENDING' || (isConfigured && fresh.has(id));
    await addAskers(
      trx,
      calls.filter((call) => isOpen(idOf(call))).map((call) => [idOf(call), call]),
    );
    return calls.map((call) => {
      const id = idOf(call);
      if (isOpen(id)) return null;
      const standing = known.get(id);
      return standing ? outcomeOf(standing) : refused('NOT_CONFIGURED', 'No third party is configured.');
    });
  };
}

/** Replies to those who wait for calls that are settled now. */
export async function replyToCallers(
  trx: Knex.Transaction,
  outbox: Outbox,
  verdicts: ReadonlyMap<string, Verdict>,
): Promise<void> {
  const settled = [...verdicts].flatMap(([id, { state }]) => (state === 'PENDING' ? [] : id));
  if (settled.length === 0) return;
  const askers = await takeAskers(trx, settled);
  const replies = askers.flatMap(({ deliveryId, asked }) => {
    const { state, status, error } = verdicts.get(deliveryId) as Verdict;
    return replyTo(CallWebhook, asked, outcomeOf({ state, lastStatus: status, lastError: error }));
  });
  await outbox.add(trx, ...replies);
}

function outcomeOf({ state, lastStatus, lastError }: Omit<DeliveryStanding, 'claim'>): CallOutcome {
  if (state === 'DELIVERED') return done({ status: lastStatus as number });
  return refused('REJECTED', `The third party did not take it: ${lastError}`);
}

const idOf = (call: Call) => uuidOf(`third-party call ${idempotencyKeyOf(call)}`);

const toDelivery = (call: Call, now: Date): NewDelivery => ({
  id: idOf(call),
  kind: 'THIRD_PARTY',
  webhookId: webhookIdOf(idempotencyKeyOf(call)),
  eventType: call.payload.type,
  body: webhookBody(call.payload.type, now.toISOString(), call.payload.data),
  traceparent: call.traceparent,
});
