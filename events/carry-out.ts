import type { Knex } from 'knex';
import { type Handler, type Outbox, on, onBatch, type Reaction } from './bus.ts';
import type { Command, Message, Outcome, Received } from './contract.ts';

/** It is done. */
export const done = <Result>(result: Result): Outcome<Result, never> => ({ outcome: 'DONE', result });

/**
 * Nothing was done, for a reason of the domain.
 *
 * @param about the id of what stood in the way, such as a product
 */
export const refused = <Refusal extends string>(
  code: Refusal,
  message: string,
  about: string | null = null,
): Outcome<never, Refusal> => ({ outcome: 'REFUSED', code, message, about });

/** What a reply needs to know of its command; a domain that replies later keeps it. */
export type Asked = Pick<Received, 'subjectId' | 'correlationId' | 'traceparent'>;

/** The reply to a command, for the outbox: none to one whose sender wants none. */
export const replyTo = <Result, Refusal extends string>(
  command: Pick<Command<string, unknown, Result, Refusal>, 'reply'>,
  { subjectId, correlationId, ...cause }: Asked,
  outcome: Outcome<Result, Refusal>,
): Message[] =>
  correlationId === null
    ? []
    : [command.reply.message({ id: subjectId, payload: outcome, cause, correlationId })];

/**
 * Pairs a command with what carries it out. Its outcome is the reply; null means that one follows later, with
 * `replyTo`. The command may come again, under another message id, when its sender thinks that it was lost: it then
 * must have no second effect, and be answered as the first was.
 */
export const carryOut = <Name extends string, Payload, Result, Refusal extends string>(
  outbox: Outbox,
  command: Command<Name, Payload, Result, Refusal>,
  handle: (
    received: Received<Name, Payload>,
    trx: Knex.Transaction,
  ) => Promise<Outcome<Result, Refusal> | null>,
): Reaction =>
  on(command, (async (received, trx) => {
    const outcome = await handle(received, trx);
    if (outcome) await outbox.add(trx, ...replyTo(command, received, outcome));
  }) as Handler<Received<Name, Payload>>);

/** As `carryOut`, for many commands in one transaction: the outcomes stand in the order of the commands. */
export const carryOutMany = <Name extends string, Payload, Result, Refusal extends string>(
  outbox: Outbox,
  command: Command<Name, Payload, Result, Refusal>,
  handle: (
    received: readonly Received<Name, Payload>[],
    trx: Knex.Transaction,
  ) => Promise<readonly (Outcome<Result, Refusal> | null)[]>,
): Reaction =>
  onBatch(command, async (received, trx) => {
    const outcomes = await handle(received, trx);
    const replies = received.flatMap((each, i) => {
      const outcome = outcomes[i];
      return outcome ? replyTo(command, each, outcome) : [];
    });
    await outbox.add(trx, ...replies);
  });

/**
 * The same for every attempt at one step of one run: what tells a command that comes again from a new one, here and
 * in systems outside. That of a command that no workflow sent is its message's.
 */
export function idempotencyKeyOf({ id, correlationId }: Pick<Received, 'id' | 'correlationId'>): string {
  // `<workflow>/<run>/<step>/<round>`: a run that is tried again does not do again what it has done.
  if (correlationId === null) return id;
  const end = correlationId.lastIndexOf('/');
  return end < 0 ? correlationId : correlationId.slice(0, end);
}
