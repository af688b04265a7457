import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Logger } from '../../kit/logger.ts';
import type { DomainCounter } from './count-domain.ts';
import { type Loop, startLoop } from './loop.ts';
import type { OutboxRow, OutboxStore } from './outbox.ts';
import type { Fate, Transport } from './transport.ts';

/** Messages published at once. */
const BATCH = 500;
/**
 * Between batches that are not full. The first message after a pause leaves at once; in a stream of single ones some
 * leave together, since every batch costs the producer's database a commit.
 */
const GATHER_MS = 5;
/** Between looks at an outbox where nothing was: other processes leave messages there only by dying. */
const SHORTEST_IDLE_MS = 20;
const LONGEST_IDLE_MS = 1_000;
/** Why an event is a dead letter that left its domain and got nowhere. */
export const UNHEARD_ERROR = 'no group hears it, and no contract of this version has its name';
/** How long a message waits at first that the broker could not place, and twice as long each time. */
const REFUSED_MS = 1_000;
/** What nobody takes yet goes out often enough for somebody who comes; it costs only the way there and back. */
const LONGEST_UNHEARD_MS = 8_000;
/** Each attempt at what one of several queues has no room for is a copy for all the others. */
const LONGEST_FULL_MS = 64_000;

const REFUSALS = new Map<Fate, string>([
  ['UNHEARD', 'nobody takes these messages yet; they wait in the outbox'],
  [
    'FULL',
    'a queue is full, and these messages wait in the outbox: let its group catch up, or raise the length limit of its policy',
  ],
]);

function delayOf({ refusals }: OutboxRow, fate: Fate | undefined): number {
  const longest = { UNHEARD: LONGEST_UNHEARD_MS, FULL: LONGEST_FULL_MS, EARLY: 0, TAKEN: 0 }[fate ?? 'EARLY'];
  return Math.max(REFUSED_MS, Math.min(longest, REFUSED_MS * 2 ** Math.min(refusals, 10)));
}

/** What becomes of events that nobody hears. */
export interface UnheardEvents {
  /** Whether an event of this name is one of the system's, which nobody need care for. */
  readonly isKnown: (name: string) => boolean;
  /** Files the others as dead letters. */
  readonly bury: (events: readonly OutboxRow[], trx: Knex.Transaction) => Promise<void>;
}

/**
 * Carries messages from an outbox to the broker. A message is deleted only once the broker has it: a relay that dies
 * in between leaves it to be published again, and consumers take it for the duplicate that it is.
 */
export class Relay {
  private readonly outbox: OutboxStore;
  private readonly transport: Pick<Transport, 'publish'>;
  private readonly unheard: UnheardEvents;
  private readonly counter: Pick<DomainCounter, 'published'>;
  private readonly log: Logger;
  private readonly loop: Loop;
  private published: string[] = [];
  private idle = SHORTEST_IDLE_MS;
  private readonly refusing = new Set<Fate>();
  private mayContinueAt = 0;

  constructor(
    outbox: OutboxStore,
    transport: Pick<Transport, 'publish'>,
    unheard: UnheardEvents,
    counter: Pick<DomainCounter, 'published'>,
    log: Logger,
  ) {
    this.outbox = outbox;
    this.transport = transport;
    this.unheard = unheard;
    this.counter = counter;
    this.log = log;
    this.loop = startLoop('publishing', log, () => this.step());
  }

  /** Looks at the outbox at once. */
  wake(): void {
    this.idle = SHORTEST_IDLE_MS;
    this.loop.wake();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    if (this.published.length > 0) await this.outbox.exchange(this.published, 0);
    await this.outbox.leave();
  }

  private async step(): Promise<number> {
    const early = this.mayContinueAt - performance.now();
    if (early > 0) await sleep(early);
    if (this.published.length === 0 && !(await this.outbox.isWaiting())) return this.rest();
    const batch = await this.outbox.exchange(this.published, BATCH);
    this.published = [];
    if (batch.length === 0) return this.rest();
    this.idle = SHORTEST_IDLE_MS;
    this.mayContinueAt = performance.now() + (batch.length < BATCH ? GATHER_MS : 0);
    const fates = await this.publish(batch);
    const isUnheard = ({ id, kind }: OutboxRow) => kind === 'EVENT' && fates.get(id) === 'UNHEARD';
    const isDone = (row: OutboxRow) =>
      fates.get(row.id) === 'TAKEN' || (isUnheard(row) && this.unheard.isKnown(row.name));
    this.published = batch.filter(isDone).map(({ id }) => id);
    this.counter.published(batch.flatMap((row) => (isDone(row) ? row.name : [])));
    const rest = batch.filter((row) => !isDone(row));
    await this.bury(rest.filter(isUnheard));
    await this.giveBack(
      rest.filter((row) => !isUnheard(row)),
      fates,
    );
    return 0;
  }

  private async publish(batch: readonly OutboxRow[]): Promise<ReadonlyMap<string, Fate>> {
    try {
      return await this.transport.publish(batch, this.outbox.database);
    } catch (error) {
      await this.outbox.release(batch.map(({ id }) => id));
      throw error;
    }
  }

  private async bury(events: readonly OutboxRow[]): Promise<void> {
    if (events.length === 0) return;
    await this.outbox.drop(
      events.map(({ id }) => id),
      (trx) => this.unheard.bury(events, trx),
    );
    for (const { id, name } of events)
      this.log.error({ id, event: name, error: UNHEARD_ERROR }, 'a message is a dead letter');
  }

  private async giveBack(refused: readonly OutboxRow[], fates: ReadonlyMap<string, Fate>): Promise<void> {
    if (refused.length > 0)
      await this.outbox.putOff(new Map(refused.map((row) => [row.id, delayOf(row, fates.get(row.id))])));
    for (const [fate, text] of REFUSALS) {
      const waiting = refused.filter(({ id }) => fates.get(id) === fate);
      if (waiting.length > 0 && !this.refusing.has(fate))
        this.log.warn({ names: [...new Set(waiting.map(({ name }) => name))] }, text);
      if (waiting.length > 0) this.refusing.add(fate);
      else this.refusing.delete(fate);
    }
  }

  private rest(): number {
    const rest = this.idle;
    this.idle = Math.min(LONGEST_IDLE_MS, rest * 2);
    return rest;
  }
}
