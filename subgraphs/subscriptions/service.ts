import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { Outbox } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { isDuplicate } from '../../kit/database/failure.ts';
import { transactOnce } from '../../kit/database/idempotency.ts';
import { newId } from '../../kit/ids.ts';
import { RejectionError } from '../../kit/rejection.ts';
import { isService, lockUser, saveUser } from './copies.ts';
import {
  alreadySubscribed,
  conflict,
  notRenewable,
  productNotFound,
  required,
  subscriptionInactive,
  subscriptionNotFound,
  type UserError,
  userNotFound,
} from './errors.ts';
import { announce } from './events.ts';
import type { CustomerSubscription, SubscriptionsRepository } from './repository.ts';
import { termEnd } from './term.ts';

/** What a customer decides about a subscription. */
export interface Terms {
  readonly productId: string;
  readonly billing: CustomerSubscription['billing'];
  readonly paymentMethod: CustomerSubscription['paymentMethod'];
}

/** Some of the terms; what is absent stays as it is, null is refused. */
export type TermsChange = { readonly [Field in keyof Terms]?: Terms[Field] | null | undefined };

/** Who asks, and under which key the same request is recognised. */
export interface Caller {
  readonly viewerId: string;
  readonly idempotencyKey: string | null | undefined;
}

/** What the service stands on. */
export interface SubscriptionsParts {
  readonly database: Database;
  readonly repository: SubscriptionsRepository;
  readonly outbox: Outbox;
  readonly now: () => Date;
}

/** Further ahead nobody renews, unless by mistake. */
const YEARS_AHEAD = 5;

const reject = (...userErrors: readonly UserError[]): never => {
  throw new RejectionError(userErrors);
};

export type SubscriptionsService = ReturnType<typeof createSubscriptionsService>;

export function createSubscriptionsService({ database, repository, outbox, now }: SubscriptionsParts) {
  /** Writes the next version of a subscription together with its event. */
  async function save(
    trx: Knex.Transaction,
    what: 'changed' | 'renewed' | 'cancelled',
    subscription: CustomerSubscription,
  ): Promise<CustomerSubscription> {
    const next = { ...subscription, version: subscription.version + 1 };
    await repository.update(trx, next, now());
    await outbox.add(trx, announce(what, next));
    return next;
  }

  const lock = async (trx: Knex.Transaction, id: string) =>
    (await repository.lockById(trx, id)) ?? reject(subscriptionNotFound);

  async function requireService(trx: Knex.Transaction, productId: string): Promise<void> {
    if (!(await isService(trx, productId))) reject(productNotFound);
  }

  return {
    /** Opens a subscription, which begins now. Of several at once for one user, the unique index lets one through. */
    create(
      userId: string,
      terms: Terms,
      { viewerId, idempotencyKey }: Caller,
    ): Promise<CustomerSubscription> {
      const input = { userId, ...terms };
      const request = { key: idempotencyKey, viewerId, mutation: 'createSubscription', input, now: now() };
      const work = transactOnce(database, request, async (trx) => {
        if (!(await lockUser(trx, userId, viewerId === userId))) reject(userNotFound);
        await requireService(trx, terms.productId);
        const registeredAt = now().toISOString();
        const subscription: CustomerSubscription = {
          id: newId(),
          transactionId: newId(),
          ...input,
          status: 'ACTIVE',
          registeredAt,
          anchoredAt: registeredAt,
          renewsAt: termEnd(registeredAt, terms.billing),
          createdAt: registeredAt,
          version: 1,
        };
        await repository.insert(trx, subscription, now());
        await outbox.add(trx, announce('created', subscription));
        return subscription;
      });
      return work.catch(rejectDuplicate('userId'));
    },

    /** Changes the terms of an active subscription; another billing begins a new term now. */
    async change(id: string, change: TermsChange, version: number | null): Promise<CustomerSubscription> {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const removed = given.filter(([, value]) => value === null);
      if (removed.length > 0) reject(...removed.map(([field]) => required(field)));
      return database.transaction(async (trx) => {
        const subscription = await lock(trx, id);
        if (version !== null && version !== subscription.version) reject(conflict(subscription.version));
        if (subscription.status !== 'ACTIVE') reject(subscriptionInactive);
        const changed: CustomerSubscription = { ...subscription, ...Object.fromEntries(given) };
        if (isDeepStrictEqual(changed, subscription)) return subscription;
        if (changed.productId !== subscription.productId) await requireService(trx, changed.productId);
        if (changed.billing === subscription.billing) return save(trx, 'changed', changed);
        return save(trx, 'changed', begunAnew(changed, now()));
      });
    },

    /** Ends a subscription now. One that has ended already stays as it is, so that it can be asked for again. */
    cancel: (id: string): Promise<CustomerSubscription> =>
      database.transaction(async (trx) => {
        const subscription = await lock(trx, id);
        if (subscription.status === 'INACTIVE') return subscription;
        return save(trx, 'cancelled', end(subscription, now()));
      }),

    /** Adds a term to an active subscription; one that has ended begins anew. */
    renew(id: string, { viewerId, idempotencyKey }: Caller): Promise<CustomerSubscription> {
      const request = { key: idempotencyKey, viewerId, mutation: 'renewSubscription', input: id, now: now() };
      const work = transactOnce(database, request, async (trx) => {
        const subscription = await lock(trx, id);
        await requireService(trx, subscription.productId);
        return save(trx, 'renewed', renewed(subscription, now()));
      });
      return work.catch(rejectDuplicate('id'));
    },

    /** Deletes what a deleted user had; what was active is announced as cancelled. */
    async forgetUser(trx: Knex.Transaction, userId: string): Promise<void> {
      // The copy first, as in `create`: of the two, the later one sees what the other did.
      await saveUser(trx, userId, now());
      const active = await repository.deleteByUser(trx, userId);
      if (!active) return;
      const ended = { ...end(active, now()), version: active.version + 1 };
      await outbox.add(trx, announce('cancelled', ended));
    },
  };
}

const end = (subscription: CustomerSubscription, at: Date): CustomerSubscription => ({
  ...subscription,
  status: 'INACTIVE',
  renewsAt: subscription.renewsAt && at.toISOString(),
});

/** With a term that begins at this moment, whatever was before. */
function begunAnew(subscription: CustomerSubscription, at: Date): CustomerSubscription {
  const anchoredAt = at.toISOString();
  return { ...subscription, anchoredAt, renewsAt: termEnd(anchoredAt, subscription.billing) };
}

function renewed(subscription: CustomerSubscription, at: Date): CustomerSubscription {
  const { status, billing, anchoredAt, renewsAt } = subscription;
  if (status === 'INACTIVE') return begunAnew({ ...subscription, status: 'ACTIVE' }, at);
  if (billing === 'PAY_PER_USE')
    return reject(
      notRenewable('The subscription is active, and each use is billed: there is nothing to renew.'),
    );
  // A term that ran out without a renewal is not made up for.
  if (renewsAt === null || renewsAt <= at.toISOString()) return begunAnew(subscription, at);
  const next = termEnd(renewsAt, billing, anchoredAt);
  const limit = new Date(at);
  limit.setUTCFullYear(limit.getUTCFullYear() + YEARS_AHEAD);
  if (next && next > limit.toISOString())
    return reject(notRenewable(`The subscription would run for more than ${YEARS_AHEAD} years from now.`));
  return { ...subscription, renewsAt: next };
}

/** The one unique index that a valid write can violate is that of active subscriptions. */
const rejectDuplicate = (field: 'userId' | 'id') => (error: unknown) => {
  if (isDuplicate(error)) return reject(alreadySubscribed(field));
  throw error;
};
