import type { Knex } from 'knex';
import {
  applyIfNewer,
  type DomainBus,
  type Message,
  on,
  ProductCreated,
  ProductDeleted,
  ProductUpdated,
  SubscriptionCancelled,
  SubscriptionChanged,
  SubscriptionCreated,
  SubscriptionRenewed,
  UserDeleted,
  UserRegistered,
  UserUpdated,
} from '../../events/index.ts';
import { saveProduct, saveUser } from './copies.ts';
import type { CustomerSubscription } from './repository.ts';

const WRITES = {
  created: SubscriptionCreated,
  changed: SubscriptionChanged,
  renewed: SubscriptionRenewed,
  cancelled: SubscriptionCancelled,
};

/** Says what happened to a subscription, and how it is now. */
export function announce(what: keyof typeof WRITES, subscription: CustomerSubscription): Message {
  const { id, version, userId, productId, billing, status, paymentMethod, registeredAt, renewsAt } =
    subscription;
  const payload = { userId, productId, billing, status, paymentMethod, registeredAt, renewsAt };
  return WRITES[what].message({ id, sequence: version, payload });
}

/** What is to be done about the news of others. */
interface UseCases {
  readonly forgetUser: (trx: Knex.Transaction, userId: string) => Promise<void>;
}

/** Keeps the copies of users and services, and ends what deleted users had. */
export function subscribe(bus: DomainBus, { forgetUser }: UseCases): void {
  bus.subscribe('copies', [
    ...[UserRegistered, UserUpdated].map((contract) =>
      on(contract, (event, trx) =>
        applyIfNewer(trx, 'users', event, () => saveUser(trx, event.subjectId, null)),
      ),
    ),
    on(UserDeleted, (event, trx) =>
      applyIfNewer(trx, 'users', event, () => forgetUser(trx, event.subjectId)),
    ),
    ...[ProductCreated, ProductUpdated].map((contract) =>
      on(contract, (event, trx) =>
        applyIfNewer(trx, 'products', event, () => saveProduct(trx, event.subjectId, event.payload.kind)),
      ),
    ),
    on(ProductDeleted, (event, trx) =>
      applyIfNewer(trx, 'products', event, () => saveProduct(trx, event.subjectId, null)),
    ),
  ]);
}
