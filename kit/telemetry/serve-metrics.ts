import Fastify, { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics } from 'prom-client';
import { listen } from '../server/http.ts';
import type { Metrics } from './metrics.ts';

/** An HTTP server that tells metrics, and nothing else. */
export interface MetricsServer {
  /** Where Prometheus finds them. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Tells metrics in Prometheus' text format, on a port of their own: they are for whoever runs the process, and what
 * faces clients does not show them.
 *
 * @throws ListenError when the port is taken or the host is not of this machine
 */
export async function serveMetrics(metrics: Metrics, host: string, port: number): Promise<MetricsServer> {
  const app = Fastify({ forceCloseConnections: true });
  answerMetrics(app, metrics);
  return { url: `${await listen(app, host, port, 'METRICS_PORT')}/metrics`, close: () => app.close() };
}

/** Answers `/metrics` in Prometheus' text format. */
export function answerMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', async (_, reply) => {
    const { mediaType, text } = await tellMetrics(metrics);
    return reply.type(mediaType).send(text);
  });
}

/** Of which processes Node's own metrics are counted. */
const countsNode = new WeakSet<Metrics>();

/** Writes metrics down in Prometheus' text format. */
export async function tellMetrics(metrics: Metrics): Promise<{ mediaType: string; text: string }> {
  const { registry } = metrics;
  // What Node tells of memory, CPU time, garbage collection and the event loop costs a little all the time, so it
  // begins with the first who asks.
  if (!countsNode.has(metrics)) collectDefaultMetrics({ register: registry });
  countsNode.add(metrics);
  return { mediaType: registry.contentType, text: await registry.metrics() };
}
