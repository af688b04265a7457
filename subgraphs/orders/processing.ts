import type { DomainBus, Loop } from '../../events/index.ts';
import type { Logger } from '../../kit/logger.ts';
import { subscribeCopies } from './copies.ts';
import type { OrderFeedControl } from './feed.ts';
import { subscribeSettlement } from './settlement.ts';

/** What the domain's background work stands on. */
export interface ProcessingParts {
  readonly bus: DomainBus;
  readonly feed: OrderFeedControl;
  readonly currency: string;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Takes part in the domain's background work. Any number of processes may: each piece of work is done by one. */
export function startProcessing({ feed, ...parts }: ProcessingParts): Loop {
  subscribeOrders(parts);
  return feed.run();
}

/** Subscribes what the domain hears and carries out. */
export function subscribeOrders({ bus, ...parts }: Omit<ProcessingParts, 'feed'>): void {
  subscribeCopies(bus);
  subscribeSettlement({ bus, ...parts });
}
