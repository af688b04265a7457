import { SubgraphError } from './transport.ts';

/** A request's time limit joined with its client's going away. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** The error that a failed attempt stands for. */
  failure(cause: unknown): SubgraphError;
}

export function startDeadline(subgraph: string, timeoutMs: number, client?: AbortSignal): Deadline {
  const timeout = AbortSignal.timeout(timeoutMs);
  return {
    signal: client ? AbortSignal.any([client, timeout]) : timeout,
    failure(cause) {
      if (cause instanceof SubgraphError) return cause;
      if (client?.aborted) return new SubgraphError(subgraph, 'REQUEST_ABORTED', { cause });
      if (timeout.aborted) return new SubgraphError(subgraph, 'SUBGRAPH_TIMEOUT', { cause });
      return new SubgraphError(subgraph, 'SUBGRAPH_UNAVAILABLE', { cause });
    },
  };
}
