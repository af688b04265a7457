import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Connection, ConsumerStatus } from 'rabbitmq-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger } from '../../kit/logger.ts';
import { pathOf } from '../../tools/services/packages.ts';
import { defineCommand, on } from '../index.ts';
import { eventually } from '../testing/eventually.ts';
import { provideServices, type ServiceSurroundings } from '../testing/services.ts';
import { countOf, createWorld, effectsIn, envelopeOf, leaveEffect, make, upTo } from '../testing/world.ts';
import { deadQueueOf, EXCHANGE, queueOf } from './topology.ts';
import { createRabbitTransport } from './transport.ts';

let services: ServiceSurroundings;
let client: Connection;
beforeAll(async () => {
  services = await provideServices();
  client = new Connection({ url: services.rabbitmq.url, retryLow: 100 });
  client.on('error', () => {});
});
afterAll(async () => {
  await client.close();
  await services[Symbol.asyncDispose]();
});

/** A logger whose lines a test can read. */
function listenToLog() {
  const lines: string[] = [];
  const log = createLogger('test', 'info', { write: (line) => void lines.push(line) });
  return { log, has: (pattern: RegExp) => lines.some((line) => pattern.test(line)) };
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Runs the broker's own command. */
function rabbitmqctl(...args: readonly string[]): void {
  const { epmdPort } = JSON.parse(readFileSync(join(services.rabbitmqFolder, 'settings.json'), 'utf8'));
  execFileSync(
    join(dirname(pathOf('rabbitmq-server')), 'rabbitmqctl'),
    ['-q', '-n', 'tessera@localhost', ...args],
    {
      env: {
        PATH: process.env.PATH,
        HOME: join(services.rabbitmqFolder, 'home'),
        ERL_EPMD_PORT: String(epmdPort),
      },
    },
  );
}

/** Hands back what a queue holds, as processes do that it kills. */
async function handBack(queue: string, times: number): Promise<void> {
  let returned = 0;
  const killer = client.createConsumer(
    { queue, queueOptions: { passive: true }, concurrency: 1 },
    async () => {
      // It is closed meanwhile, so that the queue keeps what is handed back then.
      if (++returned >= times) await sleep(300);
      return ConsumerStatus.REQUEUE;
    },
  );
  killer.on('error', () => {});
  await eventually(() => returned).toBe(times);
  await killer.close();
}

it('says that a queue has other arguments, serves the other groups, and recovers when it is gone', async () => {
  await using w = await createWorld(services);
  const queue = queueOf(`target${w.tag}.group`);
  await client.queueDeclare({ queue, durable: true });
  const { log, has } = listenToLog();
  const process = w.process({ log });
  process.target.subscribe('group', [on(w.Made, leaveEffect())]);
  process.other.subscribe('group', [on(w.Made, leaveEffect())]);
  await process.bus.start();
  await make(w, process, 1);
  await eventually(() => effectsIn(w.other)).toEqual([1]);
  await eventually(() => has(new RegExp(`${queue}.*exists with other arguments: delete it`))).toBe(true);
  expect(await effectsIn(w.target)).toEqual([]);

  await client.queueDelete({ queue });
  await eventually(() => has(/the queue can be used again/)).toBe(true);
  await make(w, process, 2);
  await eventually(() => effectsIn(w.target)).toEqual([2]);
});

it('waits while the broker is blocked, says so, and goes on afterwards', async () => {
  await using w = await createWorld(services);
  const { log, has } = listenToLog();
  const process = w.process({ log });
  process.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await process.bus.start();
  await make(w, process, 1);
  await eventually(() => effectsIn(w.target)).toEqual([1]);
  await process.bus.ready();
  rabbitmqctl('set_vm_memory_high_watermark', 'absolute', '1MB');
  try {
    await eventually(async () => {
      await make(w, process, 2);
      return has(/the broker takes no messages: low on memory/);
    }).toBe(true);
    await expect(process.bus.ready()).rejects.toThrow(/takes no messages/);
    await make(w, process, 3);
    await sleep(500);
    expect(await effectsIn(w.target)).not.toContain(3);
  } finally {
    rabbitmqctl('set_vm_memory_high_watermark', '0.4');
  }
  await eventually(() => effectsIn(w.target)).toContain(3);
  await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
  await process.bus.ready();
});

it('keeps what a full queue does not take, says so, and serves the other groups', async () => {
  await using w = await createWorld(services);
  const queue = queueOf(`target${w.tag}.group`);
  const first = w.process();
  first.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await first.bus.start();
  await first.bus.close();
  rabbitmqctl('set_policy', 'full', `^${queue}$`, '{"max-length":5}', '--apply-to', 'queues');
  const { log, has } = listenToLog();
  const process = w.process({ log });
  process.other.subscribe('group', [on(w.Made, leaveEffect())]);
  await process.bus.start();
  let copies = 0;
  await using _ = await process.bus.listen([w.Made], () => void copies++);
  try {
    // A batch passes before the broker finds the queue full.
    await make(w, process, ...upTo(20));
    await eventually(() => effectsIn(w.other)).toEqual(upTo(20));
    await make(w, process, ...upTo(50).slice(20));
    await eventually(() => effectsIn(w.other)).toEqual(upTo(50));
    await eventually(() => has(/a queue is full/)).toBe(true);
    expect(await countOf(w.source, 'event_outbox')).toBeGreaterThanOrEqual(30);
    // The others get what is refused again and again, but ever less often.
    const before = copies;
    await sleep(6_000);
    expect((copies - before) / (await countOf(w.source, 'event_outbox'))).toBeLessThan(4);
  } finally {
    rabbitmqctl('clear_policy', 'full');
  }
  const second = w.process();
  second.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await second.bus.start();
  await eventually(async () => {
    // As if what was refused had waited for long enough.
    const due_at = '2020-01-01 00:00:00.000';
    await w.source.transaction(async (trx) => void (await trx('event_outbox').update({ due_at })));
    return effectsIn(w.target);
  }).toEqual(upTo(50));
  await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
  expect(await effectsIn(w.other)).toEqual(upTo(50));
});

it('says what the account may not, serves the other groups, and recovers when it may', async () => {
  await using w = await createWorld(services);
  const queue = queueOf(`target${w.tag}.group`);
  const { username } = new URL(services.rabbitmq.url);
  const { log, has } = listenToLog();
  const process = w.process({ log });
  process.target.subscribe('group', [on(w.Made, leaveEffect())]);
  process.other.subscribe('group', [on(w.Made, leaveEffect())]);
  rabbitmqctl('set_permissions', username, '.*', '.*', `^(?!${queue}$).*`);
  try {
    await process.bus.start();
    await make(w, process, 1);
    await eventually(() => effectsIn(w.other)).toEqual([1]);
    await eventually(() => has(new RegExp(`${queue}.*the account may not`))).toBe(true);
    expect(await effectsIn(w.target)).toEqual([]);
  } finally {
    rabbitmqctl('set_permissions', username, '.*', '.*', '.*');
  }
  await eventually(() => has(/the queue can be used again/)).toBe(true);
  await make(w, process, 2);
  await eventually(() => effectsIn(w.target)).toContain(2);
});

it('makes a queue anew that somebody deletes under its consumer', async () => {
  await using w = await createWorld(services);
  const process = w.process();
  process.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await process.bus.start();
  await make(w, process, 1);
  await eventually(() => effectsIn(w.target)).toEqual([1]);
  await client.queueDelete({ queue: queueOf(`target${w.tag}.group`) });
  await eventually(async () => {
    await make(w, process, 2);
    return (await effectsIn(w.target)).includes(2);
  }).toBe(true);
});

it('is not ready while the broker stands still, and says so before anybody asks in vain', async () => {
  await using w = await createWorld(services);
  const process = w.process();
  await process.bus.start();
  const ready = () => process.bus.ready().then(() => true);
  // Both connections take a moment where there is nothing to subscribe to.
  await eventually(ready).toBe(true);
  await services.rabbitmq.kill('SIGSTOP');
  try {
    const start = performance.now();
    await expect(process.bus.ready()).rejects.toThrow('the broker does not answer');
    expect(performance.now() - start).toBeLessThan(2_000);
  } finally {
    await services.rabbitmq.kill('SIGCONT');
  }
  await eventually(ready).toBe(true);
});

it('closes within seconds while the broker is blocked, and loses nothing', async () => {
  await using w = await createWorld(services);
  const first = w.process();
  first.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await first.bus.start();
  rabbitmqctl('set_vm_memory_high_watermark', 'absolute', '1MB');
  try {
    await make(w, first, ...upTo(5));
    await sleep(300);
    const start = performance.now();
    await first.bus.close();
    expect(performance.now() - start).toBeLessThan(8_000);
  } finally {
    rabbitmqctl('set_vm_memory_high_watermark', '0.4');
  }
  const second = w.process();
  second.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await second.bus.start();
  await eventually(() => effectsIn(w.target)).toEqual(upTo(5));
});

it('keeps nothing of what it has published', async () => {
  await using w = await createWorld(services);
  const transport = createRabbitTransport(services.rabbitmq.url, createLogger('test', 'silent'));
  const rest = { name: 'Nobody', kind: 'EVENT', message: '{}', refusals: 0 } as const;
  const publish = async (batches: number) => {
    for (let batch = 0; batch < batches; batch++) {
      const messages = upTo(100).map((i) => ({ id: `${batch}-${i}`, ...rest }));
      await transport.publish(messages, w.source);
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  try {
    let before = await publish(100);
    const kept: number[] = [];
    for (let spell = 0; spell < 5; spell++) {
      const after = await publish(100);
      kept.push((after - before) / 100);
      before = after;
    }
    // Else 6,700 bytes a batch; whatever else the process does is in some of the spells.
    expect(kept.toSorted((x, y) => x - y)[2]).toBeLessThan(3_000);
  } finally {
    await transport.close();
  }
}, 60_000);

it('starts without a broker, and works once there is one', async () => {
  await using w = await createWorld(services);
  await services.rabbitmq.kill();
  const process = w.process();
  process.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await process.bus.start();
  await expect(process.bus.ready()).rejects.toThrow(/nobody listens there/);
  await make(w, process, ...upTo(10));
  await services.rabbitmq.restart();
  await eventually(() => effectsIn(w.target)).toEqual(upTo(10));
  await process.bus.ready();
});

it('keeps all commands that nobody takes yet while other domains of the process publish', async () => {
  await using w = await createWorld(services);
  const Ask = defineCommand({
    name: `Ask${w.tag}`,
    recipient: `absent${w.tag}`,
    subject: 'Thing',
    payload: z.object({ n: z.int() }),
    result: z.object({}),
  });
  const process = w.process();
  process.source.subscribe('group', [on(w.Made, async () => {})]);
  await process.bus.start();
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      const messages = upTo(5).map((n) => w.Made.message({ id: String(n), payload: { n } }));
      await w.other.transaction((trx) => process.other.outbox.add(trx, ...messages));
    }
  })();
  for (let n = 0; n < 1_000; n += 100) {
    const commands = upTo(n + 100)
      .slice(n)
      .map((each) => Ask.message({ id: String(each), payload: { n: each } }));
    await w.source.transaction((trx) => process.source.outbox.add(trx, ...commands));
    await sleep(20);
  }
  await sleep(4_000);
  isOver = true;
  await others;
  const waiting = await w.source.rows('SELECT id FROM event_outbox WHERE name = ?', [Ask.name]);
  expect(waiting.length).toBe(1_000);
});

it('waits at a broker that came back empty until every group has its queue again', async () => {
  await using w = await createWorld(services);
  const producer = w.process();
  const [first, second] = [w.process(), w.process()];
  first.target.subscribe('group', [on(w.Made, leaveEffect())]);
  second.other.subscribe('group', [on(w.Made, leaveEffect())]);
  for (const { bus } of [producer, first, second]) await bus.start();
  await make(w, producer, 1);
  await eventually(() => effectsIn(w.target)).toEqual([1]);
  await eventually(() => effectsIn(w.other)).toEqual([1]);
  rabbitmqctl('stop_app');
  await eventually(() =>
    producer.bus.ready().then(
      () => 'ready',
      () => 'away',
    ),
  ).toBe('away');
  for (let n = 2; n <= 201; n += 10) await make(w, producer, ...upTo(n + 9).slice(n - 1));
  expect(await countOf(w.source, 'event_outbox')).toBe(200);
  rabbitmqctl('reset');
  rabbitmqctl('start_app');
  await eventually(() => effectsIn(w.target)).toEqual(upTo(201));
  await eventually(() => effectsIn(w.other)).toEqual(upTo(201));
  await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
});

it('delivers to a group what was published while none of its processes ran', async () => {
  await using w = await createWorld(services);
  const first = w.process();
  first.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await first.bus.start();
  await first.bus.close();
  const producer = w.process();
  await producer.bus.start();
  await make(w, producer, ...upTo(50));
  await eventually(() => countOf(w.source, 'event_outbox')).toBe(0);
  const second = w.process();
  second.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await second.bus.start();
  await eventually(() => effectsIn(w.target)).toEqual(upTo(50));
});

it('shares the work of a group and of an outbox among processes, without doing any of it twice', async () => {
  await using w = await createWorld(services);
  const shares = [0, 0];
  const processes = shares.map((_, i) => {
    const process = w.process();
    process.target.subscribe(
      'group',
      [
        on(w.Made, async (event, trx) => {
          shares[i] = (shares[i] as number) + 1;
          await sleep(1);
          await leaveEffect()(event, trx);
        }),
      ],
      { batchSize: 10 },
    );
    return process;
  });
  for (const { bus } of processes) await bus.start();
  await Promise.all(
    processes.map(async (process, i) => {
      for (let n = i * 200; n < i * 200 + 200; n += 10) await make(w, process, ...upTo(n + 10).slice(n));
    }),
  );
  await eventually(() => effectsIn(w.target)).toEqual(upTo(400));
  expect(Math.min(...shares)).toBeGreaterThan(50);
});

it('files as a dead letter what the broker gave up, and what was published past the outbox', async () => {
  await using w = await createWorld(services);
  const first = w.process();
  first.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await first.bus.start();
  await first.bus.close();
  const routingKey = w.Made.name;
  const publisher = client.createPublisher({ confirm: true });
  await publisher.send({ exchange: EXCHANGE, routingKey, durable: true }, Buffer.from(envelopeOf(w)));
  await handBack(queueOf(`target${w.tag}.group`), 21);

  const second = w.process();
  second.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await second.bus.start();
  await publisher.send({ exchange: EXCHANGE, routingKey, durable: true }, { no: 'envelope' });
  await publisher.close();
  await eventually(() => second.target.deadLetters.count()).toBe(2);
  const { edges } = await second.target.deadLetters.list();
  expect(edges.map(({ node }) => node.reason).sort()).toEqual(['MALFORMED', 'UNDELIVERABLE']);
  const given = edges.find(({ node }) => node.reason === 'UNDELIVERABLE')?.node;
  expect(given?.error).toBe('the broker gave it up: delivery_limit');
  await second.target.deadLetters.replay([given?.id as string]);
  await eventually(() => effectsIn(w.target)).toEqual([1]);
});

it('holds what the broker gave up while the database is away, and files it afterwards', async () => {
  await using w = await createWorld(services);
  const queue = queueOf(`target${w.tag}.group`);
  const first = w.process();
  first.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await first.bus.start();
  await first.bus.close();
  // As RabbitMQ 4 limits every quorum queue by default: what is handed out more often is dropped.
  const dead = deadQueueOf(`target${w.tag}.group`);
  rabbitmqctl('set_policy', 'dead', `^${dead}$`, '{"delivery-limit":15}', '--apply-to', 'queues');
  const publisher = client.createPublisher({ confirm: true });
  await publisher.send(
    { exchange: EXCHANGE, routingKey: w.Made.name, durable: true },
    Buffer.from(envelopeOf(w)),
  );
  await publisher.close();
  await handBack(queue, 21);
  // Restarts have used up most of what it may be handed out.
  await handBack(dead, 12);
  const second = w.process();
  await services.mariadb.kill();
  try {
    second.target.subscribe('group', [on(w.Made, leaveEffect())]);
    await second.bus.start();
    await sleep(2_000);
  } finally {
    await services.mariadb.restart();
  }
  await eventually(() => second.target.deadLetters.count()).toBe(1);
  const { edges } = await second.target.deadLetters.list();
  expect(edges[0]?.node).toMatchObject({
    reason: 'UNDELIVERABLE',
    error: 'the broker gave it up: delivery_limit',
  });
  rabbitmqctl('clear_policy', 'dead');
});

it('files what is larger than the database takes, and goes on', async () => {
  await using w = await createWorld(services);
  const process = w.process();
  process.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await process.bus.start();
  const publisher = client.createPublisher({ confirm: true });
  const envelope = { exchange: EXCHANGE, routingKey: w.Made.name, durable: true };
  await publisher.send(envelope, Buffer.alloc(12 * 2 ** 20, '"'));
  await publisher.close();
  await make(w, process, 1, 2, 3);
  await eventually(() => effectsIn(w.target)).toEqual([1, 2, 3]);
  await eventually(() => process.target.deadLetters.count()).toBe(1);
});

it('survives the loss of the consumers’ database', async () => {
  await using w = await createWorld(services);
  const process = w.process();
  process.target.subscribe('group', [on(w.Made, leaveEffect())]);
  await process.bus.start();
  await make(w, process, ...upTo(10));
  await eventually(() => effectsIn(w.target)).toEqual(upTo(10));
  // Whether it commits is open when the database dies; the transaction is the caller's to repeat.
  const late = make(w, process, ...upTo(200).slice(10)).then(
    () => true,
    () => false,
  );
  await services.mariadb.kill();
  const committed = await late;
  await services.mariadb.restart();
  const outcome = committed || (await countOf(w.source, 'event_outbox')) > 0 ? upTo(200) : upTo(10);
  await eventually(() => effectsIn(w.target)).toEqual(outcome);
  await make(w, process, 201);
  await eventually(() => effectsIn(w.target)).toEqual([...outcome, 201]);
});
