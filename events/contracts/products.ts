import { z } from 'zod';
import { defineEvent } from '../contract.ts';
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

/** A user likes a product now who did not before. */
export const ProductLiked = defineEvent({
  name: 'ProductLiked',
  producer: 'products',
  subject: 'Product',
  payload: like,
});

/** A user likes a product no more. */
export const ProductUnliked = defineEvent({
  name: 'ProductUnliked',
  producer: 'products',
  subject: 'Product',
  payload: like,
});
