import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { CollectedErrors, type Execution } from './execution.ts';
import { compile, type Program } from './program.ts';
import { isPromise } from './promises.ts';
import { runFields, runFieldsInTurn } from './run.ts';

/** What to run a document with. */
export interface ExecutionRequest {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly contextValue: unknown;
}

/** Runs a valid document; graphql-js's `execute`, but that it never rejects. */
export type Executor = (request: ExecutionRequest) => ExecutionResult | Promise<ExecutionResult>;

/** Programs of one operation: it has one for each choice of its conditions that came up. */
const PROGRAMS_PER_OPERATION = 16;
/** As many as graphql-js reports. */
const MAX_VARIABLE_ERRORS = 50;

/** An operation with its programs. */
interface Operation {
  readonly definition: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables that `@skip` and `@include` name. */
  readonly conditions: readonly string[];
  readonly programs: LRUCache<string, Program>;
}

/**
 * Makes the executor of a schema: it compiles each operation once, for as long as somebody holds the parsed document.
 * What it does not compile, graphql-js runs: subscriptions, requests that it refuses with an error of its own, and the
 * name `__proto__`.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const operations = new WeakMap<DocumentNode, Map<string | undefined, Operation>>();

  const operationOf = (document: DocumentNode, name: string | undefined): Operation | null => {
    let byName = operations.get(document);
    if (!byName) {
      byName = new Map();
      operations.set(document, byName);
    }
    const known = byName.get(name);
    if (known) return known;
    const operation = readOperation(document, name);
    // Unknown names are the client's to choose, and without end.
    if (operation) byName.set(name, operation);
    return operation;
  };

  return (request) => {
    const { document, operationName, variables, contextValue } = request;
    const operation = operationOf(document, operationName ?? undefined);
    if (!operation) return executeByReference(schema, request);
    const { definition } = operation;
    const values = getVariableValues(schema, definition.variableDefinitions ?? [], variables ?? {}, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    if (values.errors) return { errors: values.errors };
    const program = programOf(schema, operation, values.coerced);
    if (!program) return executeByReference(schema, request);
    return run(program, contextValue, values.coerced);
  };
}

const executeByReference = (
  schema: GraphQLSchema,
  { document, operationName, variables, contextValue }: ExecutionRequest,
) => execute({ schema, document, operationName, variableValues: variables, contextValue });

function readOperation(document: DocumentNode, name: string | undefined): Operation | null {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  const candidates: OperationDefinitionNode[] = [];
  const conditions = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (name === undefined || definition.name?.value === name) candidates.push(definition);
  }
  let hasOddName = false;
  visit(document, {
    Field({ alias }) {
      // As a property it is not like others.
      if (alias?.value === '__proto__') hasOddName = true;
    },
    Directive({ name: { value: directive }, arguments: given = [] }) {
      if (directive !== 'skip' && directive !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  const [definition, ...others] = candidates;
  if (!definition || others.length > 0 || hasOddName) return null;
  if (definition.operation === OperationTypeNode.SUBSCRIPTION) return null;
  const programs = new LRUCache<string, Program>({ max: PROGRAMS_PER_OPERATION });
  return { definition, fragments, conditions: [...conditions], programs };
}

/** The program for the values of the conditions; none where graphql-js has to say what is wrong with them. */
function programOf(
  schema: GraphQLSchema,
  { definition, fragments, conditions: names, programs }: Operation,
  variables: Readonly<Record<string, unknown>>,
): Program | null {
  const declared = names.filter((name) => name in variables);
  const choice = declared.map((name) => `${name}:${variables[name]}`).join();
  const known = programs.get(choice);
  if (known) return known;
  const rootType = schema.getRootType(definition.operation);
  if (!rootType || declared.some((name) => typeof variables[name] !== 'boolean')) return null;
  const conditions = Object.fromEntries(declared.map((name) => [name, variables[name] as boolean]));
  const program = compile({ schema, operation: definition, fragments, rootType, conditions });
  programs.set(choice, program);
  return program;
}

function run(
  program: Program,
  contextValue: unknown,
  variableValues: Readonly<Record<string, unknown>>,
): ExecutionResult | Promise<ExecutionResult> {
  const errors = new CollectedErrors();
  const execution: Execution = { program, contextValue, variableValues, arguments: [], errors };
  const answer = (data: ExecutionResult['data']): ExecutionResult =>
    errors.list.length === 0 ? { data: data ?? null } : { errors: errors.list, data: data ?? null };
  const fail = (error: unknown) => {
    errors.add(error as GraphQLError, undefined);
    return answer(null);
  };
  try {
    const isSerial = program.operation.operation === OperationTypeNode.MUTATION;
    const data = isSerial
      ? runFieldsInTurn(execution, program.root, undefined)
      : runFields(execution, program.root, undefined, undefined);
    return isPromise(data) ? data.then(answer, fail) : answer(data);
  } catch (error) {
    return fail(error);
  }
}
