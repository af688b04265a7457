import type { IdempotencyKeyError } from '../../kit/database/idempotency.ts';
import * as kit from '../../kit/rejection.ts';

/** The failures of this domain that a caller can act on. */
export type OrdersErrorCode =
  | 'REQUIRED'
  | 'OUT_OF_RANGE'
  | 'DUPLICATE'
  | 'USER_NOT_FOUND'
  | 'PRODUCT_NOT_FOUND'
  | 'ORDER_NOT_FOUND'
  | 'INSUFFICIENT_STOCK'
  | 'NOT_FULFILLED'
  | 'NOT_CANCELLABLE'
  | IdempotencyKeyError['code'];

export type UserError = kit.UserError<OrdersErrorCode>;

/** What an order names is not in our copies, which may be a moment behind. */
export class UnknownReferenceError extends kit.RejectionError<OrdersErrorCode> {
  override name = 'UnknownReferenceError';
}

/** The token is a machine client's, and nobody is named. */
export const userMissing: UserError = {
  code: 'REQUIRED',
  message: 'Say who orders: the token is not that of a user.',
  path: ['userId'],
};

export const userNotFound: UserError = {
  code: 'USER_NOT_FOUND',
  message: 'There is no user with this id.',
  path: ['userId'],
};

/** @param line its place in the input's lines */
export const productNotFound = (line: number): UserError => ({
  code: 'PRODUCT_NOT_FOUND',
  message: 'There is no product with this id.',
  path: ['lines', String(line), 'productId'],
});

export const orderNotFound: UserError = {
  code: 'ORDER_NOT_FOUND',
  message: 'There is no order with this id.',
  path: ['id'],
};

export const notCancellable: UserError = {
  code: 'NOT_CANCELLABLE',
  message: 'The order was rejected: there is nothing to call off.',
  path: ['id'],
};
