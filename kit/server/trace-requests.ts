import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tracing } from '../telemetry/tracing.ts';

/** Asked every few seconds by machines: they would be most of what is recorded. */
const UNTRACED = /^\/(health|metrics)\b/;

/**
 * Begins the span of a request; it ends when the answer is sent, or the client is gone.
 *
 * @param parent the caller's trace context
 * @returns that of the span
 */
export function traceRequest(
  tracing: Tracing,
  { method, raw: { url = '' }, routeOptions: { url: route } }: FastifyRequest,
  { raw }: FastifyReply,
  parent: string | undefined,
): string | undefined {
  if (UNTRACED.test(url)) return parent;
  const span = tracing.start({
    name: route ? `${method} ${route}` : method,
    kind: 'server',
    parent,
    attributes: { 'http.request.method': method, 'http.route': route },
  });
  raw.once('close', () => {
    const { statusCode: status } = raw;
    if (!raw.writableFinished) span.end('aborted');
    else span.end(status >= 500 ? String(status) : undefined, { 'http.response.status_code': status });
  });
  return span.traceparent;
}
