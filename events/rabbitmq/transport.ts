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
  const closed = new Promise<never>((_, reject) => {
    closing.signal.addEventListener('abort', () => reject(new Error('the bus is closed')));
  });
  closed.catch(() => {});

  return {
    isAlone: false,

    async publish(messages) {
      await Promise.race([preparation.ready(), closed]);
      const hold = preparation.hold();
      if (hold > 0) await Promise.race([sleep(hold, undefined, { ref: false }), closed]);
      const fates = await Promise.race([publisher.publish(messages), closed]);
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
