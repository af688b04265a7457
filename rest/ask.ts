import type { Gateway, GatewayContext } from '../gateway/index.ts';
import { isErrorCode, RestError } from './failure.ts';
import type { Answer, Page, ReadMetrics, RestRequest, Route, Said } from './route.ts';

/** An error as the graph tells it. */
type GraphError = NonNullable<Awaited<ReturnType<Gateway['execute']>>['errors']>[number];

/** Where the row's questions go. */
export interface Graph {
  readonly gateway: Pick<Gateway, 'execute'>;
  readonly context: GatewayContext;
  readonly readMetrics: ReadMetrics;
}

/** Answers a request by its row. @throws RestError where it cannot be answered as it was meant */
export async function answerBy(row: Route, request: RestRequest, graph: Graph): Promise<Answer> {
  try {
    const kept = row.before ? await runBefore(row, request, graph) : null;
    const { said, errors } = await askGraph(row, request, kept, graph);
    const answer = await row.answer(said);
    if (errors.length === 0) return answer;
    return { ...answer, body: { ...(answer.body as object), errors: errors.map(partialError) } };
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const wording = row.wordings?.[error.code];
    throw wording ? new RestError(error.code, wording) : error;
  }
}

async function runBefore({ before }: Route, request: RestRequest, graph: Graph): Promise<unknown> {
  const { operation, variables, keep } = before as NonNullable<Route['before']>;
  const { data, errors } = await execute(operation, variables(request), graph);
  refuse(data, errors);
  return keep(data, request);
}

async function askGraph(row: Route, request: RestRequest, kept: unknown, graph: Graph) {
  const said: Said<unknown, unknown> = {
    data: null,
    request,
    kept,
    nodes: [],
    nextCursor: null,
    readMetrics: graph.readMetrics,
  };
  if (!row.operation) return { said, errors: [] };
  const variables = row.variables?.(request, kept) as Record<string, unknown> | undefined;
  const { data, errors } = await execute(row.operation, variables, graph);
  if (row.must && row.must(data) != null) {
    refuseUserErrors(data);
    return { said: { ...said, data }, errors };
  }
  refuse(data, errors);
  if (!row.pages) return { said: { ...said, data }, errors: [] };
  const rest = await readPages(row, row.pages.of(data), variables, request, graph);
  return { said: { ...said, data, ...rest }, errors: [] };
}

/** Reads on until there is no more, or as much as is wanted. */
async function readPages(
  { operation, pages }: Route,
  first: Page | null | undefined,
  variables: Record<string, unknown> | undefined,
  request: RestRequest,
  graph: Graph,
) {
  const { of, limit } = pages as NonNullable<Route['pages']>;
  const wanted = limit(request);
  const nodes = (first?.edges ?? []).map(({ node }) => node);
  let page = first;
  while (page?.pageInfo.hasNextPage && nodes.length < wanted) {
    const size = Math.min(100, wanted - nodes.length);
    const { endCursor: after } = page.pageInfo;
    const next = await execute(
      operation as NonNullable<Route['operation']>,
      { ...variables, first: size, after },
      graph,
    );
    refuse(next.data, next.errors);
    page = of(next.data);
    nodes.push(...(page?.edges ?? []).map(({ node }) => node));
  }
  return { nodes, nextCursor: page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null };
}

async function execute(
  operation: NonNullable<Route['operation']>,
  variables: unknown,
  { gateway, context }: Graph,
): Promise<{ data: unknown; errors: readonly GraphError[] }> {
  const { __meta__: generated } = operation as { __meta__?: { text: string } };
  const query = generated?.text ?? '';
  const { data, errors = [] } = await gateway.execute(
    { query, variables: variables as Record<string, unknown> | undefined },
    context,
  );
  return { data: data ?? {}, errors };
}

/** Goes on only where all is well. */
function refuse(data: unknown, errors: readonly GraphError[]): void {
  const [error] = errors;
  if (error) {
    const { code, retryAfter } = error.extensions ?? {};
    throw new RestError(isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR', error.message, {
      retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
    });
  }
  refuseUserErrors(data);
}

interface Payload {
  readonly userErrors?: readonly { readonly code: string; readonly message: string }[];
}

/** What a mutation's caller has to mend: the first one's kind, all of them in words. */
function refuseUserErrors(data: unknown): void {
  for (const payload of Object.values(data as Record<string, Payload | null>)) {
    const [first, ...others] = payload?.userErrors ?? [];
    if (!first) continue;
    throw new RestError(first.code, [first, ...others].map(({ message }) => message).join(' '));
  }
}

/** An error beside an answer that goes without what it is about. */
function partialError({ message, extensions: { code, service, requestId } = {} }: GraphError) {
  return {
    code,
    message,
    ...(service !== undefined && { service }),
    ...(requestId !== undefined && { requestId }),
  };
}
