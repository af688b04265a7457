import type { IdempotencyKeyError } from '../../kit/database/idempotency.ts';
import type * as kit from '../../kit/rejection.ts';

/** The failures of this domain that a caller can act on. */
export type ProductsErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_FORMAT'
  | 'OUT_OF_RANGE'
  | 'SYMBOL_TAKEN'
  | 'ID_TAKEN'
  | 'PRODUCT_NOT_FOUND'
  | 'USER_NOT_FOUND'
  | 'INSUFFICIENT_STOCK'
  | 'ALREADY_LIKED'
  | 'NOT_LIKED'
  | 'CONFLICT'
  | IdempotencyKeyError['code'];

export type UserError = kit.UserError<ProductsErrorCode>;

export const symbolTaken: UserError = {
  code: 'SYMBOL_TAKEN',
  message: 'Another product has this symbol.',
  path: ['symbol'],
};

export const noSymbolDrawn: UserError = {
  code: 'SYMBOL_TAKEN',
  message: 'Nearly all symbols are taken: say one that is not.',
  path: ['symbol'],
};

export const idTaken: UserError = {
  code: 'ID_TAKEN',
  message: 'Another product has this id, or had it once.',
  path: ['id'],
};

/** @param field the input field that holds the id */
export const productNotFound = (field: string): UserError => ({
  code: 'PRODUCT_NOT_FOUND',
  message: 'There is no product with this id.',
  path: [field],
});

export const userNotFound: UserError = {
  code: 'USER_NOT_FOUND',
  message: 'There is no user with this id.',
  path: null,
};

export const alreadyLiked: UserError = {
  code: 'ALREADY_LIKED',
  message: 'You like this product already.',
  path: ['productId'],
};

export const notLiked: UserError = {
  code: 'NOT_LIKED',
  message: 'You do not like this product.',
  path: ['productId'],
};

/** The row is not the one that the caller has seen. */
export const conflict = (version: number): UserError => ({
  code: 'CONFLICT',
  message: `Somebody else changed the product meanwhile: read it again, its version is now ${version}.`,
  path: ['version'],
});
