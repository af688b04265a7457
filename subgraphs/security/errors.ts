import type { IdempotencyKeyError } from '../../kit/database/idempotency.ts';
import type * as kit from '../../kit/rejection.ts';

/** The failures of this domain that a caller can act on. */
export type SecurityErrorCode = 'OUT_OF_RANGE' | 'INVALID_FORMAT' | IdempotencyKeyError['code'];

export type UserError = kit.UserError<SecurityErrorCode>;
