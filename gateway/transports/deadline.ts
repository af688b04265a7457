import { SubgraphError } from './transport.ts';

/** A request's time limit joined with its client's going away. */
export interface Deadline extends Disposable {
  readonly signal: AbortSignal;
  /** The error that a failed attempt stands for. */
  failure(cause: unknown): SubgraphError;
}

/**
 * Starts a request's time limit; dispose of it when the request is over.
 *
 * `AbortSignal.any` and `AbortSignal.timeout` would say the same in a line, but what they hold lives until the time
 * limit: under load that made garbage collection the largest cost of a request.
 */
export function startDeadline(subgraph: string, timeoutMs: number, client?: AbortSignal): Deadline {
  const controller = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, timeoutMs);
  const abort = () => controller.abort(client?.reason);
  if (client?.aborted) abort();
  else client?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    failure(cause) {
      if (cause instanceof SubgraphError) return cause;
      if (client?.aborted) return new SubgraphError(subgraph, 'REQUEST_ABORTED', { cause });
      if (isLate) return new SubgraphError(subgraph, 'SUBGRAPH_TIMEOUT', { cause });
      return new SubgraphError(subgraph, 'SUBGRAPH_UNAVAILABLE', { cause });
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      client?.removeEventListener('abort', abort);
    },
  };
}
