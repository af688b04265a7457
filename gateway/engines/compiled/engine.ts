import { Supergraph } from '@apollo/federation-internals';
import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { badUserInput, TesseraError } from '../../../kit/errors.ts';
import { checkScalars } from '../../../kit/scalars.ts';
import type { GatewayContext } from '../../context.ts';
import { createPlanner, type Planner, UnsupportedPlanError } from '../../planner/index.ts';
import type { Transports } from '../../transports/transport.ts';
import { createNameKeeper } from '../response-names.ts';
import { conditionVariables, documentOf, withoutConditions } from './conditions.ts';
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
  /** Default: `createPlanner`. */
  readonly planner?: Planner | undefined;
  /** Makes the engine that answers what this one cannot, when first needed; without it, such operations fail. */
  readonly fallback?: (() => GatewayInterface) | undefined;
  /** How many compiled operations are kept, the least recently used dropped first. Default 2,000. */
  readonly maxOperations?: number | undefined;
  /** Bytes of all compiled operations, about; one of more than an eighth is not kept. Default 128 MiB. */
  readonly maxBytes?: number | undefined;
  /** Characters that the data of an answer may have at most; default 32 MiB. */
  readonly maxAnswer?: number | undefined;
  readonly events?: EngineEvents | undefined;
}

const MIB = 2 ** 20;
/** As many as graphql-js reports. */
const MAX_VARIABLE_ERRORS = 50;
/** Programs of one operation at most: twelve conditions have 4,096 combinations. */
const MAX_VARIANTS = 16;
/** Conditions of all operations whose conditions are remembered. */
const MAX_CONDITIONS = 50_000;

/** The programs of an operation: it has one for each combination of its conditions that came up. */
interface Variants {
  /** The variables that `@skip` and `@include` name. */
  readonly conditions: readonly string[];
  /** Keys of the programs, the oldest first. */
  readonly keys: Set<string>;
}

interface OperationRequest {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** The variables' values, coerced, defaults included. */
  readonly coerced: Readonly<Record<string, unknown>>;
}

/**
 * The engine that compiles: each operation becomes, once, a program of fetches and a function that writes its answer
 * as JSON text. Give `stringifyResult` to the Apollo Server that it stands behind.
 */
export function createCompiledEngine(options: CompiledEngineOptions): GatewayInterface {
  const { supergraphSdl, transports, events, maxBytes = 128 * MIB, maxAnswer = 32 * MIB } = options;
  const reference = options.fallback && lazyEngine(options.fallback);
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false });
  const schemas: Schemas = {
    api: supergraph.apiSchema().toGraphQLJSSchema() as GraphQLSchema,
    supergraph: supergraph.schema.toGraphQLJSSchema() as GraphQLSchema,
  };
  checkScalars(schemas.api);
  const planner = options.planner ?? createPlanner(supergraph);
  const keepNames = createNameKeeper(schemas.api, schemas.supergraph, supergraphSdl);
  const operations = new LRUCache<string, Promise<CompiledOperation> | CompiledOperation>({
    max: options.maxOperations ?? 2_000,
    maxSize: maxBytes,
    maxEntrySize: maxBytes / 8,
  });
  const variants = new LRUCache<string, Variants>({
    max: options.maxOperations ?? 2_000,
    maxSize: MAX_CONDITIONS,
    sizeCalculation: ({ conditions }) => 1 + conditions.length,
  });
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();

  async function compile(request: OperationRequest): Promise<CompiledOperation> {
    const started = performance.now();
    const asked = documentOf(request.document, request.definition);
    if (print(asked).includes('__proto__')) throw new UnsupportedPlanError('a field named __proto__');
    const document = keepNames(asked);
    const planned = withoutConditions(document, request.coerced);
    const plan = await (isEmpty(planned) ? { fetches: [] } : planner.plan({ document: planned }));
    const operation = compileOperation(schemas, document, request.coerced, plan);
    events?.compiled?.({
      operationName: request.definition.name?.value,
      planner: planner.name,
      milliseconds: performance.now() - started,
    });
    return operation;
  }

  async function operationFor(key: string, request: OperationRequest): Promise<CompiledOperation> {
    const known = operations.get(key);
    if (known) return known;
    const compiling = compile(request);
    operations.set(key, compiling, { size: 1 });
    try {
      const operation = await compiling;
      operations.set(key, operation, { size: operation.size });
      return operation;
    } catch (error) {
      // What cannot be run stays known; any other failure may pass.
      if (!(error instanceof UnsupportedPlanError)) operations.delete(key);
      throw error;
    }
  }

  /**
   * What of an operation's variables makes a difference to its program.
   *
   * @throws GraphQLError where a condition is null, which a nullable variable with a default may be
   */
  function keyOf({ queryHash, operation }: GatewayGraphQLRequestContext, request: OperationRequest): string {
    const name = operation.name?.value;
    const base = name ? `${queryHash} ${name}` : queryHash;
    let known = variants.get(base);
    if (!known) {
      const conditions = conditionVariables(documentOf(request.document, request.definition));
      known = { conditions, keys: new Set() };
      variants.set(base, known);
    }
    const { conditions, keys } = known;
    if (conditions.length === 0) return base;
    if (conditions.some((each) => request.coerced[each] === null)) {
      // In the words of graphql-js.
      throw new GraphQLError('Argument "if" of non-null type "Boolean!" must not be null.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    const key = `${base} ${conditions.map((each) => (request.coerced[each] === true ? '1' : '0')).join('')}`;
    if (keys.has(key)) return key;
    const [oldest] = keys;
    if (oldest !== undefined && keys.size >= MAX_VARIANTS) {
      keys.delete(oldest);
      operations.delete(oldest);
    }
    keys.add(key);
    return key;
  }

  async function executor(context: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const definition = context.operation;
    const variables = context.request.variables ?? {};
    let coerced: Readonly<Record<string, unknown>> = variables;
    if (definition.variableDefinitions?.length) {
      const values = getVariableValues(schemas.api, definition.variableDefinitions, variables, {
        maxErrors: MAX_VARIABLE_ERRORS,
      });
      if (values.errors) return { errors: values.errors.map(asUserError) };
      coerced = values.coerced;
    }
    const request = { document: context.document, definition, coerced };
    let operation: CompiledOperation;
    try {
      operation = await operationFor(keyOf(context, request), request);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      if (!(error instanceof UnsupportedPlanError) || !reference) throw error;
      events?.fellBack?.({ operationName: definition.name?.value, reason: error.message });
      return reference.execute(context);
    }
    const caller = context.context as GatewayContext;
    const execution: Execution = { transports, caller, variables, data: {}, errors: [], repeats: false };
    await operation.fetch(execution);
    return resultOf(operation, execution, maxAnswer);
  }

  return {
    onSchemaLoadOrUpdate(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    async load() {
      for (const listener of listeners) {
        listener({ apiSchema: schemas.api, coreSupergraphSdl: supergraphSdl });
      }
      return { executor };
    },
    async stop() {
      await reference?.stop();
    },
  };
}

/** An engine that is made and loaded when it is first needed, and again after that has failed. */
function lazyEngine(create: () => GatewayInterface) {
  let loading: Promise<{ engine: GatewayInterface; executor: GatewayExecutor | null }> | undefined;
  const load = async () => {
    const engine = create();
    return { engine, executor: (await engine.load({ apollo: {} })).executor };
  };
  return {
    async execute(context: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
      loading ??= load().catch((error) => {
        loading = undefined;
        throw error;
      });
      const { executor } = await loading;
      if (!executor) throw new Error('the reference engine gave no executor');
      return executor(context);
    },
    async stop(): Promise<void> {
      // Whoever asked is told that it failed; here there is nothing to stop then.
      const loaded = await loading?.catch(() => undefined);
      await loaded?.engine.stop();
    },
  };
}

/**
 * Nulls where the schema allows none mostly follow from errors that are already there, so they are told only when
 * there are none, and as an extension: as @apollo/gateway and Apollo Router do.
 */
function resultOf(
  operation: CompiledOperation,
  execution: Execution,
  maxAnswer: number,
): GatewayExecutionResult {
  let response: ReturnType<CompiledOperation['respond']>;
  try {
    response = operation.respond(execution, maxAnswer);
  } catch (error) {
    if (error instanceof TesseraError) return { data: null, errors: [error] };
    throw error;
  }
  const { data, violations } = response;
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

/** That errors were left out is an error without a node, by which Apollo Server knows that a variable is at fault. */
function asUserError(error: GraphQLError): GraphQLError {
  return error.nodes ? error : badUserInput(error.message);
}

/** Whether the conditions have left nothing to ask for. */
function isEmpty({ definitions }: DocumentNode): boolean {
  return definitions.every((each) => 'selectionSet' in each && each.selectionSet.selections.length === 0);
}
