import type { Knex } from 'knex';
import type { Connection, ConnectionArgs } from '../kit/connection.ts';
import type { Database } from '../kit/database/database.ts';
import type { Contract, Message, Received, ReceivedOf } from './contract.ts';

/**
 * Carries messages between domains. Delivery is at least once and in no promised order; what a handler writes happens
 * once, since it commits together with the record that its message was handled.
 */
export interface Bus {
  /** Gives a domain its outbox and its subscriptions, over its own database (which has the tables of sql/events). */
  join(domain: string, database: Database): DomainBus;
  /**
   * Hears messages live, in this process alone, from now until disposed: for live updates. What is published while
   * nobody listens is not heard later, and a listener that throws is logged.
   */
  listen<const C extends Contract>(
    contracts: readonly C[],
    listener: (event: ReceivedOf<C>) => void,
  ): Promise<AsyncDisposable>;
  /** Begins to carry messages; everybody of this process should have subscribed before. */
  start(): Promise<void>;
  /** Resolves when the broker takes messages; rejects with why it does not. */
  ready(): Promise<void>;
  /** Ends in order: what is being handled is finished. The databases must still be open. */
  close(): Promise<void>;
}

/** The bus as one domain sees it. */
export interface DomainBus {
  readonly outbox: Outbox;
  readonly deadLetters: DeadLetters;
  /**
   * Subscribes a durable group: each message goes to one of its members, in whatever process they are, also when it
   * was published while none ran. A group that is new hears what is published after its first start.
   *
   * @param group names what the group does, such as `copies`; once in use it must not change
   */
  subscribe(group: string, reactions: readonly Reaction[], options?: SubscriptionOptions): void;
  /**
   * Says that other processes are the members of this group: what is published from now on is kept for them, also
   * before the first of them has ever run.
   */
  declare(group: string, reactions: readonly Reaction[]): void;
}

/** Where a domain leaves the messages that belong to a write. */
export interface Outbox {
  /** Adds messages in the transaction of the write that they tell of; they leave soon after it commits, or never. */
  add(trx: Knex.Transaction, ...messages: readonly Message[]): Promise<void>;
}

/**
 * Reacts to a message within a transaction of the consumer's own database. It may run again when the transaction
 * starts over, and shares it with others, so it must have no effect but its statements through `trx`, and not wait for
 * anything else. If it throws, its effects are undone and it is tried again later; UnprocessableError ends that.
 */
export type Handler<Event> = (event: Event, trx: Knex.Transaction) => Promise<unknown>;

/**
 * Reacts to all messages of one contract that a transaction handles together, under the rules of Handler, so that what
 * they have in common is one statement. If it throws, each message is tried again alone.
 */
export type BatchHandler<Event> = (events: readonly Event[], trx: Knex.Transaction) => Promise<unknown>;

/** A contract and how a group reacts to it; made by `on` or `onBatch`. */
export interface Reaction {
  readonly contract: Contract;
  readonly handle: BatchHandler<Received>;
  /** Messages of this contract that one call takes. */
  readonly takes: 'ONE' | 'MANY';
  /** Whether a message concerns the group at all, by its correlation id. Default: all of the contract do. */
  readonly concerns?: ((correlationId: string | null) => boolean) | undefined;
}

/** Pairs a contract with its handler. */
export const on = <Name extends string, Payload>(
  contract: Contract<Name, Payload>,
  handle: Handler<Received<Name, Payload>>,
): Reaction => ({
  contract: contract as Contract,
  handle: ([event], trx) => (handle as Handler<Received>)(event as Received, trx),
  takes: 'ONE',
});

/**
 * Pairs a contract with a handler of many messages at once; other messages of the batch may come before or after.
 *
 * @param concerns by whose word messages are passed over, such as replies to what others asked
 */
export const onBatch = <Name extends string, Payload>(
  contract: Contract<Name, Payload>,
  handle: BatchHandler<Received<Name, Payload>>,
  concerns?: Reaction['concerns'],
): Reaction => ({
  contract: contract as Contract,
  handle: handle as BatchHandler<Received>,
  takes: 'MANY',
  concerns,
});

/** How a group handles; the defaults are good for handlers of a few statements. */
export interface SubscriptionOptions {
  /** Milliseconds before each retry; after the last the message is a dead letter. Default: 0.2, 1, 5, 30, 120 s. */
  readonly retryDelays?: readonly number[];
  /** Messages handled in one transaction at most; default 200. Lower it for slow handlers. */
  readonly batchSize?: number;
}

/** Thrown by a handler for a message that no retry can help: it is a dead letter at once. */
export class UnprocessableError extends Error {
  override name = 'UnprocessableError';
}

/** Why a message could not be handled. */
export type DeadLetterReason =
  | 'HANDLER_FAILED'
  | 'UNPROCESSABLE'
  | 'UNKNOWN_EVENT'
  | 'MALFORMED'
  | 'UNSUPPORTED_VERSION'
  | 'UNDELIVERABLE';

/** A message that a group could not handle, kept until it is replayed or discarded. */
export interface DeadLetter {
  readonly id: string;
  /** The group, as `<domain>.<group>`. */
  readonly consumer: string;
  /** Null, as is the subject, when the message cannot be read so far. */
  readonly name: string | null;
  readonly subject: string | null;
  readonly reason: DeadLetterReason;
  /** What the last attempt failed with. */
  readonly error: string;
  readonly attempts: number;
  /** ISO 8601 in UTC. */
  readonly diedAt: string;
  /** The message as it came. */
  readonly message: string;
}

/** The dead letters of a domain's groups. */
export interface DeadLetters {
  /** The newest first, a page at a time. */
  list(args?: ConnectionArgs & { readonly consumer?: string }): Promise<Connection<DeadLetter>>;
  count(): Promise<number>;
  /** Hands letters to their groups again, with all their retries; gives how many there were. */
  replay(ids: readonly string[]): Promise<number>;
  /** Gives letters up for good: later duplicates of their messages are ignored too. */
  discard(ids: readonly string[]): Promise<number>;
}
