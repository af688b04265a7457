import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from './logger.ts';

/**
 * Every error code that a client can meet in `errors[].extensions.code`; docs/errors.md is kept equal to it by a test.
 * Failures that a caller can act on are not here: they are `userErrors` of a mutation's payload.
 */
export const ERROR_CATALOGUE = {
  BAD_USER_INPUT:
    'An argument or a variable has a value that cannot be used; the message says which and why.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE:
    'The document holds no operation of that name, several and no name was given, or one of a kind that the graph has not.',
  BAD_REQUEST:
    'The HTTP request is not a GraphQL request: path, method, content type or body are off, or a hash is not that of its text.',
  PERSISTED_QUERY_NOT_FOUND: 'The hash is unknown here: send the query once along with it.',
  PERSISTED_QUERY_NOT_IN_LIST: 'Only registered operations are answered here, and this is none of them.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Persisted queries are switched off.',
  UNAUTHENTICATED:
    'A valid token is needed: none was sent, or it is expired, malformed or of another issuer.',
  FORBIDDEN: 'The token does not allow this. Whether the thing exists is not told.',
  TOO_MANY_ERRORS: 'The answer has more errors than are told: `extensions.leftOut` says how many more.',
  ANSWER_TOO_LARGE: 'The answer has more characters than a gateway writes at once: ask for less of it.',
  OVERLOADED: 'Too much is being sent at once: try again after as many seconds as `retry-after` says.',
  RATE_LIMITED: 'Tried too often: try again in as many seconds as `extensions.retryAfter` says.',
  DATABASE_UNAVAILABLE: 'The database of the named service does not answer; try again later.',
  SUBGRAPH_UNAVAILABLE: 'The named service cannot be reached; its part of the answer is null.',
  SUBGRAPH_TIMEOUT: 'The named service did not answer in time; its part of the answer is null.',
  SUBGRAPH_MALFORMED_RESPONSE: 'The named service answered something that is not a GraphQL response.',
  REQUEST_ABORTED: 'The client went away before the answer was ready.',
  INTERNAL_SERVER_ERROR:
    'Something failed that the caller cannot mend; the log has the details under the request id.',
} as const;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** An error that clients may see: its message is safe to show, its code is from the catalogue. */
export class TesseraError extends GraphQLError {
  constructor(code: ErrorCode, message: string, options: { cause?: Error; extensions?: object } = {}) {
    super(message, {
      extensions: { ...options.extensions, code },
      ...(options.cause && { originalError: options.cause }),
    });
    this.name = 'TesseraError';
  }
}

/** An argument has a value that cannot be used. */
export const badUserInput = (message: string) => new TesseraError('BAD_USER_INPUT', message);

/** The viewer may not do this; one wording for all cases, so that it tells nothing about what exists. */
export const forbidden = () => new TesseraError('FORBIDDEN', 'Not allowed with this token.');

/** A viewer is needed and there is none. */
export const unauthenticated = (message = 'Sign in first: a valid bearer token is needed.') =>
  new TesseraError('UNAUTHENTICATED', message);

/** The document holds nothing that can be run. */
export const unresolvedOperation = (message: string) =>
  new TesseraError('OPERATION_RESOLUTION_FAILURE', message, { extensions: { http: { status: 400 } } });

/** Somebody tried too often; they may try again after this time. */
export const rateLimited = (milliseconds: number) => {
  const retryAfter = Math.ceil(milliseconds / 1000);
  return new TesseraError('RATE_LIMITED', `Too many attempts: try again in ${retryAfter} s.`, {
    extensions: { retryAfter },
  });
};

const isKnown = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERROR_CATALOGUE, code);

/**
 * Makes Apollo Server's `formatError`: errors with a catalogued code pass, everything else is logged and masked, so
 * that no SQL, path or stack reaches a client.
 *
 * @param translate gives the catalogued error that a library's own error stands for, or the error as it is
 */
export function createErrorMask(log: Logger, translate: (error: unknown) => unknown = (error) => error) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    if (isKnown(extensions.code) && extensions.code !== 'INTERNAL_SERVER_ERROR') {
      return { ...formatted, extensions };
    }
    const cause = translate(unwrap(error));
    // A subgraph that hid what happened has logged it, under the same request id.
    if (!extensions.service) log.error({ err: unwrap(error), path: formatted.path }, 'request failed');
    return cause instanceof TesseraError
      ? { ...formatted, message: cause.message, extensions: { ...extensions, ...cause.extensions } }
      : { ...formatted, message: MASK, extensions: { ...extensions, code: 'INTERNAL_SERVER_ERROR' } };
  };
}

/** Gives an error the form in which Apollo Server hands it to `formatError`, without what it would set in its own answer. */
export function formatAsApollo(
  error: GraphQLError,
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): GraphQLFormattedError {
  const code = error.extensions.code ?? 'INTERNAL_SERVER_ERROR';
  const { http: _, ...extensions } = { ...error.extensions, code };
  return formatError({ ...error.toJSON(), extensions }, error);
}

const MASK = 'Something went wrong on our side.';

function unwrap(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
