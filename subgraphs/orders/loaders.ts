import { createGroupLoader, createPageLoader, createRowLoader } from '../../kit/batch.ts';
import type { OrdersRepository } from './repository.ts';

export type OrdersLoaders = ReturnType<typeof createOrdersLoaders>;

export const createOrdersLoaders = (repository: OrdersRepository) => ({
  orderById: createRowLoader(repository.listByIds, (order) => order.id),
  ordersOfUser: createPageLoader(repository.pageByUser),
  linesOfOrder: createGroupLoader(repository.listLines, (line) => line.orderId),
  purchasesOfUser: createPageLoader(repository.pagePurchasesByUser),
  salesByProduct: createRowLoader(repository.listSales, (sales) => sales.productId),
});
