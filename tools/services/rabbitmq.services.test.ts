import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from 'rabbitmq-client';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
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

function connect(): Connection {
  const connection = new Connection({ url: rabbitmq.url, retryLow: 100 });
  onTestFinished(() => connection.unsafeDestroy());
  // It reconnects by itself; without a listener, a broken connection would end the process.
  connection.on('error', () => {});
  return connection;
}

/** Declares a durable quorum queue, then hands out a way to publish that returns once the broker has confirmed. */
async function createPublisher(queue: string): Promise<(body: string) => Promise<void>> {
  const connection = connect();
  await connection.queueDeclare({ queue, durable: true, arguments: { 'x-queue-type': 'quorum' } });
  const publisher = connection.createPublisher({ confirm: true });
  return (body) => publisher.send({ routingKey: queue, durable: true }, body);
}

/** Takes a message off a queue; undefined when it is empty. */
async function take(queue: string): Promise<unknown> {
  return (await connect().basicGet({ queue, noAck: true }))?.body;
}

test('a confirmed persistent message is still there after a clean restart', async () => {
  const publish = await createPublisher('clean');
  await publish('before the restart');
  const { pid } = rabbitmq;
  await rabbitmq.restart();
  expect(rabbitmq.pid).not.toBe(pid);
  expect(await take('clean')).toBe('before the restart');
  expect(await take('clean')).toBeUndefined();
});

test('a confirmed persistent message is still there after kill -9', async () => {
  const publish = await createPublisher('killed');
  // RabbitMQ confirms a message once it is on disk, but writes down a new queue up to a second later.
  await sleep(3000);
  await publish('before the crash');
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
