import { afterAll, describe, expect, it } from 'vitest';
import { readPages } from '../../../kit/testing/pages.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';

const notifications = await createTestSubgraph(createNotificationsSubgraph);
afterAll(() => notifications[Symbol.asyncDispose]());

const BY_ID =
  'query ($id: ID!) { notification(id: $id) { id recipient { id } location urgency title text createdAt readAt } }';
const PAGE = 'edges { cursor node { id } } pageInfo { hasNextPage endCursor }';

const readById = (id: string, viewer: typeof admin | null = admin) =>
  notifications.execute(BY_ID, { viewer, variables: { id } });

/** Reads a selection of one user. */
async function readUser(id: string, selection: string, viewer: typeof admin | null = admin) {
  const response = await notifications.entities('User', [{ id }], selection, { viewer });
  return { ...response, user: response.data?._entities[0] };
}

async function list(args: string) {
  const { data, errors } = await notifications.execute(
    `{ notifications(${args}) { unreadCount edges { node { id } } } }`,
    { viewer: admin },
  );
  expect(errors).toBeUndefined();
  return data.notifications.edges.map((edge: { node: { id: string } }) => edge.node.id);
}

describe('a notification', () => {
  it('tells whom it is for, what it says and when it was read', async () => {
    expect((await readById('1', customer('123'))).data.notification).toEqual({
      id: '1',
      recipient: { id: '123' },
      location: null,
      urgency: 'INFO',
      title: 'Order confirmed',
      text: 'Your order is confirmed: thank you.',
      createdAt: '2026-01-05T16:13:00.037Z',
      readAt: '2026-01-05T23:26:00.074Z',
    });
    expect((await readById('6')).data.notification).toMatchObject({
      recipient: null,
      location: 42,
      urgency: 'URGENT',
      readAt: null,
    });
  });

  it('is null for an unknown id, and refused for a malformed one', async () => {
    expect(await readById('1001')).toEqual({ data: { notification: null } });
    expect(errorCodes(await readById('1 or 1=1'))).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['another customer’s', '1'],
    ['a location’s', '6'],
    ['an unknown one', '1001'],
  ])('is refused to a customer alike where it is %s', async (_, id) => {
    const response = await readById(id, customer('2'));
    expect(response.data).toEqual({ notification: null });
    expect(errorCodes(response)).toEqual(['FORBIDDEN']);
    expect(errorCodes(await readById(id, null))).toEqual(['UNAUTHENTICATED']);
  });

  it('is found by reference', async () => {
    const { data } = await notifications.entities('Notification', [{ id: '5' }], 'title', { viewer: admin });
    expect(data._entities).toEqual([{ title: 'Order confirmed' }]);
  });
});

describe('all notifications', () => {
  it('are narrowed by location, urgency and whether they were read', async () => {
    expect(await list('filter: { location: 7 }')).toEqual(['30', '21', '9', '3']);
    expect(await list('filter: { urgency: URGENT }')).toEqual(['24', '15', '6']);
    expect(await list('filter: { location: 7, urgency: INFO, unread: true }')).toEqual(['9']);
    expect(await list('first: 3, filter: { unread: false }')).toEqual(['28', '25', '22']);
    expect(await list('filter: { location: 2 }')).toEqual([]);
  });

  it('are paged without a gap or a repetition', async () => {
    const edges = await readPages<{ id: string }>(async (after) => {
      const query = `query ($after: String) { notifications(first: 7, after: $after) { ${PAGE} } }`;
      return (await notifications.execute(query, { viewer: admin, variables: { after } })).data.notifications;
    });
    expect(edges.map(({ node }) => Number(node.id))).toEqual(Array.from({ length: 30 }, (_, i) => 30 - i));
  });

  it.each([
    'first: 0',
    'first: 101',
    'after: "nonsense"',
    'filter: { location: 0 }',
    'filter: { location: 101 }',
  ])('are refused with %s', async (args) => {
    const response = await notifications.execute(`{ notifications(${args}) { unreadCount } }`, {
      viewer: admin,
    });
    expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
  });

  it('are for administrators', async () => {
    const read = (viewer: typeof admin | null) =>
      notifications.execute('{ notifications { unreadCount } webhookDeliveries { edges { cursor } } }', {
        viewer,
      });
    expect(errorCodes(await read(customer('123')))).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(errorCodes(await read(null))).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect((await read(admin)).data.notifications).toEqual({ unreadCount: null });
  });
});

describe('a user’s notifications', () => {
  it('come the newest first, with how many are unread', async () => {
    const selection = `id notifications(first: 2) { unreadCount ${PAGE.replace('cursor ', '').replace(' endCursor', '')} }`;
    expect((await readUser('123', selection, customer('123'))).user).toEqual({
      id: '123',
      notifications: {
        unreadCount: 1,
        edges: [{ node: { id: '19' } }, { node: { id: '13' } }],
        pageInfo: { hasNextPage: true },
      },
    });
  });

  it('are narrowed, which leaves the count', async () => {
    const { user } = await readUser(
      '123',
      `unread: notifications(filter: { unread: true }) { unreadCount edges { node { id } } }
       read: notifications(filter: { unread: false }) { unreadCount edges { node { id } } }`,
    );
    expect(user.unread).toEqual({ unreadCount: 1, edges: [{ node: { id: '8' } }] });
    expect(user.read).toMatchObject({ unreadCount: 1, edges: { length: 4 } });
  });

  it('are none for a user who was never told anything', async () => {
    const { user } = await readUser('999', 'notifications { unreadCount edges { cursor } }');
    expect(user.notifications).toEqual({ unreadCount: 0, edges: [] });
  });

  it('are paged to the end', async () => {
    const edges = await readPages<{ id: string }>(async (after) => {
      const page = `notifications(first: 2, after: ${JSON.stringify(after)}) { ${PAGE} }`;
      return (await readUser('123', page)).user.notifications;
    });
    expect(edges.map(({ node }) => node.id)).toEqual(['19', '13', '8', '4', '1']);
  });

  it('are refused to others', async () => {
    const response = await readUser('123', 'id notifications { unreadCount }', customer('1'));
    expect(response.user).toEqual({ id: '123', notifications: null });
    expect(errorCodes(response)).toEqual(['FORBIDDEN']);
  });

  it.each([1, 100])('cost two statements for %i users, counts included', async (users) => {
    const references = Array.from({ length: users }, (_, i) => ({ id: String(i + 1) }));
    const page = 'notifications(first: 3, filter: { unread: true }) { unreadCount edges { node { title } } }';
    const statements = await notifications.statements(() =>
      notifications.entities('User', references, page, { viewer: admin }),
    );
    expect(statements).toHaveLength(2);
  });
});
