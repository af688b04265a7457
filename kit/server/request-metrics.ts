// The global one is looked up by a getter each time, which costs five times what it tells.
import { performance } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics, Timing } from '../telemetry/metrics.ts';

/** Counts the requests of an HTTP server. */
export interface RequestCounter {
  /** Notes that a request came. */
  begin(request: FastifyRequest): void;
  /** Notes that its answer is ready. */
  end(request: FastifyRequest, reply: FastifyReply): void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** When it came, on the clock of `performance.now()`; 0 where nobody counts. */
    receivedAt: number;
  }
}

/** What has no route of its own: any number of paths. */
const NO_ROUTE = 'none';

/**
 * Counts how many requests there are, and how long each takes until its answer is ready, by route, method and class of
 * status. Which methods there are Node's parser knows: no client can make one up.
 *
 * For the hooks that a server has anyway: a hook of its own costs more than what it does.
 *
 * @param app its routes are made afterwards
 */
export function createRequestCounter(app: FastifyInstance, metrics: Metrics): RequestCounter {
  const durations = metrics.histogram({
    name: 'tessera_http_request_duration_seconds',
    help: 'How long HTTP requests took until their answers were ready, by route, method and class of status.',
    labels: ['route', 'method', 'status'],
  });
  const routes = new Set<string>();
  /** By method, then route; by the first digit of the status. */
  const known = new Map<string, Map<string, Timing[]>>();
  const timingOf = (method: string, route: string, digit: number): Timing => {
    const timing = known.get(method)?.get(route)?.[digit];
    if (timing) return timing;
    const ofMethod = known.get(method) ?? new Map<string, Timing[]>();
    const timings = ofMethod.get(route) ?? [];
    known.set(method, ofMethod.set(route, timings));
    timings[digit] = durations({ route, method, status: `${digit}xx` });
    return timings[digit];
  };
  app.decorateRequest('receivedAt', 0);
  app.addHook('onRoute', ({ url }) => void routes.add(url));
  return {
    begin(request) {
      request.receivedAt = performance.now();
    },
    end(request, { statusCode }) {
      const url = request.raw.url ?? '';
      // Fastify would make an object for it.
      const route = routes.has(url) ? url : (request.routeOptions.url ?? NO_ROUTE);
      const timing = timingOf(request.method, route, Math.floor(statusCode / 100));
      timing.observe((performance.now() - request.receivedAt) / 1_000);
    },
  };
}
