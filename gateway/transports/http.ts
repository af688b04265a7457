import { LRUCache } from 'lru-cache';
import type { SubgraphRequest } from '../../kit/server/subgraph-request.ts';
import { exchange } from './exchange.ts';
import { createInstances, type Resolve } from './instances.ts';
import type { SubgraphTransport } from './transport.ts';

/** How a subgraph is reached over HTTP. */
export interface HttpTransportOptions {
  readonly name: string;
  /** Its instances; a name stands for all of its addresses. Each request goes to the next one that is up. */
  readonly urls: readonly URL[];
  /** Signs the requests; `deriveSubgraphKey`. */
  readonly key: Buffer;
  /** Milliseconds until an answer is given up. */
  readonly timeoutMs: number;
  /** Connections to an instance at most; default 64. */
  readonly connections?: number;
  /** Looks host names up; default: the system's resolver. */
  readonly resolve?: Resolve;
}

/** A transport that can also tell whether anybody is there. */
export interface HttpTransport extends SubgraphTransport {
  /** Resolves when an instance says that it is ready, or answers without knowing of readiness. */
  ready(): Promise<void>;
}

/**
 * Sends signed requests through pools of kept-alive connections, in turn to each instance that is up. When an instance
 * cannot be reached or dies before it answers, a query goes to the next one; a mutation does not, since it may have
 * taken effect, unless the connection was never made.
 */
export function createHttpTransport(options: HttpTransportOptions): HttpTransport {
  const { name, timeoutMs, key, urls, connections = 64, resolve } = options;
  const instances = createInstances(urls, { connections, timeoutMs, resolve });
  const target = { name, instances, key, timeoutMs };
  const bodies = createBodies();

  return {
    name,
    execute: (request) => exchange(target, request, bodies(request)),
    async ready() {
      let last: unknown = new Error('no address is known');
      const known = instances.inTurn();
      for (const { pool } of known.length > 0 ? known : await instances.others(known)) {
        try {
          const signal = AbortSignal.timeout(timeoutMs);
          const { statusCode, body } = await pool.request({ path: '/health/ready', method: 'GET', signal });
          await body.dump();
          if (statusCode !== 503) return;
          last = new Error('not ready');
        } catch (error) {
          last = error;
        }
      }
      throw last;
    },
    close: instances.close,
  };
}

/** Characters of all beginnings of bodies that are kept. */
const MAX_BODY_CHARACTERS = 16 * 2 ** 20;

/** Engines send the same few thousand operations over and over: what is the same of their bodies is written once. */
function createBodies(): (request: SubgraphRequest) => string {
  const known = new LRUCache<string, { operationName: string | undefined; beginning: string }>({
    max: 5_000,
    maxSize: MAX_BODY_CHARACTERS,
    sizeCalculation: ({ beginning }, query) => query.length + beginning.length,
  });
  return ({ query, operationName, variables }) => {
    let body = known.get(query);
    if (!body || body.operationName !== operationName) {
      body = { operationName, beginning: JSON.stringify({ query, operationName }).slice(0, -1) };
      known.set(query, body);
    }
    return variables ? `${body.beginning},"variables":${JSON.stringify(variables)}}` : `${body.beginning}}`;
  };
}
