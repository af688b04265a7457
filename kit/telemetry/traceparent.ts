/** https://www.w3.org/TR/trace-context/#traceparent-header, in the version that there is. */
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** What is to be read of a later version, which may say more behind it (section 4.3 there). */
const LATER = /^(?!00|ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;

/**
 * A W3C trace context as it came from outside, one of a later version in the form of this one; undefined where it is
 * none, which then must not travel on.
 */
export function readTraceparent(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  if (given.length === 55 && TRACEPARENT.test(given)) return given;
  const [, ids, flags = ''] = LATER.exec(given) ?? [];
  // Of its flags the one for "sampled" alone means the same.
  return ids && `00-${ids}-0${Number.parseInt(flags, 16) & 1}`;
}

/** The id by which all spans of a trace are found. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
