import type { RequestOptions, TestSubgraph } from '../../../kit/testing/subgraph.ts';

const USER = 'user { id username email firstName lastName postalCode birthDate version }';
const FAULTS = 'userErrors { code message path }';

const DOCUMENTS = {
  registerUser: `mutation ($input: RegisterUserInput!) { registerUser(input: $input) { ${USER} ${FAULTS} } }`,
  updateUser: `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { ${USER} ${FAULTS} } }`,
  changePassword: `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ${USER} ${FAULTS} } }`,
  deleteUser: `mutation ($input: DeleteUserInput!) { deleteUser(input: $input) { userId ${FAULTS} } }`,
  signIn: `mutation ($input: SignInInput!) { signIn(input: $input) { user { id } ${FAULTS} } }`,
};

/** Runs one of this domain's mutations. */
export const mutate = (
  users: TestSubgraph,
  mutation: keyof typeof DOCUMENTS,
  input: object,
  viewer: RequestOptions['viewer'] = null,
) => users.execute(DOCUMENTS[mutation], { viewer, variables: { input } });

/** Somebody who is not in the sample data. */
export const ADA = {
  username: 'ada.lovelace',
  email: 'ada@example.com',
  password: 'analytical engine',
  firstName: 'Ada',
  lastName: 'Lovelace',
};

/** How many rows there are of users, credentials, messages and recognised requests. */
export async function countRows({ database }: TestSubgraph): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['users', 'credentials', 'event_outbox', 'idempotency_keys']) {
    const [row] = await database.rows<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`, []);
    counts[table] = Number(row?.count);
  }
  return counts;
}
