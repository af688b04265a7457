import { expect, it } from 'vitest';
import { createTestSubgraph } from '../../kit/testing/subgraph.ts';
import { createUsersSubgraph } from '../../subgraphs/users/index.ts';

it('issues a token for as long as the setting says', async () => {
  await using users = await createTestSubgraph(createUsersSubgraph, {
    env: { TOKEN_LIFETIME: '600' },
    now: () => new Date('2026-01-31T12:00:00.000Z'),
  });
  await users.database.transaction((trx) => trx('users').where({ id: '123' }).update({ username: 'billye' }));

  const response = await users.execute(`mutation {
    signIn(input: { login: "billye", password: "tessera-demo" }) { expiresAt userErrors { code } }
  }`);

  expect(response).toEqual({
    data: { signIn: { expiresAt: '2026-01-31T12:10:00.000Z', userErrors: [] } },
  });
});
