// Generated from the error catalogue by `npm run codegen`: do not edit.

/** The code of an error that the graph answers. */
export type ErrorCode =
  /** An argument or a variable has a value that cannot be used; the message says which and why. */
  | 'BAD_USER_INPUT'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The document holds no operation of that name, several and no name was given, or one of a kind that the graph has not. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** The HTTP request is not a GraphQL request: path, method, content type or body are off, or a hash is not that of its text. */
  | 'BAD_REQUEST'
  /** The hash is unknown here: send the query once along with it. */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** Only registered operations are answered here, and this is none of them. */
  | 'PERSISTED_QUERY_NOT_IN_LIST'
  /** Persisted queries are switched off. */
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  /** A valid token is needed: none was sent, or it is expired, malformed or of another issuer. */
  | 'UNAUTHENTICATED'
  /** The token does not allow this. Whether the thing exists is not told. */
  | 'FORBIDDEN'
  /** The answer has more errors than are told: `extensions.leftOut` says how many more. */
  | 'TOO_MANY_ERRORS'
  /** The answer has more characters than a gateway writes at once: ask for less of it. */
  | 'ANSWER_TOO_LARGE'
  /** Too much is being sent at once: try again after as many seconds as `retry-after` says. */
  | 'OVERLOADED'
  /** Tried too often: try again in as many seconds as `extensions.retryAfter` says. */
  | 'RATE_LIMITED'
  /** The database of the named service does not answer; try again later. */
  | 'DATABASE_UNAVAILABLE'
  /** The named service cannot be reached; its part of the answer is null. */
  | 'SUBGRAPH_UNAVAILABLE'
  /** The named service did not answer in time; its part of the answer is null. */
  | 'SUBGRAPH_TIMEOUT'
  /** The named service answered something that is not a GraphQL response. */
  | 'SUBGRAPH_MALFORMED_RESPONSE'
  /** The client went away before the answer was ready. */
  | 'REQUEST_ABORTED'
  /** Something failed that the caller cannot mend; the log has the details under the request id. */
  | 'INTERNAL_SERVER_ERROR';
