import type { Knex } from 'knex';
import {
  applyIfNewer,
  CallWebhook,
  carryOutMany,
  type DomainBus,
  on,
  type Received,
  SendNotification,
  UserDeleted,
} from '../../events/index.ts';
import { createCallTaker } from './delivery/calls.ts';
import type { DeliveryPort } from './delivery/port.ts';
import { forgetUser } from './ledger.ts';
import { createNotificationSender } from './sending.ts';

/** What the domain does for others stands on this. */
export interface SubscriptionParts {
  readonly bus: DomainBus;
  readonly delivery: DeliveryPort;
  /** Whether there is a third party to call. */
  readonly callsThirdParty: boolean;
  /** Called when there may be webhooks to send. */
  readonly onWebhooks: () => void;
  readonly now: () => Date;
}

/** Carries out the commands of others, and forgets users who are deleted. */
export function subscribe({ bus, delivery, callsThirdParty, onWebhooks, now }: SubscriptionParts): void {
  const { outbox } = bus;
  const send = createNotificationSender(delivery, now);
  const call = createCallTaker(callsThirdParty, now);
  const wakingUp =
    <Message extends Received, Result>(
      work: (received: readonly Message[], trx: Knex.Transaction) => Promise<Result>,
    ) =>
    (received: readonly Message[], trx: Knex.Transaction) => {
      trx.executionPromise.then(onWebhooks, () => {});
      return work(received, trx);
    };

  bus.subscribe('sending', [carryOutMany(outbox, SendNotification, wakingUp(send))]);
  bus.subscribe('calls', [carryOutMany(outbox, CallWebhook, wakingUp(call))]);
  bus.subscribe('users', [
    on(UserDeleted, (event, trx) =>
      applyIfNewer(trx, 'users', event, () => forgetUser(trx, event.subjectId, now())),
    ),
  ]);
}
