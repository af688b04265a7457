import { ERROR_CATALOGUE, type ErrorCode } from '../kit/errors.ts';

/** The codes that only this door gives; those of the graph, docs/errors.md and its `UserErrorCode`, come on top. */
export const REST_CODES = {
  NOT_FOUND: 'There is nothing at this path, or nothing with this id.',
  METHOD_NOT_ALLOWED: 'The path does not take this method; the header `allow` says which it takes.',
} as const;

/** The HTTP status of each code; what is not here is a failure that the caller can mend, 400. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INVALID_CREDENTIALS: 403,
  NOT_FOUND: 404,
  USER_NOT_FOUND: 404,
  PRODUCT_NOT_FOUND: 404,
  ORDER_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  ID_TAKEN: 409,
  USERNAME_TAKEN: 409,
  EMAIL_TAKEN: 409,
  SYMBOL_TAKEN: 409,
  ALREADY_LIKED: 409,
  INSUFFICIENT_STOCK: 409,
  NOT_FULFILLED: 409,
  CONFLICT: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SUBGRAPH_MALFORMED_RESPONSE: 503,
  DATABASE_UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  SUBGRAPH_TIMEOUT: 503,
  REQUEST_ABORTED: 503,
};

export const statusOf = (code: string): number => STATUS[code] ?? 400;

/** A request that is not answered as it was meant; its message is safe to show. */
export class RestError extends Error {
  override name = 'RestError';
  readonly code: string;
  readonly status: number;
  /** Seconds after which to try again. */
  readonly retryAfter: number | undefined;

  constructor(
    code: string,
    message: string,
    { status = statusOf(code), retryAfter }: { status?: number; retryAfter?: number | undefined } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export const notFound = (what: string) => new RestError('NOT_FOUND', `There is no ${what}.`);

/** What is not null, or a 404. */
export function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value == null) throw notFound(what);
  return value;
}

/** Whether the graph gives a code for errors, whose messages are masked where they must be. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERROR_CATALOGUE, code);
