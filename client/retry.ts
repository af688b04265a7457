/** Statuses of proxies and overloaded servers: the operation was not run, or may be run again. */
const PASSING = new Set([429, 502, 503, 504]);
/** How far delays grow by themselves. */
const LONGEST_MS = 30_000;

export const isPassing = (status: number): boolean => PASSING.has(status);

/**
 * How long to wait before a further attempt: twice as long each time, by chance down to half of it, so that clients who
 * failed together do not come back together; never shorter than the server's `Retry-After` (RFC 9110, section 10.2.3).
 *
 * @param attempt how many attempts there were, from 1
 */
export function delayBefore(attempt: number, firstMs: number, retryAfter: string | null): number {
  const growing = firstMs * 2 ** (attempt - 1);
  const asked = Number(retryAfter ?? 0) * 1000 || 0;
  return Math.max(asked, Math.min(LONGEST_MS, growing * (0.5 + Math.random() / 2)));
}

/** Resolves after a time, or as soon as the signal aborts. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** Settles as a promise does, or rejects as soon as the signal aborts. */
export function unlessAborted<Value>(value: Value | PromiseLike<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    Promise.resolve(value)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
