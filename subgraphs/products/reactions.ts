import {
  carryOutMany,
  type DomainBus,
  on,
  ReleaseStock,
  ReserveStock,
  UserDeleted,
} from '../../events/index.ts';
import type { StockService } from './service/stock.ts';
import type { ProductsService } from './service.ts';

/** What this domain does for others, and what it hears of them. */
export function subscribeProducts(bus: DomainBus, service: ProductsService, stock: StockService): void {
  bus.subscribe('stock', [
    carryOutMany(bus.outbox, ReserveStock, stock.reserve),
    carryOutMany(bus.outbox, ReleaseStock, stock.release),
  ]);
  bus.subscribe('likes', [on(UserDeleted, ({ subjectId }, trx) => service.forgetUser(trx, subjectId))]);
}
