import { isAscii } from 'node:buffer';
import type { Dispatcher, Pool } from 'undici';
import type { Deadline } from './deadline.ts';

/**
 * Posts a body and gives the text of the answer, whatever its status. Undici's own `request` makes a stream of every
 * answer, which costs more than all else that it does.
 *
 * @throws what undici reports when no whole answer came, or the deadline ended the wait for it
 */
export function post(
  pool: Pool,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  deadline: Deadline,
): Promise<string> {
  return new Promise((resolve, reject) => {
    pool.dispatch({ path, method: 'POST', headers, body }, new Receiver(resolve, reject, deadline));
  });
}

class Receiver implements Dispatcher.DispatchHandler {
  readonly #resolve: (text: string) => void;
  readonly #reject: (error: Error) => void;
  readonly #deadline: Deadline;
  readonly #chunks: Buffer[] = [];

  constructor(resolve: (text: string) => void, reject: (error: Error) => void, deadline: Deadline) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#deadline = deadline;
    // Whoever waits for a connection is told at once; the request then ends when it gets its turn.
    deadline.onOver = reject;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { reason } = this.#deadline;
    if (reason) controller.abort(reason);
    // A request is started anew when its connection turns out to be closed already.
    this.#chunks.length = 0;
    this.#deadline.onOver = (error) => controller.abort(error);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#resolve(textOf(this.#chunks));
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}

function textOf(chunks: readonly Buffer[]): string {
  const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}
