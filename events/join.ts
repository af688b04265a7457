import type { Database } from '../kit/database/database.ts';
import type { MessageBus } from '../kit/server/subgraph.ts';
import type { Bus, DomainBus } from './bus.ts';
import { createDeadLetters } from './core/dead-letters.ts';
import { createOutbox } from './core/outbox.ts';

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
  };
}
