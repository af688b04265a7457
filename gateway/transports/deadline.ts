import { SubgraphError } from './transport.ts';

/**
 * A request's time limit joined with its client's going away; dispose of it when the request is over.
 *
 * `AbortSignal.any` and `AbortSignal.timeout` would say the same in a line, but what they hold lives until the time
 * limit: under load that made garbage collection the largest cost of a request.
 */
export class Deadline implements Disposable {
  /** Why the request is over; undefined until it is. */
  reason: Error | undefined;
  /** Called when the request is over before its answer came. */
  onOver: ((reason: Error) => void) | undefined;
  readonly #subgraph: string;
  readonly #client: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  #code: SubgraphError['code'] = 'SUBGRAPH_UNAVAILABLE';

  constructor(subgraph: string, timeoutMs: number, client?: AbortSignal) {
    this.#subgraph = subgraph;
    this.#client = client;
    this.#timer = setTimeout(expire, timeoutMs, this);
    if (client?.aborted) this.handleEvent();
    else client?.addEventListener('abort', this);
  }

  /** The error that a failed attempt stands for. */
  failure(cause: unknown): SubgraphError {
    return cause instanceof SubgraphError ? cause : new SubgraphError(this.#subgraph, this.#code, { cause });
  }

  /** The client goes away. */
  handleEvent(): void {
    this.end('REQUEST_ABORTED');
  }

  end(why: SubgraphError['code']): void {
    this.#code = why;
    this.reason = new Error(why);
    this.onOver?.(this.reason);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
    this.#client?.removeEventListener('abort', this);
  }
}

const expire = (deadline: Deadline) => deadline.end('SUBGRAPH_TIMEOUT');
