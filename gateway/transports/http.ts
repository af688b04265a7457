import type { SubgraphRequest, SubgraphResponse } from '../../kit/server/subgraph-request.ts';
import { signRequest } from '../../kit/viewer/signature.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { createInstances, type Instance, type Resolve } from './instances.ts';
import { SubgraphError, type SubgraphTransport } from './transport.ts';

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

  return {
    name,
    async execute(request) {
      const body = JSON.stringify({
        query: request.query,
        operationName: request.operationName,
        variables: request.variables,
      });
      using deadline = startDeadline(name, timeoutMs, request.signal);
      let last: unknown = new Error('no address is known');
      for await (const instance of instances.inTurn()) {
        try {
          const answer = await send(name, instance, key, body, request, deadline);
          instance.answered();
          return answer;
        } catch (error) {
          last = error;
          if (request.signal?.aborted || error instanceof SubgraphError) break;
          instance.failed();
          if (deadline.signal.aborted || !isRepeatable(request, error)) break;
        }
      }
      throw deadline.failure(last);
    },
    async ready() {
      let last: unknown = new Error('no address is known');
      for await (const { pool } of instances.inTurn()) {
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

async function send(
  name: string,
  { pool, path }: Instance,
  key: Buffer,
  body: string,
  { viewer, clientAddress, requestId, traceparent }: SubgraphRequest,
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
      ...signRequest(key, body, { viewer, clientAddress }, Date.now()),
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

/** Whether a request may be sent again: a query always, a mutation when no connection was made for it. */
function isRepeatable({ query }: SubgraphRequest, error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (
    !query.trimStart().startsWith('mutation') || syscall === 'connect' || code === 'UND_ERR_CONNECT_TIMEOUT'
  );
}
