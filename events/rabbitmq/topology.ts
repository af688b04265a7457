import type { ConsumerProps } from 'rabbitmq-client';

/** Everything is published to this exchange, under the message's name. */
export const EXCHANGE = 'tessera';
/** What the broker gives up, under the name of the group's queue. */
export const DEAD_EXCHANGE = 'tessera.dead';

/** A message that was handed out so often without an answer ends the processes that take it. */
const DELIVERY_LIMIT = 20;

/** A process that is away from the broker for longer takes it for one that was made anew, and waits a little. */
const MARKER_MS = 4 * 3_600_000;

type QueueDeclaration = NonNullable<ConsumerProps['queueOptions']> & { readonly queue: string };

/** The queue of a group. */
export const queueOf = (group: string): string => `tessera.${group}`;

/** Where the broker puts what it gives up of a group's queue. */
export const deadQueueOf = (group: string): string => `tessera.${group}.dead`;

/** The exchanges, which every process declares before it uses them. */
export const EXCHANGES = [
  { exchange: EXCHANGE, type: 'topic', durable: true },
  { exchange: DEAD_EXCHANGE, type: 'direct', durable: true },
];

/** How a group's queue is declared: replicated, and dead-lettering without loss. */
export const groupQueue = (group: string): QueueDeclaration => ({
  queue: queueOf(group),
  durable: true,
  arguments: {
    'x-queue-type': 'quorum',
    'x-delivery-limit': DELIVERY_LIMIT,
    'x-dead-letter-exchange': DEAD_EXCHANGE,
    'x-dead-letter-routing-key': queueOf(group),
    // "At least once" needs a queue that refuses instead of dropping its head; without a length limit it does neither.
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  },
});

/** An empty queue by which a process sees whether the broker still knows it; gone by itself some time after its process. */
export const markerQueue = (process: string): QueueDeclaration => ({
  queue: `tessera.process.${process}`,
  durable: true,
  arguments: { 'x-queue-type': 'classic', 'x-expires': MARKER_MS },
});

/** How the queue of what was given up is declared. */
export const deadQueue = (group: string): QueueDeclaration => ({
  queue: deadQueueOf(group),
  durable: true,
  arguments: { 'x-queue-type': 'quorum' },
});
