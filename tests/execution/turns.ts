/**
 * Settles promises one at a time, each in a turn of the event loop of its own, in an order that their priorities give.
 * So what follows from one is over before the next, however many microtasks an executor takes for it.
 */
export class Turns {
  readonly #waiting: { readonly priority: number; readonly settle: () => void }[] = [];

  /** A promise that is settled as `work` ends; of those that wait, the one of the lowest priority is next. */
  later<T>(priority: number, work: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const settle = () => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    };
    this.#waiting.push({ priority, settle });
    if (this.#waiting.length === 1) setImmediate(() => this.#next());
    return promise;
  }

  /** Resolves when nothing waits any more, and what followed from the last is over. */
  async idle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0);
  }

  #next(): void {
    this.#waiting.sort((one, other) => one.priority - other.priority);
    this.#waiting[0]?.settle();
    // Only now: what this brings about in its turn must not start a second round of turns.
    setImmediate(() => {
      this.#waiting.shift();
      if (this.#waiting.length > 0) this.#next();
    });
  }
}
