import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Database } from '../../kit/database/database.ts';
import { isUnavailable } from '../../kit/database/failure.ts';
import { uuidOf } from '../../kit/ids.ts';
import { type Logger, requestScope } from '../../kit/logger.ts';
import type { Tracing } from '../../kit/telemetry/tracing.ts';
import {
  type DeadLetterReason,
  type Reaction,
  type SubscriptionOptions,
  UnprocessableError,
} from '../bus.ts';
import type { Received } from '../contract.ts';
import { type Envelope, FaultyMessageError, parseEnvelope, readMessage } from '../envelope.ts';
import type { DomainCounter } from './count-domain.ts';
import type { Burial } from './dead-letters.ts';
import { type Delivery, type Deposit, deposit, postpone, withdraw } from './deliveries.ts';
import { listHandled, recordHandled } from './inbox.ts';
import { MAX_MESSAGE_BYTES } from './outbox.ts';
import { traceHandling } from './trace-handling.ts';

const RETRY_DELAYS_MS = [200, 1_000, 5_000, 30_000, 120_000];
const BATCH = 200;
/** As much is kept of a message that is too large. */
const KEPT_LENGTH = 10_000;
/** What this process cannot read and another may: while processes are replaced one by one, members differ in age. */
const KNOWN_TO_OTHERS: readonly DeadLetterReason[] = ['UNKNOWN_EVENT', 'UNSUPPORTED_VERSION'];

/** A delivery whose message could be read. */
interface Task {
  readonly delivery: Delivery;
  readonly id: string;
  readonly event: Received;
  readonly reaction: Reaction;
}

/** A handler's failure, and whose it was. */
interface Failure {
  readonly task: Task;
  readonly error: unknown;
}

/** What a group stands on. */
interface GroupParts {
  readonly database: Database;
  readonly counter: DomainCounter;
  readonly tracing: Tracing | undefined;
  readonly log: Logger;
  readonly now: () => Date;
  /** Files dead letters. */
  readonly bury: (burials: readonly Burial[], trx: Knex.Transaction) => Promise<void>;
}

/** One durable group of a domain in this process: turns messages into effects, each once. */
export class Group {
  readonly name: string;
  readonly database: Database;
  readonly batchSize: number;
  readonly reactions: ReadonlyMap<string, Reaction>;
  /** Says that messages wait in the database; set by whoever takes them from there. */
  wake = (): void => {};
  private readonly retryDelays: readonly number[];
  private readonly counter: DomainCounter;
  private readonly tracing: Tracing | undefined;
  private readonly log: Logger;
  private readonly now: () => Date;
  private readonly file: GroupParts['bury'];

  constructor(
    name: string,
    reactions: readonly Reaction[],
    { retryDelays = RETRY_DELAYS_MS, batchSize = BATCH }: SubscriptionOptions,
    { bury, database, counter, tracing, log, now }: GroupParts,
  ) {
    this.name = name;
    this.database = database;
    this.batchSize = batchSize;
    this.reactions = new Map(reactions.map((each) => [each.contract.name, each]));
    this.retryDelays = retryDelays;
    this.counter = counter;
    this.tracing = tracing;
    this.log = log.child({ consumer: name });
    this.now = now;
    this.file = bury;
  }

  /**
   * Settles messages: when it resolves, each has taken effect or is recorded for a retry or as a dead letter.
   *
   * @throws when the database cannot be used; the messages are then to be handed in again
   */
  async handle(deliveries: readonly Delivery[]): Promise<void> {
    const tasks = new Map<string, Task>();
    const burials: Burial[] = [];
    for (const delivery of deliveries) {
      const task = this.read(delivery);
      if (!('reason' in task)) {
        // What lies in the database is taken out by being handled.
        const isOurs = delivery.id !== null || (task.reaction.concerns?.(task.event.correlationId) ?? true);
        if (isOurs) tasks.set(task.id, task);
      } else if (!KNOWN_TO_OTHERS.includes(task.reason) || !(await this.putOff(task, task.error)))
        burials.push(task);
    }
    if (burials.length > 0) await this.bury(burials);
    await this.perform([...tasks.values()]);
  }

  /** Whether a message is to be brought to this group; one that cannot be read is, to be a dead letter. */
  wants(name: string, message: string): boolean {
    const reaction = this.reactions.get(name);
    if (!reaction?.concerns) return reaction !== undefined;
    try {
      const { correlationId = null }: Partial<Envelope> = JSON.parse(message);
      return reaction.concerns(correlationId);
    } catch {
      return true;
    }
  }

  /**
   * Leaves messages to the database that were handed out before, nobody knows what for: there each is handled alone, and
   * it is counted how often.
   */
  async isolate(messages: readonly string[]): Promise<void> {
    if (messages.length === 0) return;
    const unread: Delivery[] = [];
    const deposits: Deposit[] = [];
    for (const message of messages) {
      const delivery = { id: null, message, attempts: 0 };
      const task = this.read(delivery);
      // Nothing is done with one that cannot be read.
      if ('reason' in task) unread.push(delivery);
      else if (task.reaction.concerns?.(task.event.correlationId) ?? true)
        deposits.push({ ...delivery, consumer: this.name, id: task.id, dueAt: this.now(), handOuts: 1 });
    }
    await this.database.transaction((trx) => deposit(trx, deposits));
    await this.handle(unread);
    this.wake();
  }

  /** Files a message as a dead letter that was handed out too often. */
  async giveUp(delivery: Delivery, error: string): Promise<void> {
    const task = this.read(delivery);
    await this.bury([
      'reason' in task ? task : this.burialOf(task.delivery, task.event, 'UNDELIVERABLE', error),
    ]);
  }

  private read(delivery: Delivery): Task | Burial {
    const bytes = Buffer.byteLength(delivery.message);
    if (bytes > MAX_MESSAGE_BYTES) {
      const error = `the message has ${bytes} bytes, more than ${MAX_MESSAGE_BYTES}`;
      // A database may refuse all of it.
      const message = cut(delivery.message, bytes);
      return { ...this.burialOf(delivery, undefined, 'MALFORMED', error), message };
    }
    let envelope: Envelope | undefined;
    try {
      envelope = parseEnvelope(delivery.message);
      const reaction = this.reactions.get(envelope.name);
      if (!reaction)
        throw new FaultyMessageError('UNKNOWN_EVENT', `${this.name} does not know ${envelope.name}`);
      const event = readMessage(reaction.contract, envelope);
      return { delivery, id: delivery.id ?? event.id, event, reaction };
    } catch (error) {
      if (!(error instanceof FaultyMessageError)) throw error;
      return this.burialOf(delivery, envelope, error.fault, error.message);
    }
  }

  private burialOf(
    { id, message, attempts: before, firstError }: Delivery,
    event: Pick<Received, 'id' | 'name' | 'subject'> | undefined,
    reason: DeadLetterReason,
    error: string,
  ): Burial {
    const { name = null, subject = null } = event ?? {};
    // A message without an id is known by its text, so that a second delivery makes no second letter.
    const eventId = id ?? event?.id ?? uuidOf(message);
    return {
      consumer: this.name,
      eventId,
      name,
      subject,
      message,
      reason,
      error,
      firstError: firstError ?? error,
      attempts: before + 1,
    };
  }

  /**
   * Handles tasks in one transaction. When one fails, those before it are done again without it, and those after it
   * follow: a failure costs two transactions more, and no savepoint is needed.
   */
  private async perform(tasks: readonly Task[]): Promise<void> {
    let rest = tasks;
    while (rest.length > 0) {
      const failure = await this.attempt(rest);
      if (!failure) return;
      const at = failure.task ? rest.indexOf(failure.task) : -1;
      if (at < 0 && rest.length > 1) {
        // Not a handler's failure, such as a message that another member handled meanwhile.
        for (const task of rest) await this.perform([task]);
        return;
      }
      const culprit = rest[Math.max(at, 0)] as Task;
      await this.perform(rest.slice(0, Math.max(at, 0)));
      await this.setAside(culprit, failure.error);
      rest = rest.slice(Math.max(at, 0) + 1);
    }
  }

  /** Handles tasks in one transaction, or none of them. */
  private async attempt(
    tasks: readonly Task[],
  ): Promise<(Partial<Failure> & { error: unknown }) | undefined> {
    let current = undefined as Task | undefined;
    try {
      const handled = await this.database.transaction(async (trx) => {
        current = undefined;
        const fresh = await this.record(trx, tasks);
        for (const part of partsOf(fresh)) {
          // The failure of several is nobody's yet: each is tried again alone.
          current = part.length === 1 ? part[0] : undefined;
          await this.run(part, trx);
        }
        current = undefined;
        return fresh;
      });
      this.counter.handled(
        this.name,
        handled.map(({ event }) => event.name),
      );
      return undefined;
    } catch (error) {
      // The database's own failure says nothing about a message: all are handed in again.
      if (isUnavailable(error)) throw error;
      return { error, ...(current && { task: current }) };
    }
  }

  /** Records tasks as handled and gives those that were not already: their effects follow in this transaction. */
  private async record(trx: Knex.Transaction, tasks: readonly Task[]): Promise<readonly Task[]> {
    const ids = tasks.map(({ id }) => id).sort();
    const handled = await listHandled(trx, this.name, ids);
    const fresh = ids.filter((id) => !handled.has(id));
    await recordHandled(trx, this.name, fresh, this.now());
    const stored = tasks.filter(({ delivery }) => delivery.id !== null).map(({ id }) => id);
    await withdraw(trx, this.name, stored.sort());
    return tasks.filter(({ id }) => !handled.has(id));
  }

  private run(tasks: readonly [Task, ...Task[]], trx: Knex.Transaction): Promise<unknown> {
    const [{ reaction }] = tasks;
    const handle = (events: readonly Received[]) => {
      const traceparent = events.length === 1 ? events[0]?.traceparent : undefined;
      const work = () => reaction.handle(events, trx);
      return traceparent ? requestScope.run({ traceparent }, work) : work();
    };
    const events = tasks.map(({ event }) => event);
    return this.tracing ? traceHandling(this.tracing, this.name, events, handle) : handle(events);
  }

  /** Puts a failed task off, or gives it up. */
  private async setAside({ id, event, delivery }: Task, error: unknown): Promise<void> {
    const isHopeless = error instanceof UnprocessableError;
    const reason = isHopeless ? 'UNPROCESSABLE' : 'HANDLER_FAILED';
    const burial = this.burialOf({ ...delivery, id }, event, reason, textOf(error));
    if (isHopeless || !(await this.putOff(burial, error))) await this.bury([burial]);
  }

  /** Puts a message off until its next attempt; false when there is none left. */
  private async putOff(burial: Burial, error: unknown): Promise<boolean> {
    const { eventId: id, name, subject, message, attempts, firstError } = burial;
    const delay = this.retryDelays[attempts - 1];
    if (delay === undefined) return false;
    // Spread a little, so that what failed together does not come back at once.
    const dueAt = new Date(this.now().getTime() + delay * (0.9 + Math.random() * 0.2));
    await this.database.transaction((trx) =>
      postpone(trx, { consumer: this.name, id, message, attempts, dueAt, firstError }),
    );
    this.wake();
    this.counter.retried(this.name, this.knownName(name));
    this.log.warn(
      { err: error, id, event: name, subject, attempts, dueAt },
      'handling failed; to be retried',
    );
    return true;
  }

  /** The name as a label: what this group does not know may be called anything. */
  private knownName(name: string | null): string {
    return name !== null && this.reactions.has(name) ? name : 'unknown';
  }

  private async bury(burials: readonly Burial[]): Promise<void> {
    try {
      await this.buryTogether(burials);
    } catch (error) {
      if (burials.length === 1) throw error;
      // One that cannot be filed holds up no other.
      for (const burial of burials) await this.buryTogether([burial]);
    }
  }

  private async buryTogether(burials: readonly Burial[]): Promise<void> {
    const ids = burials.map(({ eventId }) => eventId);
    const filed = await this.database.transaction(async (trx) => {
      // One that was handled, or discarded, is a duplicate.
      const handled = await listHandled(trx, this.name, ids);
      const fresh = burials.filter(({ eventId }) => !handled.has(eventId));
      await this.file(fresh, trx);
      await withdraw(trx, this.name, ids);
      return fresh;
    });
    for (const { eventId, name, subject, reason, error, attempts } of filed) {
      this.counter.died(this.name, this.knownName(name), reason);
      this.log.error(
        { id: eventId, event: name, subject, reason, error, attempts },
        'a message is a dead letter',
      );
    }
  }
}

/** The tasks as they are handled: one by one, or those of a contract whose handler takes many together. */
function partsOf(tasks: readonly Task[]): (readonly [Task, ...Task[]])[] {
  const groups = Map.groupBy(tasks, ({ reaction, id }) => (reaction.takes === 'MANY' ? reaction : id));
  return [...groups.values()] as unknown as [Task, ...Task[]][];
}

/** The beginning of a message, and by what the whole can be known. */
const cut = (message: string, bytes: number): string =>
  `${message.slice(0, KEPT_LENGTH)}\n[cut: ${bytes} bytes in all, SHA-256 ${createHash('sha256').update(message).digest('hex')}]`;

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
