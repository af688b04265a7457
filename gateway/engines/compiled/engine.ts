import { Supergraph } from '@apollo/federation-internals';
import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { type DocumentNode, type GraphQLSchema, getVariableValues, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GatewayContext } from '../../context.ts';
import { createPlanner, type Planner, UnsupportedPlanError } from '../../planner/index.ts';
import type { Transports } from '../../transport.ts';
import type { Execution } from './execution.ts';
import { type CompiledOperation, compileOperation, type Schemas } from './operation.ts';

/** What happens in the engine that a metric or a log line may tell of. */
export interface EngineEvents {
  /** An operation was planned and compiled; `milliseconds` is what both took. */
  compiled?(event: { operationName: string | undefined; planner: string; milliseconds: number }): void;
  /** A request went to the reference engine, since this one cannot run its plan. */
  fellBack?(event: { operationName: string | undefined; reason: string }): void;
}

export interface CompiledEngineOptions {
  readonly supergraphSdl: string;
  readonly transports: Transports;
  /** Default: the fastest planner that this platform has. */
  readonly planner?: Planner | undefined;
  /** Answers what this engine cannot; without it, such an operation is an error. */
  readonly fallback?: GatewayInterface | undefined;
  /** How many compiled operations are kept, the least recently used dropped first. Default 2,000. */
  readonly maxOperations?: number | undefined;
  readonly events?: EngineEvents | undefined;
}

/**
 * The engine that compiles: each operation becomes, once, a program of fetches and a function that writes its answer
 * as JSON text. Give `stringifyResult` to the Apollo Server that it stands behind.
 */
export function createCompiledEngine(options: CompiledEngineOptions): GatewayInterface {
  const { supergraphSdl, transports, events, fallback } = options;
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false });
  const schemas: Schemas = {
    api: supergraph.apiSchema().toGraphQLJSSchema() as GraphQLSchema,
    supergraph: supergraph.schema.toGraphQLJSSchema() as GraphQLSchema,
  };
  const planner = options.planner ?? createPlanner({ supergraph, supergraphSdl });
  const operations = new LRUCache<string, Promise<CompiledOperation> | CompiledOperation>({
    max: options.maxOperations ?? 2_000,
  });
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  let fallbackExecutor: GatewayExecutor | null | undefined;

  async function compile(request: GatewayGraphQLRequestContext): Promise<CompiledOperation> {
    const started = performance.now();
    const document = documentOf(request);
    const plan = await planner.plan({ document, operationName: request.operation.name?.value });
    const operation = compileOperation(schemas, document, request.operation, plan);
    events?.compiled?.({
      operationName: request.operationName ?? undefined,
      planner: planner.name,
      milliseconds: performance.now() - started,
    });
    return operation;
  }

  async function operationFor(request: GatewayGraphQLRequestContext): Promise<CompiledOperation> {
    const name = request.operation.name?.value;
    const key = name ? `${request.queryHash} ${name}` : request.queryHash;
    let operation = operations.get(key);
    if (!operation) {
      operation = compile(request);
      operations.set(key, operation);
      try {
        operations.set(key, await operation);
      } catch (error) {
        // What cannot be run stays known; any other failure may pass.
        if (!(error instanceof UnsupportedPlanError)) operations.delete(key);
      }
    }
    return operation;
  }

  async function executor(request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    let operation: CompiledOperation;
    try {
      operation = await operationFor(request);
    } catch (error) {
      if (!(error instanceof UnsupportedPlanError) || !fallbackExecutor) throw error;
      events?.fellBack?.({ operationName: request.operationName ?? undefined, reason: error.message });
      return fallbackExecutor(request);
    }
    const variables = request.request.variables ?? {};
    const { variableDefinitions } = operation.definition;
    let coerced: Readonly<Record<string, unknown>> = variables;
    if (variableDefinitions?.length) {
      const values = getVariableValues(schemas.api, variableDefinitions, variables);
      if (values.errors) return { errors: values.errors };
      coerced = values.coerced;
    }
    const execution: Execution = {
      transports,
      caller: request.context as GatewayContext,
      variables,
      coerced,
      data: {},
      errors: [],
    };
    await operation.fetch(execution);
    return resultOf(operation, execution);
  }

  return {
    onSchemaLoadOrUpdate(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    async load(context) {
      fallbackExecutor = (await fallback?.load(context))?.executor;
      for (const listener of listeners) {
        listener({ apiSchema: schemas.api, coreSupergraphSdl: supergraphSdl });
      }
      return { executor };
    },
    async stop() {
      await fallback?.stop();
    },
  };
}

/**
 * Nulls where the schema allows none mostly follow from errors that are already there, so they are told only when
 * there are none, and as an extension: as @apollo/gateway and Apollo Router do.
 */
function resultOf(operation: CompiledOperation, execution: Execution): GatewayExecutionResult {
  const { data, violations } = operation.respond(execution);
  const result = { data } as unknown as GatewayExecutionResult;
  if (execution.errors.length > 0) return { errors: execution.errors, ...result };
  if (violations.length === 0) return result;
  const valueCompletion = violations.map(({ message, path }) => ({
    message,
    path: path.toReversed(),
    extensions: { code: 'INVALID_GRAPHQL' },
  }));
  return { ...result, extensions: { valueCompletion } };
}

/** The operation that is asked for, with the document's fragments; other operations are left out. */
function documentOf({ document, operation }: GatewayGraphQLRequestContext): DocumentNode {
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const definitions = [operation, ...fragments];
  if (JSON.stringify(definitions, omitLocation).includes('"__proto__"')) {
    throw new UnsupportedPlanError('a field named __proto__');
  }
  return { kind: Kind.DOCUMENT, definitions };
}

function omitLocation(key: string, value: unknown): unknown {
  return key === 'loc' ? undefined : value;
}
