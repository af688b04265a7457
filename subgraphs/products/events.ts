import {
  type DomainBus,
  type Message,
  on,
  onBatch,
  ProductCreated,
  ProductDeleted,
  ProductLiked,
  ProductUnliked,
  ProductUpdated,
  ReleaseStock,
  ReserveStock,
  UserDeleted,
} from '../../events/index.ts';
import type { LikeState, Product } from './repository.ts';
import type { StockService } from './service/stock.ts';
import type { ProductsService } from './service.ts';

const payloadOf = ({ symbol, kind, name, priceMinor, stock }: Product) => ({
  symbol,
  kind,
  name,
  priceMinor,
  stock,
});

export const productCreated = (product: Product): Message =>
  ProductCreated.message({ id: product.id, sequence: product.version, payload: payloadOf(product) });

export const productUpdated = (product: Product): Message =>
  ProductUpdated.message({ id: product.id, sequence: product.version, payload: payloadOf(product) });

/** @param product as it was; the deletion is its last version */
export const productDeleted = (product: Product): Message =>
  ProductDeleted.message({ id: product.id, sequence: product.version + 1, payload: {} });

export const productLiked = (id: string, userId: string, { likeCount, sequence }: LikeState): Message =>
  ProductLiked.message({ id, sequence, payload: { userId, likeCount } });

export const productUnliked = (id: string, userId: string, { likeCount, sequence }: LikeState): Message =>
  ProductUnliked.message({ id, sequence, payload: { userId, likeCount } });

/** What this domain does for others, and what it hears of them. */
export function subscribeProducts(bus: DomainBus, service: ProductsService, stock: StockService): void {
  bus.subscribe('stock', [onBatch(ReserveStock, stock.reserve), onBatch(ReleaseStock, stock.release)]);
  bus.subscribe('likes', [on(UserDeleted, ({ subjectId }, trx) => service.forgetUser(trx, subjectId))]);
}
