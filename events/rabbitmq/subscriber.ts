import { setImmediate as turn } from 'node:timers/promises';
import type { AsyncMessage, Connection, Consumer, ConsumerProps } from 'rabbitmq-client';
import type { Logger } from '../../kit/logger.ts';
import type { Delivery } from '../core/deliveries.ts';
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

/** What the broker gave up and is filed at once. */
const DEAD_AT_ONCE = 10;
/**
 * Hand-outs after which a message that was given up is put back as a new one: RabbitMQ 4 drops, without a word, what it
 * has handed out of any quorum queue more than 20 times, and restarts and its timeout for consumers count.
 */
const PUT_BACK_AFTER = 10;
/** The header that keeps why the broker gave it up. */
const REASON = 'x-tessera-reason';

/** Puts a message into a queue as a new one; resolves when it is safe there. */
export type PutBack = (queue: string, message: string, headers: Record<string, string>) => Promise<void>;

/** A group that takes messages from its queue. */
export interface Subscriber {
  /** Resolves when its queue is there, or the broker refuses it. */
  readonly settled: Promise<void>;
  /** Takes no more messages; those in hand are finished, those not begun go back to the queue. */
  close(): Promise<void>;
}

/** Brings a group what is published under the names that it knows, in batches as large as have come in meanwhile. */
export function subscribe(connection: Connection, group: Group, putBack: PutBack, log: Logger): Subscriber {
  const batches = createBatches(`handling by ${group.name}`, group.batchSize, log, async (messages) => {
    // What comes again was in the hands of a process that is gone: one of them may have ended it.
    const again = messages.filter(({ redelivered }) => redelivered);
    await group.isolate(again.map(textOf));
    const fresh = messages.filter(({ redelivered }) => !redelivered);
    await group.handle(fresh.map((message) => toDelivery(textOf(message))));
  });
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
  const dead = subscribeToDead(connection, group, putBack, log);
  return {
    settled: Promise.all([main.settled, dead.settled]).then(() => {}),
    async close() {
      await Promise.all([batches.stop(), dead.stop()]);
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

/** Files what the broker gave up with the group's other dead letters; nothing of it goes back to the queue. */
function subscribeToDead(connection: Connection, group: Group, putBack: PutBack, log: Logger) {
  const { queue, ...queueOptions } = deadQueue(group.name);
  const what = `filing what was given up of ${group.name}`;
  const batches = createBatches(what, DEAD_AT_ONCE, log, async (messages) => {
    for (const message of messages) {
      if (handOutsOf(message) < PUT_BACK_AFTER)
        await group.giveUp(toDelivery(textOf(message)), `the broker gave it up: ${reasonOf(message)}`);
      else await putBack(queue, textOf(message), { [REASON]: reasonOf(message) });
    }
  });
  const { consumer, settled } = consume(
    connection,
    {
      queue,
      queueOptions,
      exchanges: EXCHANGES,
      queueBindings: [{ exchange: DEAD_EXCHANGE, queue, routingKey: queueOf(group.name) }],
      qos: { prefetchCount: DEAD_AT_ONCE },
      requeue: true,
    },
    batches.add,
    log,
  );
  return { consumer, settled, stop: batches.stop };
}

const toDelivery = (message: string): Delivery => ({ id: null, message, attempts: 0 });

/** How often a queue has handed a message out before. */
const handOutsOf = ({ headers }: AsyncMessage): number => Number(headers?.['x-delivery-count'] ?? 0);

/** Why the broker gave a message up. */
function reasonOf({ headers }: AsyncMessage): string {
  const [death] = (headers?.['x-death'] ?? []) as { reason?: string }[];
  return headers?.[REASON] ?? death?.reason ?? 'rejected';
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

/** Collects single messages into batches. */
function createBatches(
  what: string,
  limit: number,
  log: Logger,
  handle: (messages: readonly AsyncMessage[]) => Promise<void>,
) {
  interface Item {
    readonly message: AsyncMessage;
    readonly settle: PromiseWithResolvers<void>;
  }
  const waiting: Item[] = [];
  /** In hand; kept over failures of the database, as the broker keeps it until it is acknowledged. */
  let held: Item[] = [];
  const loop: Loop = startLoop(what, log, async () => {
    if (held.length === 0) held = await takeBatch(waiting, limit);
    if (held.length === 0) return ASLEEP_MS;
    await handle(held.map(({ message }) => message));
    for (const { settle } of held) settle.resolve();
    held = [];
    return 0;
  });
  let stopped = false;
  return {
    add(message: AsyncMessage): Promise<void> {
      if (stopped) return Promise.reject(new Error('the consumer stops'));
      const settle = Promise.withResolvers<void>();
      waiting.push({ message, settle });
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
