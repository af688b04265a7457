import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from 'rabbitmq-client';
import type { Logger } from '../../kit/logger.ts';
import { describeFault } from './faults.ts';

const HEARTBEAT_S = 10;
const RETRY_LOW_MS = 250;
const RETRY_HIGH_MS = 2_000;
const CLOSE_MS = 2_000;
/** Whoever asks whether the process is ready gives it 2 s. */
const PING_MS = 1_500;

/** Waits for the end of something on the broker, but not for long: one that is blocked never answers. */
export const inTime = (closing: Promise<unknown>): Promise<unknown> =>
  Promise.race([closing.catch(() => {}), sleep(CLOSE_MS, undefined, { ref: false })]);

/** Whether the broker does something that changes nothing: opening a channel asks it for an answer. */
async function answers(connection: Connection): Promise<boolean> {
  const asking = connection.acquire();
  const answer = asking.then(
    () => true,
    () => false,
  );
  asking.then((channel) => channel.close()).catch(() => {});
  return Promise.race([answer, sleep(PING_MS, false, { ref: false })]);
}

/** A connection that comes back by itself. */
export interface BrokerConnection {
  readonly connection: Connection;
  /** Resolves when it can be used; rejects with why not, within 1.5 s. */
  ping(): Promise<void>;
  /** Calls back when it is lost; what was under way on it has no answer then. */
  onLost(listener: () => void): Disposable;
  /** Closes it if there is no broker at its other end, for which whatever is to be closed on it would wait. */
  closeIfLost(): Promise<void>;
  /** Closes it; whatever is still open on it after 2 s is cut. */
  close(): Promise<void>;
}

/** Opens a connection to the broker, now or as soon as there is one, and logs when it is lost and when it is back. */
export function connect(url: string, what: string, log: Logger): BrokerConnection {
  const connection = new Connection({
    url,
    connectionName: `tessera ${what}`,
    heartbeat: HEARTBEAT_S,
    retryLow: RETRY_LOW_MS,
    retryHigh: RETRY_HIGH_MS,
    acquireTimeout: CLOSE_MS,
  });
  let fault: string | undefined = 'not connected yet';
  let lost = true;
  let closed: Promise<void> | undefined;
  // Without this listener the first lost connection would end the process.
  connection.on('error', (error) => {
    fault = describeFault(error);
    lost = true;
    log.error({ fault, what }, 'the broker is out of reach; messages wait until it is back');
  });
  connection.on('connection', () => {
    fault = undefined;
    lost = false;
    log.info({ what }, 'connected to the broker');
  });
  connection.on('connection.blocked', (reason) => {
    fault = `the broker takes no messages: ${reason}`;
    log.error({ fault, what }, 'the broker is blocked; messages wait in the outbox');
  });
  connection.on('connection.unblocked', () => {
    fault = undefined;
    log.info({ what }, 'the broker takes messages again');
  });
  const end = async () => {
    await inTime(connection.close());
    connection.unsafeDestroy();
  };
  const close = () => {
    closed ??= end();
    return closed;
  };
  return {
    connection,
    async ping() {
      const answered = fault === undefined && (await answers(connection));
      if (!answered) throw new Error(fault ?? 'the broker does not answer');
    },
    onLost(listener) {
      connection.on('error', listener);
      return { [Symbol.dispose]: () => void connection.off('error', listener) };
    },
    closeIfLost: async () => (lost ? close() : undefined),
    close,
  };
}
