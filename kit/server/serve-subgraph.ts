import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operation, SubgraphGraphQL } from './graphql.ts';
import { createGraphQLHandler } from './http.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Answers `/graphql` for a subgraph. A request as the gateway sends it (one operation in JSON, by POST) is answered
 * straight from the compiled operation; any other, and any that cannot be run, goes to Apollo Server. Which of them
 * answers is not to be seen.
 *
 * @param context throws where the viewer does not hold
 */
export function serveSubgraph(
  app: FastifyInstance,
  { apollo, answer }: Pick<SubgraphGraphQL, 'apollo'> & Partial<SubgraphGraphQL>,
  context: (request: FastifyRequest) => Promise<RequestContext>,
): void {
  const refused = new WeakMap<FastifyRequest, unknown>();
  const byApollo = createGraphQLHandler<RequestContext>(apollo, async (request) => {
    if (refused.has(request)) throw refused.get(request);
    return context(request);
  });
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // Each answer is for its viewer.
    reply.header('cache-control', 'no-store');
    const operation = answer && operationOf(request);
    if (!operation) return byApollo(request, reply);
    let contextValue: RequestContext;
    try {
      contextValue = await context(request);
    } catch (error) {
      refused.set(request, error);
      return byApollo(request, reply);
    }
    const answered = await answer(operation, contextValue);
    if (!answered) return byApollo(request, reply);
    reply.header('content-type', 'application/json; charset=utf-8');
    return `${JSON.stringify({ errors: answered.errors, data: answered.data })}\n`;
  };
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler });
}

/** With any other, Apollo Server negotiates. */
const PLAIN_JSON: readonly (string | undefined)[] = [undefined, '*/*', 'application/json'];

/** The operation of a request in the form that needs no further look. */
function operationOf({ method, headers: { accept }, body }: FastifyRequest): Operation | null {
  if (method !== 'POST' || !PLAIN_JSON.includes(accept) || !isRecord(body)) return null;
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== 'string' || extensions !== null) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== null && !isRecord(variables)) return null;
  return { query, operationName: operationName ?? undefined, variables: variables ?? undefined };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
