import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer } from 'rabbitmq-client';
import type { Logger } from '../../kit/logger.ts';
import type { Fate, Transport } from '../core/transport.ts';
import { connect, inTime } from './connection.ts';
import { createPreparation } from './preparation.ts';
import { createConfirmingPublisher } from './publisher.ts';
import { declareGroup, type Subscriber, subscribe, textOf } from './subscriber.ts';
import { EXCHANGE, EXCHANGES } from './topology.ts';

/** A process starts without its broker after this time, and catches up when it is there. */
const START_MS = 5_000;

/** The bus over RabbitMQ: a quorum queue for each group, publisher confirms, and connections that come back. */
export function createRabbitTransport(url: string, log: Logger): Transport {
  // Two connections, since the broker holds back one that publishes when it is full, and acknowledgements must go on.
  const publishing = connect(url, 'publishing', log);
  const consuming = connect(url, 'consuming', log);
  const preparation = createPreparation(publishing, log);
  const publisher = createConfirmingPublisher(publishing);
  const subscribers: Subscriber[] = [];
  const listeners = new Set<Consumer>();
  const closing = new AbortController();
  const stopped = Promise.withResolvers<true>();

  const queuesSettled = () => Promise.all(subscribers.map(({ settled }) => settled));

  /** Waits as long as the bus is not closed. By a promise of its own: one that lives on keeps what ever raced with it. */
  async function whileOpen<Result>(work: Promise<Result>): Promise<Result> {
    const closed = Promise.withResolvers<never>();
    const refuse = () => closed.reject(new Error('the bus is closed'));
    closing.signal.addEventListener('abort', refuse);
    if (closing.signal.aborted) refuse();
    try {
      return await Promise.race([work, closed.promise]);
    } finally {
      closing.signal.removeEventListener('abort', refuse);
    }
  }

  return {
    isAlone: false,

    async publish(messages) {
      await whileOpen(preparation.ready());
      const hold = preparation.hold();
      if (hold > 0) await whileOpen(sleep(hold, undefined, { ref: false }));
      const fates = await whileOpen(publisher.publish(messages));
      // Who hears it may be about to come back.
      const unheard: Fate = preparation.isEarly() ? 'EARLY' : 'UNHEARD';
      return new Map([...fates].map(([id, fate]) => [id, fate === 'UNHEARD' ? unheard : fate]));
    },

    subscribe(group) {
      preparation.add(group);
      subscribers.push(subscribe(consuming.connection, group, publisher.putBack, log));
    },

    declare(group) {
      preparation.add(group);
      subscribers.push(declareGroup(consuming.connection, group, log));
    },

    async listen(names, hear) {
      const consumer = consuming.connection.createConsumer(
        {
          queueOptions: { exclusive: true, autoDelete: true },
          exchanges: EXCHANGES,
          queueBindings: names.map((routingKey) => ({ exchange: EXCHANGE, routingKey })),
          noAck: true,
        },
        (message) => hear(textOf(message)),
      );
      listeners.add(consumer);
      const ready = new Promise<void>((resolve) => consumer.once('ready', resolve));
      consumer.on('error', (error) => log.debug({ err: error }, 'a live listener was interrupted'));
      await Promise.race([ready, sleep(START_MS, undefined, { ref: false })]);
      return {
        async [Symbol.asyncDispose]() {
          listeners.delete(consumer);
          await consumer.close();
        },
      };
    },

    async start() {
      const inTime = await Promise.race([
        queuesSettled().then(() => true),
        stopped.promise,
        sleep(START_MS, false, { ref: false }),
      ]);
      if (!inTime) log.warn('started without the broker; messages wait until it is there');
    },

    async ready() {
      await Promise.all([publishing.ping(), consuming.ping()]);
    },

    async quiesce() {
      stopped.resolve(true);
      await Promise.all([...subscribers.map((each) => each.close()), consuming.closeIfLost()]);
    },

    async close() {
      closing.abort();
      await Promise.all([
        publishing.closeIfLost(),
        preparation.close(),
        inTime(Promise.allSettled([publisher, ...listeners].map((each) => each.close()))),
      ]);
      await Promise.all([publishing.close(), consuming.close()]);
    },
  };
}
