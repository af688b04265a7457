import type { Knex } from 'knex';
import type { Notification } from '../repository.ts';
import { insertDeliveries, webhookIdOf } from './deliveries.ts';
import { webhookBody } from './webhook.ts';

/** A notification that is new, and what it was sent under. */
export interface SentNotification {
  readonly notification: Notification;
  readonly idempotencyKey: string;
  /** W3C trace context of what it was sent for. */
  readonly traceparent: string | null;
}

/** What happens to a notification beyond storing it. */
export interface DeliveryPort {
  /** Called in the transaction that stores them: what has an effect outside waits until it has committed. */
  deliver(trx: Knex.Transaction, sent: readonly SentNotification[]): Promise<void>;
}

/** Nothing: whoever it is for finds it in the graph. */
export const storeOnly: DeliveryPort = { deliver: async () => {} };

/** A signed webhook for each. */
export const createWebhookPort = (now: () => Date): DeliveryPort => ({
  deliver: (trx, sent) =>
    insertDeliveries(
      trx,
      sent.map(
        ({
          notification: { id, userId, location, urgency, title, text, createdAt },
          idempotencyKey,
          traceparent,
        }) => ({
          id,
          kind: 'NOTIFICATION',
          webhookId: webhookIdOf(idempotencyKey),
          eventType: EVENT_TYPE,
          traceparent,
          body: webhookBody(EVENT_TYPE, createdAt, { id, userId, location, urgency, title, text }),
        }),
      ),
      now(),
    ),
});

const EVENT_TYPE = 'notification.sent';
