import { z } from 'zod';
import { defineCommand, defineEvent } from '../contract.ts';
import { id, minorUnits } from './fields.ts';

const product = z.object({
  symbol: z.string(),
  kind: z.enum(['SERVICE', 'GOODS']),
  name: z.string(),
  priceMinor: minorUnits,
  /** How many were left when it changed; null when there is no limit. */
  stock: z.int().nullable(),
});

const like = z.object({
  userId: id,
  /** How many users like the product now. */
  likeCount: z.int().min(0),
});

/** A product is in the catalogue now. */
export const ProductCreated = defineEvent({
  name: 'ProductCreated',
  producer: 'products',
  subject: 'Product',
  payload: product,
});

/** A product changed; the payload is what it is now. */
export const ProductUpdated = defineEvent({
  name: 'ProductUpdated',
  producer: 'products',
  subject: 'Product',
  payload: product,
});

/** A product is sold no more. */
export const ProductDeleted = defineEvent({
  name: 'ProductDeleted',
  producer: 'products',
  subject: 'Product',
  payload: z.object({}),
});

/**
 * A user likes a product now who did not before. Its sequence counts the product's likes and unlikes, apart from its
 * version, so that a like is in nobody's way who edits the product.
 */
export const ProductLiked = defineEvent({
  name: 'ProductLiked',
  producer: 'products',
  subject: 'Product',
  payload: like,
});

/** A user likes a product no more; its sequence is as that of ProductLiked. */
export const ProductUnliked = defineEvent({
  name: 'ProductUnliked',
  producer: 'products',
  subject: 'Product',
  payload: like,
});

const reservedLine = z.object({ productId: id, quantity: z.int().positive() });

/** Counts how often an order's stock was asked for after it had been given back. */
const round = z.int().min(0).default(0);

/** Take the stock for an order: all of its lines or none. Asked again, it is answered again and nothing more is taken. */
export const ReserveStock = defineCommand({
  name: 'ReserveStock',
  recipient: 'products',
  subject: 'Order',
  payload: z.object({ lines: z.array(reservedLine).min(1), round }),
  result: z.object({ lines: z.array(reservedLine.extend({ unitPriceMinor: minorUnits })).min(1) }),
  /** RELEASED: it was to be given back before it was taken. */
  refusals: ['INSUFFICIENT_STOCK', 'PRODUCT_NOT_FOUND', 'RELEASED'],
});

/** Give back what was taken for an order in this round or before; if nothing was yet, take nothing in it any more. */
export const ReleaseStock = defineCommand({
  name: 'ReleaseStock',
  recipient: 'products',
  subject: 'Order',
  payload: z.object({ round }),
  result: z.object({}),
});
