import type { Channel, Connection } from 'rabbitmq-client';
import { newId } from '../../kit/ids.ts';
import type { Logger } from '../../kit/logger.ts';
import type { Group } from '../core/group.ts';
import { type BrokerConnection, inTime } from './connection.ts';
import { describeFault, isRefusal } from './faults.ts';
import { EXCHANGE, EXCHANGES, groupQueue, markerQueue } from './topology.ts';

/** Processes find a broker again after 2 s at the latest, and their consumers 2 s later; they also have work to do. */
const SETTLING_MS = 10_000;
/** Seldom enough to cost nothing, and several times before a marker expires. */
const REMIND_EVERY_MS = 3_600_000;

/** What is made at the broker before anything is published to it. */
export interface Preparation {
  /** Has the queue of a group made. */
  add(group: Group): void;
  /** Resolves when the queues of this process's groups are there; rejects when the broker is out of reach. */
  ready(): Promise<void>;
  /** The milliseconds until other processes have had the time to make their queues, too, at a broker that has lost them. */
  hold(): number;
  /** Whether other processes may still be on their way to the broker. */
  isEarly(): boolean;
  close(): Promise<void>;
}

/**
 * Makes the queues of a process's groups on every new connection: what is published before a queue is there does not
 * reach its group, and a broker may come back without any. Each process leaves a marker at the broker. One who does not
 * find it again knows that the broker has lost everything, and waits for the others' queues before it publishes.
 */
export function createPreparation(broker: BrokerConnection, log: Logger): Preparation {
  const { connection } = broker;
  const groups = new Map<string, Group>();
  let marker: string | undefined;
  let settledAt = Number.POSITIVE_INFINITY;
  let holdUntil = 0;
  let prepared: Promise<void> | undefined;

  const prepare = async () => {
    if (marker && !(await exists(connection, marker))) {
      marker = undefined;
      holdUntil = performance.now() + SETTLING_MS;
      log.error('the broker came back empty: what was in its queues is lost; publishing goes on in 10 s');
    }
    marker ??= await mark(connection, log);
    for (const group of groups.values()) await declare(connection, group, log);
  };
  const ready = () => {
    if (prepared) return prepared;
    const attempt = prepare().catch((error: unknown) => {
      if (prepared === attempt) prepared = undefined;
      throw error;
    });
    prepared = attempt;
    return attempt;
  };
  const forget = () => {
    prepared = undefined;
  };
  const lost = broker.onLost(forget);
  connection.on('connection', () => {
    settledAt = performance.now() + SETTLING_MS;
    // Whoever publishes meets the same failure.
    ready().catch(() => {});
  });
  const reminding = setInterval(
    () => void (marker && exists(connection, marker).catch(() => {})),
    REMIND_EVERY_MS,
  );
  reminding.unref();

  return {
    add(group) {
      groups.set(`${group.name} ${[...group.reactions.keys()]}`, group);
      forget();
    },
    ready,
    hold: () => Math.max(0, holdUntil - performance.now()),
    isEarly: () => performance.now() < settledAt,
    async close() {
      clearInterval(reminding);
      lost[Symbol.dispose]();
      if (marker) await inTime(unmark(connection, marker));
    },
  };
}

/** A channel of its own, since a refusal ends the channel and all that is under way on it. */
async function open(connection: Connection): Promise<Channel & AsyncDisposable> {
  const channel = await connection.acquire();
  return Object.assign(channel, { [Symbol.asyncDispose]: () => channel.close() });
}

/** Leaves a marker; gives none where the account may not. */
async function mark(connection: Connection, log: Logger): Promise<string | undefined> {
  const { queue, ...options } = markerQueue(newId());
  await using channel = await open(connection);
  try {
    await channel.queueDeclare({ queue, ...options });
    return queue;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log.warn({ queue, fault: describeFault(error) }, 'a broker that comes back empty will not be noticed');
    return undefined;
  }
}

async function unmark(connection: Connection, queue: string): Promise<void> {
  await using channel = await open(connection);
  await channel.queueDelete({ queue });
}

async function exists(connection: Connection, queue: string): Promise<boolean> {
  await using channel = await open(connection);
  try {
    await channel.queueDeclare({ queue, passive: true });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'NOT_FOUND') return false;
    throw error;
  }
}

/** Makes a group's queue; a refusal is logged, and the queue left as it is. */
export async function declare(connection: Connection, group: Group, log: Logger): Promise<void> {
  const { queue, ...options } = groupQueue(group.name);
  await using channel = await open(connection);
  try {
    for (const exchange of EXCHANGES) await channel.exchangeDeclare(exchange);
    await channel.queueDeclare({ queue, ...options });
    for (const routingKey of group.reactions.keys())
      await channel.queueBind({ exchange: EXCHANGE, queue, routingKey });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log.error({ queue, fault: describeFault(error) }, 'the queue cannot be used');
  }
}
