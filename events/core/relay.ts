import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../kit/logger.ts';
import { type Loop, startLoop } from './loop.ts';
import type { OutboxRow, OutboxStore } from './outbox.ts';
import type { Transport } from './transport.ts';

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
/** How long a message waits that the broker could not place. */
const REFUSED_MS = 1_000;

/**
 * Carries messages from an outbox to the broker. A message is deleted only once the broker has it: a relay that dies
 * in between leaves it to be published again, and consumers take it for the duplicate that it is.
 */
export class Relay {
  private readonly outbox: OutboxStore;
  private readonly transport: Pick<Transport, 'publish'>;
  private readonly log: Logger;
  private readonly loop: Loop;
  private published: string[] = [];
  private idle = SHORTEST_IDLE_MS;
  private refusing = false;
  private mayContinueAt = 0;

  constructor(outbox: OutboxStore, transport: Pick<Transport, 'publish'>, log: Logger) {
    this.outbox = outbox;
    this.transport = transport;
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
    const taken = await this.publish(batch);
    this.published = [...taken];
    const refused = batch.filter(({ id }) => !taken.has(id));
    await this.giveBack(refused);
    return 0;
  }

  private async publish(batch: readonly OutboxRow[]): Promise<ReadonlySet<string>> {
    try {
      return await this.transport.publish(batch, this.outbox.database);
    } catch (error) {
      await this.outbox.release(
        batch.map(({ id }) => id),
        0,
      );
      throw error;
    }
  }

  private async giveBack(refused: readonly OutboxRow[]): Promise<void> {
    if (refused.length > 0) {
      await this.outbox.release(
        refused.map(({ id }) => id),
        REFUSED_MS,
      );
      if (!this.refusing) {
        const names = [...new Set(refused.map(({ name }) => name))];
        this.log.warn(
          { names },
          'nobody takes these messages yet, or a queue is full; they wait in the outbox',
        );
      }
    }
    this.refusing = refused.length > 0;
  }

  private rest(): number {
    const rest = this.idle;
    this.idle = Math.min(LONGEST_IDLE_MS, rest * 2);
    return rest;
  }
}
