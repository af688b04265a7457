import { describe, expect, it } from 'vitest';
import { errorCodes, type TestResponse } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createUsersSubgraph } from '../index.ts';

describe('users', () => {
  it('gives the known rows', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const query = '{ user(id: "123") { id firstName lastName username email } }';
    expect(await users.execute(query, { viewer: admin })).toEqual({
      data: {
        user: {
          id: '123',
          firstName: 'Billye',
          lastName: 'Topes',
          username: 'billye.topes',
          email: 'billye.topes@example.org',
        },
      },
    });
  });

  it.each(['1 or 1=1', 'abc', '', '-1', '1.5', "1' --", 'x'.repeat(10_000)])(
    'refuses the malformed id %.20s',
    async (id) => {
      await using users = await createTestSubgraph(createUsersSubgraph);
      const response = await users.execute('query ($id: ID!) { user(id: $id) { id } }', {
        viewer: admin,
        variables: { id },
      });
      expect(response.data).toEqual({ user: null });
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it.each(['0', '1001', '00000000-0000-7000-8000-000000000000'])(
    'gives null for the unknown id %s',
    async (id) => {
      await using users = await createTestSubgraph(createUsersSubgraph);
      const response = await users.execute('query ($id: ID!) { user(id: $id) { id } }', {
        viewer: admin,
        variables: { id },
      });
      expect(response).toEqual({ data: { user: null } });
    },
  );

  it('pages through all users without a gap or a repetition', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const query = `query ($after: String) {
      users(first: 100, after: $after, orderBy: LAST_NAME_ASC) { edges { node { id lastName } } pageInfo { hasNextPage endCursor } }
    }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await users.execute(query, { viewer: admin, variables: { after } });
      const page = data.users;
      seen.push(...page.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(new Set(seen).size).toBe(1000);
    expect(seen).toHaveLength(1000);
  });

  it('resolves a hundred references with one statement', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const references = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1) }));
    const statements = await users.statements(() =>
      users.entities('User', references, 'firstName', { viewer: admin }),
    );
    expect(statements).toHaveLength(1);
  });

  it('does not tell a customer whether another user exists', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const query = 'query ($id: ID!) { user(id: $id) { id } }';
    const [existing, unknown] = await Promise.all(
      ['1', '1001'].map((id) => users.execute(query, { viewer: customer('123'), variables: { id } })),
    );
    expect(existing).toEqual(unknown);
    expect(errorCodes(existing as TestResponse)).toEqual(['FORBIDDEN']);
  });
});

// MySQL takes a text for the same with blanks behind it, SQLite does not.
describe('blanks around what is asked for', () => {
  const listIds = async (filter: object) => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const query = 'query ($filter: UserFilter) { users(filter: $filter) { edges { node { id } } } }';
    const { data } = await users.execute(query, { viewer: admin, variables: { filter } });
    return data.users.edges.map(({ node }: { node: { id: string } }) => node.id);
  };

  it.each(['billye.topes', 'billye.topes ', '  Billye.Topes', 'billye.topes@example.org '])(
    'are left out of the login "%s"',
    async (login) => {
      await using users = await createTestSubgraph(createUsersSubgraph);
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { user { id } } }';
      const input = { login, password: 'tessera-demo' };
      expect((await users.execute(query, { variables: { input } })).data.signIn.user).toEqual({ id: '123' });
    },
  );

  it('are left out of a username, and count in the beginning of a name', async () => {
    expect(await listIds({ username: ' billye.topes ' })).toEqual(['123']);
    expect(await listIds({ username: 'billye. topes' })).toEqual([]);
    expect(await listIds({ lastNamePrefix: 'Topes', username: 'billye.topes' })).toEqual(['123']);
    expect(await listIds({ lastNamePrefix: 'Topes ', username: 'billye.topes' })).toEqual([]);
  });
});
