import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';
import { recount } from '../recount.ts';

const NOW = '2026-02-01T12:00:00.000Z';
const FAULTS = 'userErrors { code message path }';
const ONE = `mutation ($input: MarkNotificationReadInput!) { markNotificationRead(input: $input) {
  notification { id readAt recipient { id notifications { unreadCount } } } ${FAULTS} } }`;
const ALL = `mutation ($input: MarkAllNotificationsReadInput!) { markAllNotificationsRead(input: $input) {
  markedCount recipient { id notifications { unreadCount } } ${FAULTS} } }`;

let notifications: TestSubgraph;
let time = NOW;
beforeEach(async () => {
  time = NOW;
  notifications = await createTestSubgraph(createNotificationsSubgraph, { now: () => new Date(time) });
});
afterEach(async () => {
  expect(await recount(notifications.database)).toEqual([]);
  await notifications[Symbol.asyncDispose]();
});

const mark = (id: string, viewer: typeof admin | null) =>
  notifications.execute(ONE, { viewer, variables: { input: { id } } });
const markAll = (input: object, viewer: typeof admin | null) =>
  notifications.execute(ALL, { viewer, variables: { input } });

describe('marking a notification as read', () => {
  it('says when, and counts it once however often it is marked', async () => {
    const expected = {
      notification: { id: '8', readAt: NOW, recipient: { id: '123', notifications: { unreadCount: 0 } } },
      userErrors: [],
    };
    expect((await mark('8', customer('123'))).data.markNotificationRead).toEqual(expected);
    time = '2026-02-02T12:00:00.000Z';
    expect((await mark('8', customer('123'))).data.markNotificationRead).toEqual(expected);
  });

  it('counts it once when it is marked many times at once', async () => {
    const marks = await Promise.all(Array.from({ length: 10 }, () => mark('8', customer('123'))));
    expect(marks.map(({ data }) => data.markNotificationRead.userErrors)).toEqual(Array(10).fill([]));
    const { data } = await notifications.entities('User', [{ id: '123' }], 'notifications { unreadCount }', {
      viewer: admin,
    });
    expect(data._entities[0].notifications.unreadCount).toBe(0);
  });

  it('is for administrators where it is a location’s', async () => {
    expect((await mark('6', admin)).data.markNotificationRead).toEqual({
      notification: { id: '6', readAt: NOW, recipient: null },
      userErrors: [],
    });
    expect(errorCodes(await mark('6', customer('123')))).toEqual(['FORBIDDEN']);
  });

  it('tells an administrator of an unknown id, and a customer as much as of another’s', async () => {
    expect((await mark('1001', admin)).data.markNotificationRead).toEqual({
      notification: null,
      userErrors: [
        { code: 'NOTIFICATION_NOT_FOUND', message: 'There is no notification with this id.', path: ['id'] },
      ],
    });
    expect(errorCodes(await mark('1001', customer('1')))).toEqual(['FORBIDDEN']);
    expect(errorCodes(await mark('8', customer('1')))).toEqual(['FORBIDDEN']);
    expect(errorCodes(await mark('8', null))).toEqual(['UNAUTHENTICATED']);
    expect(errorCodes(await mark('8 or 1', admin))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('marking all notifications as read', () => {
  it('marks the viewer’s own by default, and none the second time', async () => {
    const recipient = { id: '123', notifications: { unreadCount: 0 } };
    const first = await markAll({}, customer('123'));
    expect(first.data.markAllNotificationsRead).toEqual({ markedCount: 1, recipient, userErrors: [] });
    const again = await markAll({}, customer('123'));
    expect(again.data.markAllNotificationsRead).toEqual({ markedCount: 0, recipient, userErrors: [] });
  });

  it('marks anybody’s for an administrator, and nobody else’s for a customer', async () => {
    expect((await markAll({ userId: '5' }, admin)).data.markAllNotificationsRead.markedCount).toBe(1);
    expect(errorCodes(await markAll({ userId: '8' }, customer('5')))).toEqual(['FORBIDDEN']);
    expect(errorCodes(await markAll({}, null))).toEqual(['UNAUTHENTICATED']);
    expect(errorCodes(await markAll({ userId: 'nobody' }, admin))).toEqual(['BAD_USER_INPUT']);
  });

  it('is nothing for a user who was never told anything', async () => {
    const { data } = await markAll({ userId: '999' }, admin);
    expect(data.markAllNotificationsRead).toMatchObject({ markedCount: 0, userErrors: [] });
  });
});

describe('recounting', () => {
  it('names the user whose count is wrong', async () => {
    const set = (unread_count: number) =>
      notifications.database.transaction(
        async (trx) => void (await trx('recipients').where({ user_id: '8' }).update({ unread_count })),
      );
    await set(3);
    expect(await recount(notifications.database)).toEqual([
      { what: 'unread notifications of user 8', kept: 3, counted: 1 },
    ]);
    await set(1);
  });
});
