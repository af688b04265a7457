import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Message, SendNotification, UserDeleted } from '../../../events/index.ts';
import { admin } from '../../../kit/testing/subgraph.ts';
import { recount } from '../recount.ts';
import { notify, type Surroundings, start } from './surroundings.ts';

let around: Surroundings;
beforeEach(async () => {
  around = await start();
});
afterEach(async () => {
  expect(await recount(around.notifications.database)).toEqual([]);
  await around[Symbol.asyncDispose]();
});

async function readUser(id: string) {
  const selection = 'notifications { unreadCount edges { node { id title } } }';
  const { data } = await around.notifications.entities('User', [{ id }], selection, { viewer: admin });
  const { unreadCount, edges } = data._entities[0].notifications;
  return { unreadCount, ids: edges.map((edge: { node: { id: string } }) => edge.node.id) };
}

const idIn = (reply: unknown) => (reply as { result: { notificationId: string } }).result.notificationId;
const deleteUser = (id: string) => UserDeleted.message({ id, sequence: 5, payload: {} });

/** Waits until a user's deletion has been heard of. */
const untilDeleted = (id: string) =>
  expect
    .poll(() => around.notifications.database.read('recipients').where({ user_id: id }).first('deleted_at'))
    .toMatchObject({ deleted_at: expect.any(String) });

describe('a notification that is sent', () => {
  it('is there for its user, unread', async () => {
    const [reply] = await around.ask(notify('order-fulfilment/1/notify/0', { urgency: 'URGENT' }));
    expect(reply).toEqual({ outcome: 'DONE', result: { notificationId: expect.any(String) } });
    expect(await readUser('77')).toEqual({ unreadCount: 1, ids: [idIn(reply)] });
  });

  it('is there for its location', async () => {
    const [reply] = await around.ask(notify('detection/1/notify/0', { userId: null, location: 99 }));
    const query =
      '{ notifications(filter: { location: 99 }) { edges { node { id recipient { id } location } } } }';
    const { data } = await around.notifications.execute(query, { viewer: admin });
    expect(data.notifications.edges).toEqual([{ node: { id: idIn(reply), recipient: null, location: 99 } }]);
  });

  it('is sent once for a step of a run, whatever comes twice, and the answer is given again', async () => {
    const [first] = await around.ask(notify('w/1/notify/0'));
    const again = await around.ask(notify('w/1/notify/0'), notify('w/1/notify/1'), notify('w/1/notify/2'));
    expect(again).toEqual([first, first, first]);
    const [other] = await around.ask(notify('w/2/notify/0'));
    expect(idIn(other)).not.toBe(idIn(first));
    expect(await readUser('77')).toEqual({
      unreadCount: 2,
      ids: expect.arrayContaining([idIn(first), idIn(other)]),
    });
  });

  it('is sent once when its attempts come in one batch', async () => {
    const attempts = Array.from({ length: 20 }, (_, round) => notify(`w/1/notify/${round}`));
    const replies = await around.ask(...attempts);
    expect(new Set(replies.map(idIn)).size).toBe(1);
    expect((await readUser('77')).unreadCount).toBe(1);
  });

  it('is one of many in a batch, for many users and locations', async () => {
    const sendings = Array.from({ length: 300 }, (_, i) =>
      notify(
        `w/${i}/notify/0`,
        i % 3 === 0 ? { userId: null, location: 60 } : { userId: String(2_000 + (i % 7)) },
      ),
    );
    const replies = await around.ask(...sendings);
    expect(new Set(replies.map(idIn)).size).toBe(300);
    const users = await Promise.all(Array.from({ length: 7 }, (_, i) => readUser(String(2_000 + i))));
    expect(users.reduce((sum, { unreadCount }) => sum + unreadCount, 0)).toBe(200);
  });

  it('without a sender who waits is stored all the same', async () => {
    const payload = { userId: '77', location: null, urgency: 'INFO', title: 'A', text: 'B' } as const;
    await around.send(SendNotification.message({ id: 'run', payload }));
    await expect.poll(async () => (await readUser('77')).unreadCount).toBe(1);
    expect(around.replies).toEqual([]);
  });

  it('costs as many statements for two hundred as for one', async () => {
    const count = async (...messages: readonly Message[]) => {
      const statements = await around.notifications.statements(() => around.ask(...messages));
      return statements.filter((sql) => /notifications|recipients/.test(sql)).length;
    };
    const one = await count(notify('w/one/notify/0', { userId: '3000' }));
    const many = await count(
      ...Array.from({ length: 200 }, (_, i) => notify(`w/${i}/notify/0`, { userId: String(3_000 + i) })),
    );
    expect(one).toBe(5);
    // The bus may hand them over in a few batches.
    expect(many).toBeLessThanOrEqual(4 * one);
  });
});

describe('a user who was deleted', () => {
  it('keeps nothing, and is refused what comes later', async () => {
    await around.ask(notify('w/1/notify/0'));
    await around.send(deleteUser('77'));
    await untilDeleted('77');
    expect(await readUser('77')).toEqual({ unreadCount: 0, ids: [] });
    const [late, again, other] = await around.ask(
      notify('w/2/notify/0'),
      notify('w/2/notify/1'),
      notify('w/3/notify/0', { userId: '78' }),
    );
    expect(late).toEqual({
      outcome: 'REFUSED',
      code: 'USER_NOT_FOUND',
      message: 'The user was deleted.',
      about: '77',
    });
    expect(again).toEqual(late);
    expect(other).toMatchObject({ outcome: 'DONE' });
    expect(await readUser('77')).toEqual({ unreadCount: 0, ids: [] });
  });

  it('who was never told anything is remembered too', async () => {
    await around.send(deleteUser('500'));
    await untilDeleted('500');
    const [reply] = await around.ask(notify('w/1/notify/0', { userId: '500' }));
    expect(reply).toMatchObject({ outcome: 'REFUSED', code: 'USER_NOT_FOUND', about: '500' });
  });

  it('has nothing to mark as read', async () => {
    await around.send(deleteUser('123'));
    await untilDeleted('123');
    const mutation = `mutation { markAllNotificationsRead(input: { userId: "123" }) {
      markedCount recipient { id } userErrors { code message path } } }`;
    const { data } = await around.notifications.execute(mutation, { viewer: admin });
    expect(data.markAllNotificationsRead).toEqual({
      markedCount: null,
      recipient: null,
      userErrors: [{ code: 'USER_NOT_FOUND', message: 'There is no user with this id.', path: ['userId'] }],
    });
  });
});

describe('a command that breaks its contract', () => {
  it.each([
    ['goes to nobody', { userId: null, location: null }],
    ['goes to a user and a location', { userId: '1', location: 1 }],
    ['goes to a location that is none', { userId: null, location: 101 }],
    ['has no such urgency', { urgency: 'SOON' }],
    ['says too much', { text: 'x'.repeat(501) }],
  ])('and %s is a dead letter, and holds up nobody', async (_, wrong) => {
    const message = notify('w/1/notify/0');
    const broken = { ...message, payload: { ...(message.payload as object), ...wrong } };
    const { deadLetters } = around.bus.join('looker', around.notifications.database);
    await around.send(broken);
    await around.ask(notify('w/2/notify/0'));
    await expect.poll(() => deadLetters.count()).toBe(1);
    expect((await deadLetters.list()).edges[0]?.node).toMatchObject({
      consumer: 'notifications.sending',
      name: 'SendNotification',
      reason: 'MALFORMED',
    });
    expect((await readUser('77')).unreadCount).toBe(1);
  });
});
