import type { GraphQLFormattedError } from 'graphql';
import type { Viewer } from '../viewer/viewer.ts';

/** One GraphQL request from the gateway to a subgraph, the same over HTTP and in process. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly viewer: Viewer | null;
  /** The network address of the client; unknown where there was no socket. */
  readonly clientAddress?: string | undefined;
  /** Names the client's request in every log line that it causes. */
  readonly requestId: string;
  /** W3C trace context of the caller. */
  readonly traceparent?: string | undefined;
  /** Aborts when the client goes away or the deadline passes. */
  readonly signal?: AbortSignal | undefined;
}

/** A subgraph's answer, as the GraphQL specification gives it. */
export interface SubgraphResponse {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Runs a request on a subgraph. A GraphQL error is part of the answer; a rejection means that no answer came. */
export type SubgraphExecutor = (request: SubgraphRequest) => Promise<SubgraphResponse>;

/** An operation and what it is to be run with. */
export type Operation = Pick<SubgraphRequest, 'query' | 'operationName' | 'variables'>;
