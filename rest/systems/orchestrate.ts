import { found } from '../failure.ts';
import {
  RestOrchestratePreferencesDocument,
  RestOrchestrateSubscriptionDocument,
  type RestOrchestrateSubscriptionQuery,
  RestOrchestrateTestDocument,
  RestOrchestrateUserDetailsDocument,
  type RestOrchestrateUserDetailsQuery,
  RestOrchestrateUserDocument,
  RestOrchestrateUserSubscriptionDocument,
} from '../operations.generated.ts';
import { route } from '../route.ts';
import { described, id, idOut, list, mapOf, moment, object, oneOf, orNull, text, yes } from '../schemas.ts';

const FREQUENCIES = { ANNUAL: 'Annual', MONTHLY: 'Monthly', PAY_PER_USE: 'Pay-per-use' } as const;
const STATUSES = { ACTIVE: 'Active', INACTIVE: 'Inactive' } as const;
const PAYMENTS = {
  DEBIT: 'Debit',
  MAIL_CHEQUE: 'MailCheque',
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
} as const;

const user = object({
  id,
  first_name: text,
  last_name: text,
  postal_code: orNull(text),
  birth_date: orNull({ type: 'string', format: 'date' }),
  email: { type: 'string', format: 'email' },
});
const status = oneOf(...Object.values(STATUSES));
const subscription = object({
  id,
  product: orNull(text),
  frequency: oneOf(...Object.values(FREQUENCIES)),
  status,
  payment: oneOf(...Object.values(PAYMENTS)),
  transaction_id: text,
  registered_at: moment,
  renews_at: orNull(moment),
});
const preferences = described(
  'By the product’s name; by its id where the name cannot be had, or another product before it has the same.',
  mapOf(
    object({
      mode: oneOf('dark', 'light'),
      region: text,
      notifications: yes,
      email: yes,
      newsletter: yes,
    }),
  ),
);
/** What could not be had, and of which service. */
const errors = list(object({ code: text, message: text }, { service: text, requestId: text }));

type UserFields = Pick<
  NonNullable<RestOrchestrateUserDetailsQuery['user']>,
  'id' | 'firstName' | 'lastName' | 'postalCode' | 'birthDate' | 'email'
>;
const userOut = (given: UserFields) => ({
  id: idOut(given.id),
  first_name: given.firstName,
  last_name: given.lastName,
  postal_code: given.postalCode,
  birth_date: given.birthDate,
  email: given.email,
});

type Subscription = NonNullable<NonNullable<RestOrchestrateSubscriptionQuery['user']>['active']>;
const subscriptionOut = (given: Subscription) => ({
  id: idOut(given.id),
  product: given.product?.name ?? null,
  frequency: FREQUENCIES[given.billing],
  status: STATUSES[given.status],
  payment: PAYMENTS[given.paymentMethod],
  transaction_id: given.transactionId,
  registered_at: given.registeredAt,
  renews_at: given.renewsAt,
});

type Preferences = NonNullable<RestOrchestrateUserDetailsQuery['user']>['preferences'];

/** By the product's name, or its id where the name cannot be had or is taken: names are not unique. */
function preferencesOut(given: NonNullable<Preferences>) {
  const byName = new Map<string, object>();
  for (const each of given) {
    const { name } = each.product ?? {};
    const isFree = name !== undefined && !byName.has(name);
    byName.set(isFree ? name : (each.key?.id ?? each.region), {
      mode: each.theme.toLowerCase(),
      region: each.region,
      notifications: each.notificationsEnabled,
      email: each.emailEnabled,
      newsletter: each.newsletterEnabled,
    });
  }
  return Object.fromEntries(byName);
}

const path = (rest: string) => [`/rest/orchestrate${rest}`];

export const orchestrate = [
  route({
    methods: ['GET'],
    paths: path('/user/{id}'),
    summary: 'A user.',
    access: 'viewer',
    operation: RestOrchestrateUserDocument,
    variables: ({ id }) => ({ id }),
    answer: ({ data }) => ({ status: 200, body: userOut(found(data.user, 'user with this id')) }),
    answers: { 200: { description: 'The user.', schema: user } },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/user/subscription/{id}'),
    summary: 'A user, and the active subscription.',
    access: 'viewer',
    operation: RestOrchestrateUserSubscriptionDocument,
    variables: ({ id }) => ({ id }),
    must: (data) => data.user,
    answer({ data }) {
      const given = found(data.user, 'user with this id');
      const active = given.subscription ? subscriptionOut(given.subscription) : null;
      return { status: 200, body: { user: userOut(given), subscription: active } };
    },
    answers: {
      200: {
        description: 'The user; the subscription is null where none is active.',
        schema: object({ user, subscription: orNull(subscription) }, { errors }),
      },
    },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/user/details/{id}'),
    summary: 'A user, whether a subscription is active, and the preferences by product.',
    access: 'viewer',
    operation: RestOrchestrateUserDetailsDocument,
    variables: ({ id }) => ({ id }),
    must: (data) => data.user,
    answer({ data }) {
      const given = found(data.user, 'user with this id');
      return {
        status: 200,
        body: {
          user: userOut(given),
          subscription_status: given.subscriptionStatus && STATUSES[given.subscriptionStatus],
          preferences: given.preferences && preferencesOut(given.preferences),
        },
      };
    },
    answers: {
      200: {
        description: 'The user. What cannot be had is null and named in `errors`.',
        schema: object(
          { user, subscription_status: orNull(status), preferences: orNull(preferences) },
          { errors },
        ),
      },
    },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/subscription/user/{id}'),
    summary: 'A user’s active subscription, else the latest one.',
    access: 'viewer',
    operation: RestOrchestrateSubscriptionDocument,
    variables: ({ id }) => ({ id }),
    must: (data) => data.user?.active ?? data.user?.latest,
    answer({ data }) {
      const { id: userId, active, latest } = found(data.user, 'user with this id');
      const given = found(active ?? latest?.edges[0]?.node, 'subscription of this user');
      return { status: 200, body: { user_id: idOut(userId), ...subscriptionOut(given) } };
    },
    answers: {
      200: {
        description: 'The subscription.',
        schema: { allOf: [object({ user_id: id }, { errors }), subscription] },
      },
    },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/preferences/user/{id}'),
    summary: 'A user’s preferences by product.',
    access: 'viewer',
    operation: RestOrchestratePreferencesDocument,
    variables: ({ id }) => ({ id }),
    must: (data) => data.user?.preferences,
    answer({ data }) {
      const given = found(data.user, 'user with this id');
      const body = { user_id: idOut(given.id), preferences: preferencesOut(given.preferences ?? []) };
      return { status: 200, body };
    },
    answers: {
      200: { description: 'The preferences.', schema: object({ user_id: id, preferences }, { errors }) },
    },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/api/test'),
    summary: 'Whether this answers, and who asks.',
    access: 'anyone',
    operation: RestOrchestrateTestDocument,
    answer: ({ request: { viewer } }) => ({ status: 200, body: { status: 'ok', viewer } }),
    answers: {
      200: {
        description: 'It answers.',
        schema: object({ status: oneOf('ok'), viewer: orNull(object({ id: text, scopes: list(text) })) }),
      },
    },
  }),
];
