/** https://www.w3.org/TR/trace-context/#traceparent-header, in the version that there is. */
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A W3C trace context as it came from outside; undefined where it is none, which then must not travel on. */
export const readTraceparent = (given: unknown): string | undefined =>
  typeof given === 'string' && given.length === 55 && TRACEPARENT.test(given) ? given : undefined;

/** The id by which all spans of a trace are found. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
