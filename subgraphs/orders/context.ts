import type { RequestContext } from '../../kit/server/subgraph.ts';
import type { OrderFeedControl } from './feed.ts';
import { createOrdersLoaders, type OrdersLoaders } from './loaders.ts';
import type { OrdersRepository } from './repository.ts';
import type { OrdersService } from './service.ts';

/** What lives as long as the process. */
interface OrdersRoom {
  readonly repository: OrdersRepository;
  readonly service: OrdersService;
  readonly feed: OrderFeedControl;
  /** The code of the currency that all amounts are in. */
  readonly currency: string;
}

export interface OrdersContext extends RequestContext, OrdersRoom {
  readonly loaders: OrdersLoaders;
  /** When the request came, in milliseconds since 1970: all that it waits for is waited for from then on. */
  readonly askedAt: number;
}

export const createOrdersContext = (request: RequestContext, room: OrdersRoom): OrdersContext => ({
  ...request,
  ...room,
  loaders: createOrdersLoaders(room.repository),
  askedAt: Date.now(),
});
