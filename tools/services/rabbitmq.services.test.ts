import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'rabbitmq-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amqpSignIn, type Rabbitmq, startRabbitmq } from './rabbitmq.ts';

let folder: string;
let rabbitmq: Rabbitmq;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-rabbitmq-'));
  rabbitmq = await startRabbitmq({ dataDir: folder });
});
afterAll(async () => {
  await rabbitmq?.stop();
  await rm(folder, { recursive: true });
});

/** Publishes to a durable quorum queue and returns once the broker has confirmed. */
async function publish(queue: string, body: string): Promise<void> {
  const connection = new Connection(rabbitmq.url);
  const publisher = connection.createPublisher({
    confirm: true,
    queues: [{ queue, durable: true, arguments: { 'x-queue-type': 'quorum' } }],
  });
  await publisher.send({ routingKey: queue, durable: true }, body);
  await publisher.close();
  await connection.close();
}

/** Takes a message off a queue; undefined when it is empty. */
async function take(queue: string): Promise<unknown> {
  const connection = new Connection({ url: rabbitmq.url, retryLow: 100 });
  const message = await connection.basicGet({ queue, noAck: true });
  await connection.close();
  return message?.body;
}

test('a confirmed persistent message is still there after a clean restart', async () => {
  await publish('clean', 'before the restart');
  const { pid } = rabbitmq;
  await rabbitmq.restart();
  expect(rabbitmq.pid).not.toBe(pid);
  expect(await take('clean')).toBe('before the restart');
  expect(await take('clean')).toBeUndefined();
});

test('a confirmed persistent message is still there after kill -9', async () => {
  await publish('killed', 'before the crash');
  await rabbitmq.kill();
  await expect(amqpSignIn(rabbitmq.url)).rejects.toThrow(/ECONNREFUSED/);
  await rabbitmq.restart();
  expect(await take('killed')).toBe('before the crash');
});

test('nobody comes in with the password that every broker is shipped with', async () => {
  const url = rabbitmq.url.replace(/\/\/.*@/, '//guest:guest@');
  await expect(amqpSignIn(url)).rejects.toThrow(/ACCESS_REFUSED/);
});

test('a node that runs on the data already is handed out again', async () => {
  const again = await startRabbitmq({ dataDir: folder });
  expect(again).toMatchObject({ pid: rabbitmq.pid, url: rabbitmq.url });
});
