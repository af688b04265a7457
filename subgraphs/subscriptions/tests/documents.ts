import type { RequestOptions, TestSubgraph } from '../../../kit/testing/subgraph.ts';

const PAYLOAD = `subscription {
    id user { id } product { id } billing status paymentMethod registeredAt renewsAt version
  }
  userErrors { code message path }`;

const MUTATIONS = {
  createSubscription: 'CreateSubscriptionInput',
  changeSubscription: 'ChangeSubscriptionInput',
  cancelSubscription: 'CancelSubscriptionInput',
  renewSubscription: 'RenewSubscriptionInput',
};

/** Runs one of this domain's mutations. */
export const mutate = (
  subscriptions: TestSubgraph,
  mutation: keyof typeof MUTATIONS,
  input: object,
  viewer: RequestOptions['viewer'] = null,
) =>
  subscriptions.execute(
    `mutation ($input: ${MUTATIONS[mutation]}!) { ${mutation}(input: $input) { ${PAYLOAD} } }`,
    { viewer, variables: { input } },
  );
