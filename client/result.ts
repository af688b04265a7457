import type { ErrorCode } from './error-codes.generated.ts';

/** Codes of failures that happen on this side of the graph. */
export type LocalFailureCode =
  /** The server could not be reached, or the connection broke. */
  | 'NETWORK_ERROR'
  /** No answer came in time. */
  | 'TIMEOUT'
  /** The caller's signal ended the request. */
  | 'ABORTED'
  /** What came is no GraphQL answer: a proxy's page, for example. */
  | 'MALFORMED_RESPONSE'
  /** The token provider failed. */
  | 'TOKEN_UNAVAILABLE';

/** Every code that a failure can have; a newer server may have further ones. */
export type FailureCode = ErrorCode | LocalFailureCode | 'UNKNOWN';

/** One thing that went wrong. */
export interface Failure {
  readonly code: FailureCode;
  /** For a person. */
  readonly message: string;
  /** The field of the answer that is null because of it. */
  readonly path?: readonly (string | number)[];
  /** The subgraph that failed. */
  readonly service?: string;
  /** Names the request in the server's log. */
  readonly requestId?: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
}

/**
 * The outcome of an operation: all of its data; a part of it, with the failures that made fields null; or failures alone.
 */
export type Result<Data> =
  | { readonly kind: 'data'; readonly data: Data }
  | { readonly kind: 'partial'; readonly data: Data; readonly errors: Failures }
  | { readonly kind: 'error'; readonly errors: Failures };

export type Failures = readonly [Failure, ...Failure[]];

/** A result that is one failure. */
export const failed = (code: FailureCode, message: string, status?: number) =>
  ({ kind: 'error', errors: [{ code, message, ...(status !== undefined && { status }) }] }) as const;

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message?: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * Reads a response's body (GraphQL specification, section 7.1).
 *
 * @param answeredId what the response was named, for errors that do not say so themselves
 */
export function readResult<Data>(
  body: unknown,
  status: number,
  answeredId: string | null = null,
): Result<Data> {
  if (!isAnswer(body)) return failed('MALFORMED_RESPONSE', 'The answer is not GraphQL.', status);
  const [first, ...rest] = (body.errors ?? []).map((error) => toFailure(error, status, answeredId));
  if (!first) return { kind: 'data', data: body.data as Data };
  const errors: Failures = [first, ...rest];
  return body.data ? { kind: 'partial', data: body.data as Data, errors } : { kind: 'error', errors };
}

const isAnswer = (body: unknown): body is GraphQLAnswer => {
  if (typeof body !== 'object' || body === null) return false;
  const { data, errors } = body as GraphQLAnswer;
  return (typeof data === 'object' && data !== null) || (Array.isArray(errors) && errors.length > 0);
};

function toFailure(
  { message = '', path, extensions = {} }: NonNullable<GraphQLAnswer['errors']>[number],
  status: number,
  answeredId: string | null,
): Failure {
  const { code, service, requestId = answeredId } = extensions;
  return {
    code: (typeof code === 'string' ? code : 'UNKNOWN') as FailureCode,
    message,
    status,
    ...(path && { path }),
    ...(typeof service === 'string' && { service }),
    ...(typeof requestId === 'string' && { requestId }),
  };
}
