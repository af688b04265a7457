import type { Knex } from 'knex';
import {
  done,
  idempotencyKeyOf,
  type Outcome,
  type ReceivedOf,
  refused,
  type SendNotification,
} from '../../events/index.ts';
import { uuidOf } from '../../kit/ids.ts';
import type { DeliveryPort, SentNotification } from './delivery/port.ts';
import { insertNotifications, listKnown, lockRecipients } from './ledger.ts';

type Sending = ReceivedOf<typeof SendNotification>;
type SendingOutcome = Outcome<{ notificationId: string }, 'USER_NOT_FOUND'>;

/**
 * Sends notifications, many in one transaction, each once: its id is made of the idempotency key. A user who is not
 * heard of yet is sent one all the same, since the news of their registration may be on its way.
 */
export function createNotificationSender(delivery: DeliveryPort, now: () => Date) {
  return async (sendings: readonly Sending[], trx: Knex.Transaction): Promise<SendingOutcome[]> => {
    const userIds = sendings.flatMap(({ payload }) => payload.userId ?? []);
    const gone = await lockRecipients(trx, userIds);
    const known = await listKnown(trx, sendings.map(idOf));
    const isRefused = ({ payload: { userId } }: Sending) => userId !== null && gone.has(userId);
    const fresh = new Map<string, SentNotification>();
    const createdAt = now().toISOString();
    for (const sending of sendings) {
      const id = idOf(sending);
      if (known.has(id) || isRefused(sending)) continue;
      const notification = { ...sending.payload, id, createdAt, readAt: null };
      fresh.set(id, {
        notification,
        idempotencyKey: idempotencyKeyOf(sending),
        traceparent: sending.traceparent,
      });
    }
    const sent = [...fresh.values()];
    await insertNotifications(
      trx,
      sent.map(({ notification }) => notification),
    );
    await delivery.deliver(trx, sent);
    return sendings.map((sending) =>
      isRefused(sending)
        ? refused('USER_NOT_FOUND', 'The user was deleted.', sending.payload.userId)
        : done({ notificationId: idOf(sending) }),
    );
  };
}

const idOf = (sending: Sending) => uuidOf(`notification ${idempotencyKeyOf(sending)}`);
