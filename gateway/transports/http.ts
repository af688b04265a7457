import { Pool } from 'undici';
import type { SubgraphRequest, SubgraphResponse } from '../../kit/server/subgraph-request.ts';
import { signRequest } from '../../kit/viewer/signature.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { SubgraphError, type SubgraphTransport } from './transport.ts';

/** How a subgraph is reached over HTTP. */
export interface HttpTransportOptions {
  readonly name: string;
  /** Its instances; each request goes to the next one that is up. */
  readonly urls: readonly URL[];
  /** Signs the requests; `deriveSubgraphKey`. */
  readonly key: Buffer;
  /** Milliseconds until an answer is given up. */
  readonly timeoutMs: number;
  /** Connections to an instance at most; default 64. */
  readonly connections?: number;
}

/** After a failure an instance is left alone for this long, unless all are down. */
const REST_MS = 1_000;

/** One running copy of a subgraph. */
interface Instance {
  readonly path: string;
  readonly pool: Pool;
  downUntil: number;
}

/**
 * Sends signed requests through pools of kept-alive connections, in turn to each instance that is up. When an instance
 * cannot be reached or dies before it answers, a query goes to the next one; a mutation does not, since it may have
 * taken effect, unless the connection was never made.
 */
export function createHttpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { name, timeoutMs, key } = options;
  const instances = options.urls.map((url) => createInstance(url, options.connections ?? 64, timeoutMs));
  let turn = 0;

  /** All instances, the one whose turn it is first, those that failed lately last. */
  function inTurn(): Instance[] {
    turn = (turn + 1) % instances.length;
    const now = Date.now();
    const rotated = [...instances.slice(turn), ...instances.slice(0, turn)];
    return rotated.sort((a, b) => Number(a.downUntil > now) - Number(b.downUntil > now));
  }

  return {
    name,
    async execute(request) {
      const body = JSON.stringify({
        query: request.query,
        operationName: request.operationName,
        variables: request.variables,
      });
      using deadline = startDeadline(name, timeoutMs, request.signal);
      let last: unknown;
      for (const instance of inTurn()) {
        try {
          const answer = await send(name, instance, key, body, request, deadline);
          instance.downUntil = 0;
          return answer;
        } catch (error) {
          last = error;
          if (deadline.signal.aborted || error instanceof SubgraphError) break;
          instance.downUntil = Date.now() + REST_MS;
          if (!isRepeatable(request, error)) break;
        }
      }
      throw deadline.failure(last);
    },
    async close() {
      await Promise.all(instances.map(({ pool }) => pool.destroy()));
    },
  };
}

function createInstance({ origin, pathname }: URL, connections: number, timeoutMs: number): Instance {
  const pool = new Pool(origin, {
    connections,
    // A name may come to mean other machines: a connection is not kept for ever.
    clientTtl: 60_000,
    keepAliveTimeout: 30_000,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: Math.min(timeoutMs, 2_000) },
  });
  return { path: pathname, pool, downUntil: 0 };
}

async function send(
  name: string,
  { pool, path }: Instance,
  key: Buffer,
  body: string,
  { viewer, requestId, traceparent }: SubgraphRequest,
  { signal }: Deadline,
): Promise<SubgraphResponse> {
  const response = await pool.request({
    path,
    method: 'POST',
    signal,
    body,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': requestId,
      ...(traceparent && { traceparent }),
      ...signRequest(key, body, viewer, Date.now()),
    },
  });
  return parseAnswer(name, await response.body.text());
}

function parseAnswer(name: string, text: string): SubgraphResponse {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new SubgraphError(name, 'SUBGRAPH_MALFORMED_RESPONSE', { cause });
  }
  if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) {
    return answer as SubgraphResponse;
  }
  throw new SubgraphError(name, 'SUBGRAPH_MALFORMED_RESPONSE');
}

/** Failures before anything was sent. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

const isRepeatable = ({ query }: SubgraphRequest, error: unknown) =>
  !query.trimStart().startsWith('mutation') || NOT_SENT.has((error as { code?: string }).code ?? '');
