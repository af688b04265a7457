import { joinBus, leftToWorkers } from '../../events/index.ts';
import { defineSubgraph } from '../../kit/server/subgraph.ts';
import { readOrdersConfig } from './config.ts';
import { createOrdersContext, type OrdersContext } from './context.ts';
import { createOrderFeed } from './feed.ts';
import { startProcessing, subscribeOrders } from './processing.ts';
import { recount } from './recount.ts';
import { createOrdersRepository } from './repository.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { createOrdersService } from './service.ts';
import { createSettlements } from './settlements.ts';

/** How long an order waits for a copy that does not know its user or a product yet. */
const PATIENCE_MS = 1_000;

/** The domain of orders: what was ordered, what it came to, and the figures that are kept of it. */
export const createOrdersSubgraph = defineSubgraph<OrdersContext>({
  name: 'orders',
  room: import.meta.url,
  resolvers,
  seed,
  recount,
  start({ database, bus: messageBus, env, log, now, onStop }) {
    const { currency, feedIntervalMs: intervalMs, processesInside } = readOrdersConfig(env);
    const repository = createOrdersRepository(database);
    const bus = joinBus(messageBus, 'orders', database, now);
    const { outbox } = bus;
    const settlements = createSettlements(repository);
    // Alone, nobody could tell it of a user or a product.
    const patienceMs = messageBus ? PATIENCE_MS : 0;
    const service = createOrdersService({ database, repository, outbox, settlements, now, patienceMs });
    const feed = createOrderFeed({ database, outbox, log, now, intervalMs });
    if (processesInside) onStop(startProcessing({ bus, database, feed, currency, log, now }).stop);
    else subscribeOrders({ bus: leftToWorkers(bus), currency, log, now });
    return (request) => createOrdersContext(request, { repository, service, feed, currency });
  },
});
