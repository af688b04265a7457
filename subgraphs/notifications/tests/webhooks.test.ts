import { describe, expect, it } from 'vitest';
import { UserDeleted } from '../../../events/index.ts';
import { createLogger } from '../../../kit/logger.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, customer } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';
import { type Receiver, SECRET, startReceiver } from './receiver.ts';
import { notify, type Surroundings, start } from './surroundings.ts';

const SECOND = 1_000;

const sendingTo = ({ url }: Receiver, settings: Record<string, string> = {}) =>
  start({ NOTIFICATIONS_WEBHOOK_URL: url, NOTIFICATIONS_WEBHOOK_SECRET: SECRET, ...settings });

/** Waits until a delivery looks like this. */
const expectDelivery = (around: Surroundings, webhookId: string, expected: object) =>
  expect
    .poll(async () => (await around.deliveries())[webhookId], { timeout: 10_000, interval: 20 })
    .toMatchObject(expected);

const retry = (around: Surroundings, id: string, viewer = admin) =>
  around.notifications.execute(
    `mutation ($id: ID!) { retryWebhookDelivery(input: { id: $id }) {
       webhookDelivery { state attempts } userErrors { code message path } } }`,
    { viewer, variables: { id } },
  );

const countGivenUp = async ({ metrics }: Surroundings) => {
  const told = await metrics.registry.metrics();
  const line = /^tessera_webhook_attempts_total\{kind="NOTIFICATION",outcome="failed"\} (\d+)$/m;
  return Number(line.exec(told)?.[1] ?? 0);
};

describe('a notification', () => {
  it('is told by no webhook unless an address is set', async () => {
    await using around = await start();
    await around.ask(notify('w/1/notify/0'));
    expect(await around.deliveries()).not.toHaveProperty('w/1/notify');
  });

  it('is told by one signed webhook under its idempotency key, however often it is sent', async () => {
    await using receiver = await startReceiver();
    await using around = await sendingTo(receiver);
    const [reply] = await around.ask(
      ...[0, 1].map((round) => notify(`w/1/notify/${round}`, { urgency: 'URGENT' })),
    );
    const id = (reply as { result: { notificationId: string } }).result.notificationId;
    await expectDelivery(around, 'w/1/notify', {
      kind: 'NOTIFICATION',
      eventType: 'notification.sent',
      state: 'DELIVERED',
      attempts: 1,
      lastStatus: 204,
      lastError: null,
      nextAttemptAt: null,
    });
    await around.ask(notify('w/1/notify/2'), notify('w/2/notify/0'));
    await expectDelivery(around, 'w/2/notify', { state: 'DELIVERED' });
    expect(receiver.forged).toBe(0);
    expect(receiver.arrivals.map((each) => each.id)).toEqual(['w/1/notify', 'w/2/notify']);
    expect(receiver.arrivals[0]).toMatchObject({
      headers: { 'content-type': 'application/json' },
      body: {
        type: 'notification.sent',
        timestamp: expect.stringMatching(/^\d{4}-.+Z$/),
        data: { id, userId: '77', location: null, urgency: 'URGENT', title: 'Hello' },
      },
    });
  });

  it('is told again, with growing delays and the same id, until the receiver takes it', async () => {
    await using receiver = await startReceiver((_, __, count) => [500, 503, 408][count - 1] ?? 200);
    await using around = await sendingTo(receiver);
    await around.ask(notify('w/1/notify/0'));
    for (const [attempts, status, delay] of [
      [1, 500, 5],
      [2, 503, 30],
      [3, 408, 120],
    ] as const) {
      const asked = Date.now();
      await expectDelivery(around, 'w/1/notify', { state: 'PENDING', attempts, lastStatus: status });
      const { nextAttemptAt, lastError } = (await around.deliveries())['w/1/notify'];
      expect(lastError).toBe(`HTTP ${status}`);
      const ahead = [0, 7, 44][attempts - 1] as number;
      const wait = (Date.parse(nextAttemptAt) - asked) / SECOND - ahead;
      expect(wait).toBeGreaterThan(delay - 1);
      expect(wait).toBeLessThan(1.2 * delay + 3);
      around.advance(([7, 37, 146][attempts - 1] as number) * SECOND);
    }
    await expectDelivery(around, 'w/1/notify', { state: 'DELIVERED', attempts: 4, lastError: null });
    expect(receiver.arrivals.map(({ id }) => id)).toEqual(Array(4).fill('w/1/notify'));
    expect(new Set(receiver.arrivals.map(({ headers }) => headers['webhook-signature'])).size).toBe(4);
    expect(receiver.forged).toBe(0);
  });

  it('is told later where the receiver says when', async () => {
    await using receiver = await startReceiver((_, response, count) => {
      if (count > 1) return 200;
      response.writeHead(429, { 'retry-after': '3600' }).end('slow down');
      return undefined;
    });
    await using around = await sendingTo(receiver);
    await around.ask(notify('w/1/notify/0'));
    await expectDelivery(around, 'w/1/notify', { state: 'PENDING', lastError: 'HTTP 429: slow down' });
    const { nextAttemptAt } = (await around.deliveries())['w/1/notify'];
    expect(Date.parse(nextAttemptAt) - Date.now()).toBeGreaterThan(3_590 * SECOND);
  });

  it.each([400, 401, 404, 410, 422])('is not told again to a receiver that says %i', async (status) => {
    await using receiver = await startReceiver((_, response) => {
      response.writeHead(status).end(`no\n${'x'.repeat(100_000)}`);
      return undefined;
    });
    await using around = await sendingTo(receiver);
    const before = await countGivenUp(around);
    await around.ask(notify('w/1/notify/0'));
    await expectDelivery(around, 'w/1/notify', { state: 'FAILED', attempts: 1, lastStatus: status });
    const { lastError, nextAttemptAt, settledAt } = (await around.deliveries())['w/1/notify'];
    expect([nextAttemptAt, settledAt]).toEqual([null, expect.any(String)]);
    expect(lastError).toMatch(/^HTTP \d+: no x+$/);
    expect(lastError.length).toBeLessThan(450);
    expect(receiver.arrivals).toHaveLength(1);
    expect(await countGivenUp(around)).toBe(before + 1);
  });

  it('does not follow a redirect', async () => {
    await using receiver = await startReceiver(({ path }, response) => {
      if (path !== '/hook') return 200;
      response.writeHead(307, { location: '/elsewhere' }).end();
      return undefined;
    });
    await using around = await sendingTo(receiver);
    await around.ask(notify('w/1/notify/0'));
    await expectDelivery(around, 'w/1/notify', { state: 'FAILED', lastStatus: 307 });
    expect(receiver.arrivals.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('waits neither for a receiver that hangs nor for one whose answer never ends', async () => {
    await using receiver = await startReceiver((_, response, count) => {
      if (count === 1) return undefined;
      if (count === 2) response.writeHead(200).write('and so on');
      return count === 2 ? undefined : 200;
    });
    await using around = await sendingTo(receiver, { WEBHOOK_TIMEOUT: '200' });
    await around.ask(notify('w/1/notify/0'));
    await expectDelivery(around, 'w/1/notify', {
      state: 'PENDING',
      lastStatus: null,
      lastError: 'no answer: timed out after 200 ms',
    });
    around.advance(7 * SECOND);
    await expectDelivery(around, 'w/1/notify', { state: 'DELIVERED', attempts: 2, lastStatus: 200 });
  });

  it('is told again when nobody listened', async () => {
    const receiver = await startReceiver();
    await using around = await sendingTo(receiver);
    await receiver[Symbol.asyncDispose]();
    await around.ask(notify('w/1/notify/0'));
    await expectDelivery(around, 'w/1/notify', { state: 'PENDING', lastError: 'no answer: ECONNREFUSED' });
  });

  it('is given up after most of a day, and tried again when an administrator asks', async () => {
    let status = 500;
    await using receiver = await startReceiver(() => status);
    await using around = await sendingTo(receiver);
    await around.ask(notify('w/1/notify/0'));
    for (let attempts = 1; attempts < 9; attempts++) {
      await expectDelivery(around, 'w/1/notify', { state: 'PENDING', attempts });
      // Instead of waiting: to the receiver, signatures of tomorrow would be forged.
      const { id } = (await around.deliveries())['w/1/notify'];
      expect((await retry(around, id)).data.retryWebhookDelivery.userErrors).toEqual([]);
    }
    await expectDelivery(around, 'w/1/notify', {
      state: 'FAILED',
      attempts: 9,
      lastError: 'given up after 9 attempts: HTTP 500',
    });
    status = 200;
    const { id } = (await around.deliveries())['w/1/notify'];
    expect((await retry(around, id)).data.retryWebhookDelivery).toEqual({
      webhookDelivery: { state: 'PENDING', attempts: 0 },
      userErrors: [],
    });
    await expectDelivery(around, 'w/1/notify', { state: 'DELIVERED', attempts: 1 });
    expect((await retry(around, id)).data.retryWebhookDelivery.userErrors).toEqual([
      {
        code: 'WEBHOOK_DELIVERED',
        message: 'The webhook was delivered: there is nothing to try again.',
        path: ['id'],
      },
    ]);
  });

  it('is told to nobody when its user is deleted in the meantime', async () => {
    await using receiver = await startReceiver(() => 500);
    await using around = await sendingTo(receiver);
    await around.ask(notify('w/1/notify/0'));
    await expectDelivery(around, 'w/1/notify', { state: 'PENDING', attempts: 1 });
    await around.send(UserDeleted.message({ id: '77', sequence: 2, payload: {} }));
    await expect.poll(() => around.deliveries()).not.toHaveProperty('w/1/notify');
  });
});

describe('many notifications', () => {
  it('are told a few at once, each by one of the processes that share the work', async () => {
    await using receiver = await startReceiver((_, response) => {
      setTimeout(() => response.writeHead(200).end(), 30);
      return undefined;
    });
    const settings = { NOTIFICATIONS_WEBHOOK_URL: receiver.url, NOTIFICATIONS_WEBHOOK_SECRET: SECRET };
    await using around = await sendingTo(receiver);
    const log = createLogger('test', 'silent');
    const { database } = around.notifications;
    const replica = await createNotificationsSubgraph({ log, database, env: settings });
    await around.ask(...Array.from({ length: 150 }, (_, i) => notify(`w/${i}/notify/0`)));
    await expect.poll(() => receiver.arrivals.length, { timeout: 10_000 }).toBe(150);
    expect(new Set(receiver.arrivals.map(({ id }) => id)).size).toBe(150);
    expect(receiver.mostAtOnce).toBeGreaterThan(1);
    expect(receiver.mostAtOnce).toBeLessThanOrEqual(2 * 32);
    const settled = () => database.read('webhook_deliveries').where({ state: 'DELIVERED' }).pluck('id');
    await expect.poll(async () => (await settled()).length).toBe(150);
    await around.bus.close();
    await replica.close();
  });
});

describe('webhook deliveries', () => {
  it('are listed by state, the newest first', async () => {
    await using around = await start();
    const query = `query ($after: String) {
      webhookDeliveries(first: 1, after: $after, filter: { state: FAILED }) {
        edges { node { id lastError } } pageInfo { hasNextPage endCursor } }
      pending: webhookDeliveries(filter: { state: PENDING }) { edges { cursor } } }`;
    const first = await around.notifications.execute(query, { viewer: admin });
    expect(first.data.webhookDeliveries.edges[0].node).toEqual({
      id: '2',
      lastError: 'given up after 9 attempts: HTTP 503',
    });
    expect(first.data.pending.edges).toEqual([]);
    const { endCursor: after } = first.data.webhookDeliveries.pageInfo;
    const next = await around.notifications.execute(query, { viewer: admin, variables: { after } });
    expect(next.data.webhookDeliveries).toMatchObject({
      edges: [{ node: { id: '1' } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('are retried by administrators alone, where there is one', async () => {
    await using around = await start();
    expect(errorCodes(await retry(around, '1', customer('123')))).toEqual(['FORBIDDEN']);
    expect(errorCodes(await retry(around, 'nonsense'))).toEqual(['BAD_USER_INPUT']);
    expect((await retry(around, '1001')).data.retryWebhookDelivery).toEqual({
      webhookDelivery: null,
      userErrors: [
        {
          code: 'WEBHOOK_DELIVERY_NOT_FOUND',
          message: 'There is no webhook delivery with this id.',
          path: ['id'],
        },
      ],
    });
  });

  it('are found by reference, by administrators', async () => {
    await using around = await start();
    const read = (viewer: typeof admin) =>
      around.notifications.entities('WebhookDelivery', [{ id: '1' }], 'state kind', { viewer });
    expect((await read(admin)).data._entities).toEqual([{ state: 'FAILED', kind: 'THIRD_PARTY' }]);
    expect(errorCodes(await read(customer('1')))).toEqual(['FORBIDDEN']);
  });
});
