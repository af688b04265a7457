import { isAscii } from 'node:buffer';
import type { Dispatcher } from 'undici';
import type { SubgraphRequest, SubgraphResponse } from '../../kit/server/subgraph-request.ts';
import { signRequest } from '../../kit/viewer/signature.ts';
import { Deadline } from './deadline.ts';
import type { Instance, Instances } from './instances.ts';
import { SubgraphError } from './transport.ts';

/** The subgraph that is asked. */
export interface Target {
  readonly name: string;
  readonly instances: Instances;
  /** Signs the requests. */
  readonly key: Buffer;
  /** Milliseconds until an answer is given up, however many instances were asked. */
  readonly timeoutMs: number;
}

/**
 * Sends a request to one instance after the other until one answers: to those that are known, then to those that have
 * come since.
 *
 * @param body the request as JSON
 * @throws SubgraphError when no GraphQL answer came
 */
export function exchange(target: Target, request: SubgraphRequest, body: string): Promise<SubgraphResponse> {
  return new Promise((resolve, reject) => {
    const known = target.instances.inTurn();
    const first = new Exchange(target, request, body, known, known, target.timeoutMs, resolve, reject);
    first.begin();
    if (known.length > 1 && isQuery(request)) first.watch();
  });
}

/**
 * A request on its way. It handles undici's callbacks itself: undici's own `request` makes a stream of every answer,
 * which costs more than all else that it does.
 */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #target: Target;
  readonly #request: SubgraphRequest;
  readonly #body: string;
  readonly #resolve: (answer: SubgraphResponse) => void;
  readonly #reject: (error: SubgraphError) => void;
  readonly #deadline: Deadline;
  readonly #known: readonly Instance[];
  #candidates: readonly Instance[];
  #hasLookedFurther = false;
  /** The same request to the other instances, where the first seems to hang. */
  #second: Exchange | undefined;
  #watch: NodeJS.Timeout | undefined;
  #sentAt = 0;
  #asked = 0;
  #instance: Instance | undefined;
  /** Set while the attempt has a connection. */
  #controller: Dispatcher.DispatchController | undefined;
  #chunks: Buffer[] = [];
  #isSettled = false;

  /**
   * @param candidates those to ask
   * @param known those that are not asked when the candidates fail and others are looked for
   */
  constructor(
    target: Target,
    request: SubgraphRequest,
    body: string,
    candidates: readonly Instance[],
    known: readonly Instance[],
    timeoutMs: number,
    resolve: (answer: SubgraphResponse) => void,
    reject: (error: SubgraphError) => void,
  ) {
    this.#target = target;
    this.#request = request;
    this.#body = body;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#candidates = candidates;
    this.#known = known;
    this.#deadline = new Deadline(target.name, timeoutMs, request.signal);
    // Not assigned as it is written: V8 puts a function literal that is assigned to a property straight among what is old
    // (`Parser::CheckAssigningFunctionLiteralToProperty`), where it would keep this and the answer until a full collection.
    const leave = (reason: Error) => this.#leave(reason);
    this.#deadline.onOver = leave;
  }

  begin(): void {
    const { reason } = this.#deadline;
    if (reason) this.#fail(reason);
    else this.#askNext(undefined);
  }

  /**
   * Asks the others as well when half of the time has passed, and the instance has answered nobody since it was asked:
   * then it hangs, or this is all it has to do. The first answer counts.
   */
  watch(): void {
    const half = this.#target.timeoutMs / 2;
    this.#watch = setTimeout(() => {
      const instance = this.#instance;
      if (!instance || instance.answeredAt > this.#sentAt) return;
      const others = this.#known.filter((each) => each !== instance);
      const answer = (given: SubgraphResponse) => {
        if (this.#isSettled) return;
        instance.failed();
        this.cancel();
        this.#resolve(given);
      };
      const [target, request, body, known] = [this.#target, this.#request, this.#body, this.#known];
      this.#second = new Exchange(target, request, body, others, known, half, answer, () => {});
      this.#second.begin();
    }, half);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // It may have waited for a connection until nobody needed it. Thrown, since undici then takes the next one; an abort
    // would close the connection, one for each of all that have waited.
    if (this.#isSettled) throw new Error('the request is over');
    // A request is started anew when its connection turns out to be closed already.
    this.#chunks = [];
    this.#controller = controller;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#isSettled) return;
    let answer: SubgraphResponse;
    try {
      answer = parseAnswer(this.#target.name, textOf(this.#chunks));
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#settle();
    this.#instance?.answered();
    this.#resolve(answer);
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.#isSettled) return;
    this.#controller = undefined;
    if (this.#request.signal?.aborted) {
      this.#fail(error);
      return;
    }
    this.#instance?.failed();
    if (this.#deadline.reason || !isRepeatable(this.#request, error)) this.#fail(error);
    else this.#askNext(error);
  }

  /** @param failure of the attempt before; undefined at the first one */
  #askNext(failure: Error | undefined): void {
    const instance = this.#candidates[this.#asked++];
    if (!instance) {
      void this.#lookFurther(failure);
      return;
    }
    this.#instance = instance;
    this.#sentAt = performance.now();
    const { viewer, clientAddress, requestId, traceparent } = this.#request;
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': requestId,
      ...(traceparent && { traceparent }),
      ...signRequest(this.#target.key, this.#body, { viewer, clientAddress }, Date.now()),
    };
    instance.pool.dispatch({ path: instance.path, method: 'POST', headers, body: this.#body }, this);
  }

  async #lookFurther(failure: Error | undefined): Promise<void> {
    this.#candidates = this.#hasLookedFurther ? [] : await this.#target.instances.others(this.#known);
    this.#hasLookedFurther = true;
    this.#asked = 0;
    if (this.#isSettled) return;
    // Made here alone: an error that nobody needs costs its stack trace all the same, as much as the whole signature.
    if (this.#candidates.length === 0) this.#fail(failure ?? new Error('no address is known'));
    else this.#askNext(failure);
  }

  /** Whoever waits for a connection is told at once; the request then ends when it gets its turn. */
  #leave(reason: Error): void {
    if (this.#controller) this.#controller.abort(reason);
    else this.onResponseError(undefined, reason);
  }

  /** Lets go of a request that another has the answer to. */
  cancel(): void {
    if (this.#isSettled) return;
    const controller = this.#controller;
    this.#settle();
    controller?.abort(new Error('another instance has answered'));
  }

  #fail(error: unknown): void {
    this.#settle();
    this.#reject(this.#deadline.failure(error));
  }

  /** Lets go of the buffers that were read: an exchange that has become old would keep them until a full collection. */
  #settle(): void {
    this.#isSettled = true;
    clearTimeout(this.#watch);
    this.#second?.cancel();
    this.#chunks = [];
    this.#controller = undefined;
    this.#deadline[Symbol.dispose]();
  }
}

function textOf(chunks: readonly Buffer[]): string {
  const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function parseAnswer(name: string, text: string): SubgraphResponse {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new SubgraphError(name, 'SUBGRAPH_MALFORMED_RESPONSE', { cause });
  }
  if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) {
    return answer as SubgraphResponse;
  }
  throw new SubgraphError(name, 'SUBGRAPH_MALFORMED_RESPONSE');
}

const isQuery = ({ query }: SubgraphRequest): boolean => !query.trimStart().startsWith('mutation');

/** Whether a request may be sent again: a query always, a mutation when no connection was made for it. */
function isRepeatable(request: SubgraphRequest, error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return isQuery(request) || syscall === 'connect' || code === 'UND_ERR_CONNECT_TIMEOUT';
}
