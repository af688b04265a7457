import type { Database } from '../kit/database/database.ts';
import type { MessageBus } from '../kit/server/subgraph.ts';
import type { Bus, DomainBus } from './bus.ts';
import { createDeadLetters } from './core/dead-letters.ts';
import { createOutbox } from './core/outbox.ts';

/**
 * The bus of a process that leaves its domain's background work to workers: what its groups have to know is kept for
 * them, also before the first of them has ever run.
 */
export const leftToWorkers = (bus: DomainBus): DomainBus => ({ ...bus, subscribe: bus.declare });

/**
 * Joins a domain to the bus. Without a bus, where a subgraph is tested alone, its messages stay in the outbox, for the
 * test to read, and its groups hear nothing.
 */
export function joinBus(
  bus: MessageBus | undefined,
  domain: string,
  database: Database,
  now: () => Date,
): DomainBus {
  // The kit hands on what `createBus` made, without knowing more of it than how to start and stop it.
  if (bus) return (bus as Bus).join(domain, database);
  const outbox = createOutbox({ now, traceparent: () => undefined, onCommit: () => {} });
  return {
    outbox,
    deadLetters: createDeadLetters({ domain, database, outbox, now }),
    subscribe: () => {},
    declare: () => {},
  };
}
