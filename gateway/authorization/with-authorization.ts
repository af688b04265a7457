import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { forbidden, unauthenticated, unresolvedOperation } from '../../kit/errors.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import type { GatewayContext } from '../context.ts';
import { plainData } from '../engines/compiled/index.ts';
import { wrapExecutor } from '../wrap-executor.ts';
import { erase, removeMarkers } from './erase.ts';
import { meets, type Protections, type Requirement, readProtections } from './protections.ts';
import { type Rewrite, takeOutDenied } from './rewrite.ts';

/**
 * Enforces a supergraph's access rules in front of any engine: fields that the viewer may not have are taken out of the
 * operation before it is planned, and are null in the answer, each with an error at its path.
 */
export function withAuthorization(engine: GatewayInterface): GatewayInterface {
  let rules: { schema: GraphQLSchema; protections: Protections } | undefined;
  engine.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    rules = { schema: apiSchema, protections: readProtections(coreSupergraphSdl, apiSchema) };
  });
  const rewrites = createRewriteCache();
  return wrapExecutor(engine, (executor) => async (requestContext) => {
    if (!rules) throw new Error('the engine has not loaded its supergraph');
    refuseUnresolved(rules.schema, requestContext.operation, requestContext.request.operationName);
    const { viewer } = requestContext.context as GatewayContext;
    const rewrite = rewrites(requestContext, viewer, rules.schema, rules.protections);
    return rewrite ? executeRewritten(executor, requestContext, rewrite, viewer) : executor(requestContext);
  });
}

/**
 * Refuses what no engine can run, in one wording for all: Apollo Server leaves it to the executor, and an engine takes
 * an operation for granted.
 */
function refuseUnresolved(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | undefined,
  operationName: string | undefined,
): void {
  if (!operation)
    throw unresolvedOperation(
      operationName
        ? 'The document holds no operation of this name.'
        : 'The document holds several operations: operationName must say which.',
    );
  if (!schema.getRootType(operation.operation))
    throw unresolvedOperation(`The graph has no ${operation.operation}s.`);
}

async function executeRewritten(
  executor: GatewayExecutor,
  requestContext: GatewayGraphQLRequestContext,
  { document, operation, denied, planKey }: CachedRewrite,
  viewer: Viewer | null,
): Promise<GatewayExecutionResult> {
  const result = await executor({
    ...requestContext,
    document,
    operation,
    queryHash: planKey,
  } as typeof requestContext);
  // A variable is wrong: nothing was run, and so nothing refused (https://spec.graphql.org/October2021/#sec-Data).
  if (result.data === undefined) return result;
  let data = (plainData(result.data) ?? null) as Parameters<typeof erase>[0];
  const refusals = denied.flatMap((field) => {
    const erased = erase(data, field);
    data = erased.value;
    // Where nothing was nulled (skipped, an empty list, a parent that is null itself), nothing was refused.
    if (erased.at === null) return [];
    const { message, extensions } = viewer ? forbidden() : unauthenticated();
    return new GraphQLError(message, { path: erased.at, extensions });
  });
  for (const { path } of denied) removeMarkers(data, path);
  const errors = [...refusals, ...(result.errors ?? [])];
  return { ...result, data: data as Record<string, unknown> | null, ...(errors.length > 0 && { errors }) };
}

/** `planKey` tells the plans of a document's variants apart. */
type CachedRewrite = Rewrite & { readonly planKey: GatewayGraphQLRequestContext['queryHash'] };

/** Variants of a document at most: it may hold any number of operations. */
const MAX_VARIANTS = 8;

/** Keeps an operation's variants as long as its document is kept: one for each set of requirements that can be unmet. */
function createRewriteCache() {
  const cache = new WeakMap<DocumentNode, LRUCache<string, CachedRewrite | false>>();
  return (
    { document, operation, operationName, queryHash }: GatewayGraphQLRequestContext,
    viewer: Viewer | null,
    schema: GraphQLSchema,
    protections: Protections,
  ): CachedRewrite | null => {
    const variants =
      cache.get(document) ?? new LRUCache<string, CachedRewrite | false>({ max: MAX_VARIANTS });
    cache.set(document, variants);
    // Of the viewer's scopes only those that a rule names: tokens may hold any others.
    const scopes = viewer
      ? JSON.stringify([...protections.scopes].filter((each) => viewer.scopes.includes(each)))
      : '';
    const key = `${operationName ?? ''}\n${scopes}`;
    let variant = variants.get(key);
    if (variant === undefined) {
      const isMet = (requirement: Requirement) => meets(viewer, requirement);
      const rewrite = takeOutDenied(schema, protections, document, operation, isMet);
      variant = rewrite ? { ...rewrite, planKey: `${queryHash}\n${key}` as CachedRewrite['planKey'] } : false;
      variants.set(key, variant);
    }
    return variant || null;
  };
}
