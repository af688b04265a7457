import type { Knex } from 'knex';
import {
  applyIfNewer,
  type DomainBus,
  type Message,
  on,
  PreferenceSet,
  ProductCreated,
  ProductDeleted,
  ProductUpdated,
  UserDeleted,
  UserRegistered,
  UserUpdated,
} from '../../events/index.ts';
import { saveProduct, saveUser } from './copies.ts';
import type { ProductPreference } from './repository.ts';

/** Says how a preference is now. */
export function preferenceSet({ id, version, updatedAt: _, ...payload }: ProductPreference): Message {
  return PreferenceSet.message({ id, sequence: version, payload });
}

/** What is to be done about the news of others. */
interface UseCases {
  readonly forgetUser: (trx: Knex.Transaction, userId: string) => Promise<void>;
}

/** Keeps the copies of users and services, and deletes what deleted users preferred. */
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
