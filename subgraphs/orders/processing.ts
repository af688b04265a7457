import type { DomainBus, Loop } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import { subscribeCopies } from './copies.ts';
import type { OrderFeedControl } from './feed.ts';
import { startReminder } from './reminder.ts';
import { subscribeSettlement } from './settlement.ts';

/** What the domain's background work stands on. */
export interface ProcessingParts {
  readonly bus: DomainBus;
  readonly database: Database;
  readonly feed: OrderFeedControl;
  readonly currency: string;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Takes part in the domain's background work. Any number of processes may: each piece of work is done by one. */
export function startProcessing({ database, feed, ...parts }: ProcessingParts): Pick<Loop, 'stop'> {
  subscribeOrders(parts);
  const { outbox } = parts.bus;
  const loops = [feed.run(), startReminder({ ...parts, database, outbox })];
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
}

/** Subscribes what the domain hears and carries out. */
export function subscribeOrders({ bus, ...parts }: Omit<ProcessingParts, 'database' | 'feed'>): void {
  subscribeCopies(bus);
  subscribeSettlement({ bus, ...parts });
}
