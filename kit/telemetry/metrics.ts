import Fastify from 'fastify';
import type { Registry } from 'prom-client';
import { listen } from '../server/http.ts';

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
export async function serveMetrics(registry: Registry, host: string, port: number): Promise<MetricsServer> {
  const app = Fastify({ forceCloseConnections: true });
  app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return { url: `${await listen(app, host, port, 'METRICS_PORT')}/metrics`, close: () => app.close() };
}
