import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../kit/logger.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { admin } from '../../../kit/testing/subgraph.ts';
import { createNotificationsSubgraph } from '../index.ts';
import { type Receiver, SECRET, startReceiver } from './receiver.ts';
import { call, type Surroundings, start } from './surroundings.ts';

const calling = ({ url }: Receiver, settings: Record<string, string> = {}) =>
  start({ THIRD_PARTY_WEBHOOK_URL: url, THIRD_PARTY_WEBHOOK_SECRET: SECRET, ...settings });

const DONE = { outcome: 'DONE', result: { status: 202 } };

/** Waits until a call stands like this. */
const expectCall = (around: Surroundings, webhookId: string, expected: object) =>
  expect
    .poll(async () => (await around.deliveries())[webhookId], { timeout: 10_000, interval: 20 })
    .toMatchObject(expected);

describe('a call of the third party', () => {
  it('is refused while none is configured', async () => {
    await using around = await start();
    expect(await around.ask(call('w/1/call/0'))).toEqual([
      {
        outcome: 'REFUSED',
        code: 'NOT_CONFIGURED',
        message: 'No third party is configured.',
        about: null,
      },
    ]);
    expect(await around.deliveries()).not.toHaveProperty('w/1/call');
  });

  it('is a signed webhook, and its reply tells the status', async () => {
    await using receiver = await startReceiver(() => 202);
    await using around = await calling(receiver);
    expect(await around.ask(call('w/1/call/0'))).toEqual([DONE]);
    expect(receiver.forged).toBe(0);
    expect(receiver.arrivals).toMatchObject([
      { id: 'w/1/call', body: { type: 'detection.reported', data: { location: 7 } } },
    ]);
    const { body } = (await around.notifications.database
      .read('webhook_deliveries')
      .where({ webhook_id: 'w/1/call' })
      .first('body')) as { body: string };
    expect(body).toBe('');
  });

  it('is made once for a step of a run, and the answer is given again', async () => {
    await using receiver = await startReceiver(() => 202);
    await using around = await calling(receiver);
    await around.ask(call('w/1/call/0'));
    expect(await around.ask(call('w/1/call/0'), call('w/1/call/1'))).toEqual([DONE, DONE]);
    expect(receiver.arrivals).toHaveLength(1);
  });

  it('that is asked for again while it is under way is made once, and answered to all who asked', async () => {
    let answer = () => {};
    await using receiver = await startReceiver((_, response) => {
      answer = () => response.writeHead(202).end();
      return undefined;
    });
    await using around = await calling(receiver);
    await around.send(call('w/1/call/0'));
    await expect.poll(() => receiver.arrivals.length).toBe(1);
    await around.send(call('w/1/call/0'), call('w/1/call/1'));
    await expect
      .poll(() => around.notifications.database.read('webhook_askers').pluck('correlation_id'))
      .toHaveLength(2);
    expect(around.replies).toEqual([]);
    answer();
    await expect.poll(() => around.replies.length).toBe(2);
    expect(
      [...around.replies].sort((a, b) => (String(a.correlationId) < String(b.correlationId) ? -1 : 1)),
    ).toEqual([
      { correlationId: 'w/1/call/0', payload: DONE },
      { correlationId: 'w/1/call/1', payload: DONE },
    ]);
    expect(receiver.arrivals).toHaveLength(1);
  });

  it('that is refused tells why, the second time without asking', async () => {
    await using receiver = await startReceiver((_, response) => {
      response.writeHead(422).end('no such location');
      return undefined;
    });
    await using around = await calling(receiver);
    const refused = {
      outcome: 'REFUSED',
      code: 'REJECTED',
      message: 'The third party did not take it: HTTP 422: no such location',
      about: null,
    };
    expect(await around.ask(call('w/1/call/0'))).toEqual([refused]);
    expect(await around.ask(call('w/1/call/1'))).toEqual([refused]);
    expect(receiver.arrivals).toHaveLength(1);
  });

  it('that was given up is done once an administrator has had it retried', async () => {
    let status = 400;
    await using receiver = await startReceiver(() => status);
    await using around = await calling(receiver);
    expect(await around.ask(call('w/1/call/0'))).toMatchObject([{ code: 'REJECTED' }]);
    status = 202;
    const { id } = (await around.deliveries())['w/1/call'];
    const mutation = `mutation { retryWebhookDelivery(input: { id: "${id}" }) { userErrors { code } } }`;
    await around.notifications.execute(mutation, { viewer: admin });
    await expectCall(around, 'w/1/call', { state: 'DELIVERED' });
    expect(await around.ask(call('w/1/call/1'))).toEqual([DONE]);
    expect(receiver.arrivals).toHaveLength(2);
  });

  it('is answered once the third party takes it', async () => {
    await using receiver = await startReceiver((_, __, count) => (count === 1 ? 503 : 202));
    await using around = await calling(receiver);
    await around.send(call('w/1/call/0'));
    await expectCall(around, 'w/1/call', { state: 'PENDING', attempts: 1 });
    expect(around.replies).toEqual([]);
    around.advance(7_000);
    await expect.poll(() => around.replies).toEqual([{ correlationId: 'w/1/call/0', payload: DONE }]);
    expect(receiver.arrivals.map(({ id }) => id)).toEqual(['w/1/call', 'w/1/call']);
  });

  it('under a key that no header can hold goes under one that is made of it', async () => {
    await using receiver = await startReceiver(() => 202);
    await using around = await calling(receiver);
    expect(await around.ask(call('wörk flow/1/call/0'), call('wörk flow/1/call/1'))).toEqual([DONE, DONE]);
    expect(receiver.arrivals.map(({ id }) => id)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it('with a broken payload is a dead letter', async () => {
    await using receiver = await startReceiver(() => 202);
    await using around = await calling(receiver);
    await around.send({ ...call('w/1/call/0'), payload: { type: '', data: [] } });
    const { deadLetters } = around.bus.join('looker', around.notifications.database);
    await expect.poll(() => deadLetters.count()).toBe(1);
    expect(await around.ask(call('w/2/call/0'))).toEqual([DONE]);
  });
});

describe('a process that stands still for longer than its lease', () => {
  /** Two processes with one call: the first is answered with its status once the second is there. */
  async function twoOn(statusOf: { first: number; second: number }, firstAnswers: 'EARLIER' | 'LATER') {
    await using receiver = await startReceiver((_, response, count) => {
      if (count === 1) first.resolve(response);
      else second.resolve(response);
      return undefined;
    });
    const [first, second] = [0, 1].map(() => Promise.withResolvers<ServerResponse>()) as [Answer, Answer];
    await using around = await calling(receiver, { WEBHOOK_TIMEOUT: '5000' });
    await around.send(call('w/1/call/0'));
    const late = await first.promise;
    const { database } = around.notifications;
    const env = { THIRD_PARTY_WEBHOOK_URL: receiver.url, THIRD_PARTY_WEBHOOK_SECRET: SECRET };
    // By the other's clock, the lease of the first has ended.
    let ahead = 30_000;
    const now = () => new Date(Date.now() + ahead);
    const other = await createNotificationsSubgraph({
      log: createLogger('test', 'silent'),
      database,
      env,
      now,
    });
    const early = await second.promise;
    ahead = 0;
    const answers = [
      [late, statusOf.first],
      [early, statusOf.second],
    ] as const;
    for (const [response, status] of firstAnswers === 'EARLIER' ? answers : answers.toReversed()) {
      response.writeHead(status).end();
      await sleep(300);
    }
    await expect.poll(() => around.replies.length, { timeout: 10_000 }).toBe(1);
    const delivery = (await around.deliveries())['w/1/call'];
    await around.bus.close();
    await other.close();
    return { delivery, replies: around.replies };
  }
  type Answer = PromiseWithResolvers<ServerResponse>;

  it('says no more about what is in the hands of another', async () => {
    const { delivery, replies } = await twoOn({ first: 400, second: 202 }, 'EARLIER');
    expect(delivery).toMatchObject({ state: 'DELIVERED', attempts: 1, lastStatus: 202 });
    expect(replies).toEqual([{ correlationId: 'w/1/call/0', payload: DONE }]);
  });

  it('still says that a call arrived, which another was refused', async () => {
    const { delivery, replies } = await twoOn({ first: 202, second: 400 }, 'LATER');
    expect(delivery).toMatchObject({ state: 'DELIVERED', attempts: 2, lastStatus: 202 });
    // What a workflow was told stands.
    expect(replies).toMatchObject([{ correlationId: 'w/1/call/0', payload: { code: 'REJECTED' } }]);
  });
});

describe('a process that ends', () => {
  it('finishes the calls that are under way', async () => {
    await using receiver = await startReceiver((_, response) => {
      setTimeout(() => response.writeHead(202).end(), 300);
      return undefined;
    });
    await using place = await provideDatabase();
    {
      await using around = await calling(receiver, { ...place.settings });
      await around.send(call('w/1/call/0'));
      await expect.poll(() => receiver.arrivals.length).toBe(1);
    }
    await using after = await start({ ...place.settings });
    expect((await after.deliveries())['w/1/call']).toMatchObject({ state: 'DELIVERED', attempts: 1 });
    await expect.poll(() => after.replies).toEqual([{ correlationId: 'w/1/call/0', payload: DONE }]);
  });

  it('gives back those that take too long, which the next one makes at once', async () => {
    let hangs = true;
    await using receiver = await startReceiver(() => (hangs ? undefined : 202));
    await using place = await provideDatabase();
    {
      await using around = await calling(receiver, { ...place.settings, WEBHOOK_TIMEOUT: '60000' });
      await around.send(call('w/1/call/0'));
      await expect.poll(() => receiver.arrivals.length).toBe(1);
    }
    hangs = false;
    await using after = await calling(receiver, { ...place.settings });
    await expect.poll(() => after.replies).toEqual([{ correlationId: 'w/1/call/0', payload: DONE }]);
    expect((await after.deliveries())['w/1/call']).toMatchObject({ state: 'DELIVERED', attempts: 1 });
    expect(receiver.arrivals.map(({ id }) => id)).toEqual(['w/1/call', 'w/1/call']);
  });

  it('without the address leaves what waits for one that has it', async () => {
    await using receiver = await startReceiver(() => 503);
    await using place = await provideDatabase();
    {
      await using around = await calling(receiver, { ...place.settings });
      await around.send(call('w/1/call/0'));
      await expectCall(around, 'w/1/call', { state: 'PENDING', attempts: 1 });
    }
    await using without = await start({ ...place.settings });
    without.advance(10_000);
    await without.send(call('w/1/call/1'));
    await sleep(700);
    expect(without.replies).toEqual([]);
    expect((await without.deliveries())['w/1/call']).toMatchObject({ state: 'PENDING', attempts: 1 });
  });
});
