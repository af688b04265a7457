import type { OrdersRepository } from './repository.ts';

/** For all orders of a request: less than a gateway waits for a subgraph, so that who waits gets them and no timeout. */
const PATIENCE_MS = 4_500;
const LOOK_EVERY_MS = 20;

/** Waits for orders to be settled. */
export interface Settlements {
  /** Resolves when an order is no longer pending, or when the request that came `since` then has waited long enough. */
  waitFor(id: string, since: number): Promise<void>;
}

/**
 * Looks after the orders that somebody waits for: one statement for all of them, and none while nobody waits. It asks
 * the database, since whoever settles an order may be another process.
 */
export function createSettlements(repository: Pick<OrdersRepository, 'listByIds'>): Settlements {
  const waiting = new Map<string, Set<() => void>>();
  let looking = false;

  const look = async () => {
    looking = true;
    while (waiting.size > 0) {
      try {
        for (const { id, status } of await repository.listByIds([...waiting.keys()])) {
          if (status !== 'PENDING') for (const resolve of waiting.get(id) ?? []) resolve();
        }
      } catch {
        // The database is away for a moment: whoever waits goes on waiting, and reads the order anyhow in the end.
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    looking = false;
  };

  return {
    waitFor(id, since) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const others = waiting.get(id) ?? new Set();
      waiting.set(id, others.add(resolve));
      if (!looking) void look();
      const timer = setTimeout(resolve, since + PATIENCE_MS - Date.now());
      return promise.finally(() => {
        clearTimeout(timer);
        others.delete(resolve);
        if (others.size === 0) waiting.delete(id);
      });
    },
  };
}
