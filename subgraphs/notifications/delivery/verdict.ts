import type { Answer } from './webhook.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Before each further attempt; after the last, most of a day has passed, and the webhook is given up. */
export const RETRY_DELAYS_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
];
/** Delays grow by up to this share at random, so that what failed together is not tried again together. */
const JITTER = 0.2;
/** No receiver may put us off for longer. */
const LONGEST_RETRY_AFTER_MS = 24 * HOUR;

/** What becomes of a webhook after an attempt. */
export type Verdict =
  | { readonly state: 'DELIVERED'; readonly status: number; readonly error: null }
  | { readonly state: 'FAILED'; readonly status: number | null; readonly error: string }
  | {
      readonly state: 'PENDING';
      readonly status: number | null;
      readonly error: string;
      /** Until the next attempt. */
      readonly delayMs: number;
    };

/**
 * Judges an attempt: a 2xx is a delivery; no answer, 5xx, 408 and 429 may pass and are tried again; anything else would
 * be answered the same again and is given up.
 *
 * @param attempts how many there were before this one
 * @param random 0 to below 1
 */
export function judge({ status, error, retryAfterMs }: Answer, attempts: number, random: number): Verdict {
  if (status !== null && error === null) return { state: 'DELIVERED', status, error };
  const reason = error ?? 'no answer';
  const mayPass = status === null || status >= 500 || status === 408 || status === 429;
  const delay = RETRY_DELAYS_MS[attempts];
  if (!mayPass) return { state: 'FAILED', status, error: reason };
  if (delay === undefined)
    return { state: 'FAILED', status, error: `given up after ${attempts + 1} attempts: ${reason}` };
  const wanted = Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
  const delayMs = Math.max(Math.round(delay * (1 + JITTER * random)), wanted);
  return { state: 'PENDING', status, error: reason, delayMs };
}
