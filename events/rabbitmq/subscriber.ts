import { setImmediate as turn } from 'node:timers/promises';
import type { AsyncMessage, Connection, Consumer, ConsumerProps } from 'rabbitmq-client';
import type { Logger } from '../../kit/logger.ts';
import type { Group } from '../core/group.ts';
import { type Loop, startLoop } from '../core/loop.ts';
import { inTime } from './connection.ts';
import { describeFault, isRefusal } from './faults.ts';
import { declare } from './preparation.ts';
import { DEAD_EXCHANGE, deadQueue, EXCHANGE, EXCHANGES, groupQueue, queueOf } from './topology.ts';

/** Nothing wakes the loop but a message, so it may sleep long. */
const ASLEEP_MS = 60_000;
/** A broker that was made anew has forgotten a group whose members do not run. */
const DECLARE_EVERY_MS = 60_000;

/** A group that takes messages from its queue. */
export interface Subscriber {
  /** Resolves when its queue is there, or the broker refuses it. */
  readonly settled: Promise<void>;
  /** Takes no more messages; those in hand are finished, those not begun go back to the queue. */
  close(): Promise<void>;
}

/** Brings a group what is published under the names that it knows, in batches as large as have come in meanwhile. */
export function subscribe(connection: Connection, group: Group, log: Logger): Subscriber {
  const batches = createBatches(group, log);
  const { queue, ...queueOptions } = groupQueue(group.name);
  const main = consume(
    connection,
    {
      queue,
      queueOptions,
      exchanges: EXCHANGES,
      queueBindings: [...group.reactions.keys()].map((routingKey) => ({
        exchange: EXCHANGE,
        queue,
        routingKey,
      })),
      // One batch in hand, and one on the way.
      qos: { prefetchCount: group.batchSize * 2 },
      requeue: true,
    },
    batches.add,
    log,
  );
  const dead = subscribeToDead(connection, group, log);
  return {
    settled: Promise.all([main.settled, dead.settled]).then(() => {}),
    async close() {
      await batches.stop();
      await inTime(Promise.all([main.consumer.close(), dead.consumer.close()]));
    },
  };
}

/** Makes a group's queue, for members that run elsewhere and may not have run yet. */
export function declareGroup(connection: Connection, group: Group, log: Logger): Subscriber {
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  const loop = startLoop(`declaring the queue of ${group.name}`, log, async () => {
    await declare(connection, group, log);
    resolve();
    return DECLARE_EVERY_MS;
  });
  // It may have been made anew.
  connection.on('connection', loop.wake);
  return { settled, close: loop.stop };
}

/** Files what the broker gave up with the group's other dead letters. */
function subscribeToDead(connection: Connection, group: Group, log: Logger) {
  const { queue, ...queueOptions } = deadQueue(group.name);
  return consume(
    connection,
    {
      queue,
      queueOptions,
      exchanges: EXCHANGES,
      queueBindings: [{ exchange: DEAD_EXCHANGE, queue, routingKey: queueOf(group.name) }],
      qos: { prefetchCount: 10 },
      concurrency: 1,
      requeue: true,
    },
    async (message) => {
      const [death] = (message.headers?.['x-death'] ?? []) as { reason?: string }[];
      await group.giveUp(textOf(message), `the broker gave it up: ${death?.reason ?? 'rejected'}`);
    },
    log,
  );
}

function consume(
  connection: Connection,
  props: ConsumerProps,
  take: (message: AsyncMessage) => Promise<void>,
  log: Logger,
): { consumer: Consumer; settled: Promise<void> } {
  const consumer = connection.createConsumer(props, take);
  let refused = false;
  const settled = new Promise<void>((resolve) => {
    consumer.on('ready', () => {
      if (refused) log.info({ queue: props.queue }, 'the queue can be used again');
      refused = false;
      resolve();
    });
    consumer.on('error', (error) => {
      // A lost connection is logged as such; what was not acknowledged comes again.
      if (!isRefusal(error))
        return log.debug({ err: error, queue: props.queue }, 'a consumer was interrupted');
      refused = true;
      log.error({ queue: props.queue, fault: describeFault(error) }, 'the queue cannot be used; trying on');
      resolve();
    });
  });
  return { consumer, settled };
}

/** Collects single messages into batches for a group. */
function createBatches(group: Group, log: Logger) {
  interface Item {
    readonly message: string;
    readonly settle: PromiseWithResolvers<void>;
  }
  const waiting: Item[] = [];
  /** In hand; kept over failures of the database, as the broker keeps it until it is acknowledged. */
  let held: Item[] = [];
  const loop: Loop = startLoop(`handling by ${group.name}`, log, async () => {
    if (held.length === 0) held = await takeBatch(waiting, group.batchSize);
    if (held.length === 0) return ASLEEP_MS;
    await group.handle(held.map(({ message }) => ({ id: null, message, attempts: 0 })));
    for (const { settle } of held) settle.resolve();
    held = [];
    return 0;
  });
  let stopped = false;
  return {
    add(message: AsyncMessage): Promise<void> {
      if (stopped) return Promise.reject(new Error('the consumer stops'));
      const settle = Promise.withResolvers<void>();
      waiting.push({ message: textOf(message), settle });
      loop.wake();
      return settle.promise;
    },
    async stop(): Promise<void> {
      stopped = true;
      await loop.stop();
      for (const { settle } of [...held, ...waiting]) settle.reject(new Error('the consumer stops'));
    },
  };
}

/**
 * Takes what has come in. It gives way to the client as long as more comes in: on SQLite a whole transaction runs
 * without a turn of the event loop, and every message would be a batch of its own.
 */
async function takeBatch<T>(waiting: T[], limit: number): Promise<T[]> {
  let before = 0;
  while (waiting.length > before && waiting.length < limit) {
    before = waiting.length;
    await turn();
  }
  return waiting.splice(0, limit);
}

/** A message's body as text, whatever its publisher said that it is. */
export function textOf({ body }: Pick<AsyncMessage, 'body'>): string {
  if (Buffer.isBuffer(body)) return body.toString('utf8');
  return typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
}
