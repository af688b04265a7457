import { expect, it } from 'vitest';
import { errorCodes } from '../../kit/testing/response.ts';
import { createTestSubgraph, customer } from '../../kit/testing/subgraph.ts';
import { createUsersSubgraph } from '../../subgraphs/users/index.ts';

it('shows customers themselves, and nobody else', async () => {
  await using users = await createTestSubgraph(createUsersSubgraph);
  const query = 'query ($id: ID!) { user(id: $id) { firstName } }';

  const own = await users.execute(query, { viewer: customer('123'), variables: { id: '123' } });
  expect(own).toEqual({ data: { user: { firstName: 'Billye' } } });

  const other = await users.execute(query, { viewer: customer('123'), variables: { id: '1' } });
  expect(other.data).toEqual({ user: null });
  expect(errorCodes(other)).toEqual(['FORBIDDEN']);
});
