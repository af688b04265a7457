import { SubgraphError } from './transport.ts';

/** A request's time limit joined with its client's going away. */
export interface Deadline extends Disposable {
  /** Why the request is over; undefined until it is. */
  readonly reason: Error | undefined;
  /** Called when the request is over before its answer came. */
  onOver: ((reason: Error) => void) | undefined;
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
  let code: SubgraphError['code'] = 'SUBGRAPH_UNAVAILABLE';
  const end = (why: SubgraphError['code']) => {
    code = why;
    deadline.reason = new Error(why);
    deadline.onOver?.(deadline.reason);
  };
  const leave = () => end('REQUEST_ABORTED');
  const deadline = {
    reason: undefined as Error | undefined,
    onOver: undefined as Deadline['onOver'],
    failure: (cause: unknown) =>
      cause instanceof SubgraphError ? cause : new SubgraphError(subgraph, code, { cause }),
    [Symbol.dispose]() {
      clearTimeout(timer);
      client?.removeEventListener('abort', leave);
    },
  };
  const timer = setTimeout(end, timeoutMs, 'SUBGRAPH_TIMEOUT');
  if (client?.aborted) leave();
  else client?.addEventListener('abort', leave, { once: true });
  return deadline;
}
