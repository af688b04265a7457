import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';

const CREATE = `mutation ($title: String!) {
  createNotification(input: { userId: "7", title: $title }) {
    notification { title createdAt user { id notifications { edges { node { title } } } } }
    userErrors { code path }
  }
}`;

describe('createNotification', () => {
  it('creates a notification, which the user then has', async () => {
    const now = () => new Date('2026-01-31T12:00:00.000Z');
    await using notifications = await createTestSubgraph(createNotificationsSubgraph, { now });
    const response = await notifications.execute(CREATE, { viewer: admin, variables: { title: ' New ' } });
    expect(response).toEqual({
      data: {
        createNotification: {
          notification: {
            title: 'New',
            createdAt: '2026-01-31T12:00:00.000Z',
            user: { id: '7', notifications: { edges: [{ node: { title: 'New' } }] } },
          },
          userErrors: [],
        },
      },
    });
  });

  it.each(['', '   ', 'x'.repeat(201)])('says what is wrong with the title "%.10s"', async (title) => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    const { data } = await notifications.execute(CREATE, { viewer: admin, variables: { title } });
    expect(data.createNotification).toEqual({
      notification: null,
      userErrors: [{ code: 'NOTIFICATION_TITLE_INVALID', path: ['title'] }],
    });
  });

  it('refuses another customer', async () => {
    await using notifications = await createTestSubgraph(createNotificationsSubgraph);
    const response = await notifications.execute(CREATE, {
      viewer: customer('8'),
      variables: { title: 'New' },
    });
    expect(errorCodes(response)).toEqual(['FORBIDDEN']);
  });
});
