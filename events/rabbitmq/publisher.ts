import { setImmediate as turn } from 'node:timers/promises';
import type { ReturnedMessage } from 'rabbitmq-client';
import type { OutboxRow } from '../core/outbox.ts';
import type { Fate } from '../core/transport.ts';
import type { BrokerConnection } from './connection.ts';
import { describeFault } from './faults.ts';
import { EXCHANGE, EXCHANGES } from './topology.ts';

/** Publishes with confirms. */
export interface ConfirmingPublisher {
  /**
   * @returns what became of each that the broker answered for
   * @throws when it took none
   */
  publish(messages: readonly OutboxRow[]): Promise<ReadonlyMap<string, Fate>>;
  /** Puts a message into a queue past the exchange; resolves when the broker has it on disk. */
  putBack(queue: string, message: string, headers: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

/** Makes the publisher of a connection; it declares what it publishes to. */
export function createConfirmingPublisher({ connection, onLost }: BrokerConnection): ConfirmingPublisher {
  const publisher = connection.createPublisher({ confirm: true, exchanges: EXCHANGES });
  /** What has come back since each of the calls that are under way: every relay of the process publishes by itself. */
  const calls = new Set<Set<string>>();
  publisher.on('basic.return', ({ messageId }: ReturnedMessage) => {
    if (messageId) for (const returned of calls) returned.add(messageId);
  });
  const send = ({ id, name, message }: OutboxRow) =>
    publisher.send(
      {
        exchange: EXCHANGE,
        routingKey: name,
        messageId: id,
        durable: true,
        contentType: 'application/json',
        // Named, so that the client leaves the body as it is.
        contentEncoding: 'utf-8',
        // What finds no queue comes back: a command waits for its recipient's, and not every event may be dropped.
        mandatory: true,
      },
      Buffer.from(message),
    );
  return {
    async publish(messages) {
      const confirmed = new Set<string>();
      const returned = new Set<string>();
      const full = new Set<string>();
      calls.add(returned);
      let failure: unknown;
      // The client forgets a message that it wrote in the moment when the connection broke: nobody would answer.
      const lost = Promise.withResolvers<void>();
      using _ = onLost(() => {
        failure ??= new Error('the connection was lost before the broker confirmed');
        lost.resolve();
      });
      const sent = messages.map((each) =>
        send(each).then(
          () => confirmed.add(each.id),
          (error: unknown) => {
            if ((error as { code?: string }).code === 'NACK') full.add(each.id);
            else failure = error;
          },
        ),
      );
      await Promise.race([Promise.all(sent), lost.promise]);
      // The client reports a returned message a turn later than its confirmation.
      await turn();
      calls.delete(returned);
      if (confirmed.size + full.size === 0 && failure)
        throw new Error(describeFault(failure), { cause: failure });
      const fates = new Map<string, Fate>();
      for (const id of full) fates.set(id, 'FULL');
      for (const id of confirmed) fates.set(id, returned.has(id) ? 'UNHEARD' : 'TAKEN');
      return fates;
    },
    async putBack(routingKey, message, headers) {
      const contentEncoding = 'utf-8';
      await publisher.send(
        { exchange: '', routingKey, headers, durable: true, contentEncoding },
        Buffer.from(message),
      );
    },
    close: () => publisher.close(),
  };
}
