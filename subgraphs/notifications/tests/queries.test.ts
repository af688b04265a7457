import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';

const BY_ID = 'query ($id: ID!) { notification(id: $id) { id title user { id } } }';

describe('notifications', () => {
  it('gives the known rows', async () => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    expect(await notifications.execute(BY_ID, { viewer: admin, variables: { id: '1' } })).toEqual({
      data: { notification: { id: '1', title: 'The first notification', user: { id: '1' } } },
    });
  });

  it('gives null for an unknown id, and refuses a malformed one', async () => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    const unknown = await notifications.execute(BY_ID, { viewer: admin, variables: { id: '1001' } });
    expect(unknown).toEqual({ data: { notification: null } });
    const malformed = await notifications.execute(BY_ID, { viewer: admin, variables: { id: '1 or 1=1' } });
    expect(errorCodes(malformed)).toEqual(['BAD_USER_INPUT']);
  });

  it('shows a customer their own rows alone', async () => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    const own = await notifications.execute(BY_ID, { viewer: customer('1'), variables: { id: '1' } });
    expect(own.data.notification.id).toBe('1');
    const others = await notifications.execute(BY_ID, { viewer: customer('2'), variables: { id: '1' } });
    expect(errorCodes(others)).toEqual(['FORBIDDEN']);
  });

  it('pages through all rows without a gap or a repetition', async () => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    const query = `query ($after: String) {
      notifications(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
    }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await notifications.execute(query, { viewer: admin, variables: { after } });
      seen.push(...data.notifications.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = data.notifications.pageInfo.endCursor;
      more = data.notifications.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
  });

  it('reads the pages of a hundred users with one statement', async () => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    const references = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1) }));
    const statements = await notifications.statements(() =>
      notifications.entities('User', references, 'notifications(first: 3) { edges { node { title } } }', {
        viewer: admin,
      }),
    );
    expect(statements).toHaveLength(1);
  });
});
