import type { RequestContext } from '../../kit/server/subgraph.ts';
import type { OrdersConfig } from './config.ts';
import { createOrdersLoaders, type OrdersLoaders } from './loaders.ts';
import type { OrdersRepository } from './repository.ts';

export interface OrdersContext extends RequestContext {
  readonly loaders: OrdersLoaders;
  readonly repository: OrdersRepository;
  /** The code of the currency that all amounts are in. */
  readonly currency: string;
}

export const createOrdersContext = (
  request: RequestContext,
  repository: OrdersRepository,
  { currency }: OrdersConfig,
): OrdersContext => ({ ...request, loaders: createOrdersLoaders(repository), repository, currency });
