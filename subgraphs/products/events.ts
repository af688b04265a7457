import {
  type Message,
  ProductCreated,
  ProductDeleted,
  ProductLiked,
  ProductUnliked,
  ProductUpdated,
} from '../../events/index.ts';
import type { LikeState, Product } from './repository.ts';

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
