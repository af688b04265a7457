import { isDeepStrictEqual } from 'node:util';
import {
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  print,
  responsePathAsArray,
} from 'graphql';
import { createExecutor, type Executor } from '../server/execution/executor.ts';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** What the resolvers of one execution were asked and gave, by where it stands in the answer. */
class Recording {
  readonly #outcomes = new Map<string, { readonly args: object; readonly give: () => unknown }>();

  record(path: string, given: object, call: () => unknown): unknown {
    const args = structuredClone(given);
    try {
      const value = call();
      this.#outcomes.set(path, { args, give: () => value });
      return value;
    } catch (error) {
      const give = () => {
        throw error;
      };
      this.#outcomes.set(path, { args, give });
      throw error;
    }
  }

  play(path: string, args: object): unknown {
    const outcome = this.#outcomes.get(path);
    if (!outcome) throw new Error(`the executor did not ask for ${path}`);
    // As clones both, since objects of literals have no prototype.
    if (!isDeepStrictEqual(structuredClone(args), outcome.args))
      throw new Error(`other arguments at ${path}`);
    return outcome.give();
  }
}

/**
 * The executor of the subgraphs, each of whose answers is held against graphql-js: that one is given what the resolvers
 * gave, so that they run once, and must make the same answer of it. A difference fails the request.
 */
export function createVerifiedExecutor(schema: GraphQLSchema, create = createExecutor): Executor {
  const recordings = new WeakMap<object, Recording>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.resolve = recorded(field.resolve, recordings);
    }
  }
  const run = create(schema);
  return async (request) => {
    // Operations of one request may run at once, with one context.
    const contextValue = Object.assign(
      Object.create(Object.getPrototypeOf(request.contextValue)),
      request.contextValue,
    );
    const recording = new Recording();
    recordings.set(contextValue, recording);
    const actual = await run({ ...request, contextValue });
    const { document, operationName, variables: variableValues } = request;
    const replay = { schema, document, operationName, variableValues, contextValue: recording };
    const expected = await execute(replay);
    if (!isDeepStrictEqual(shown(actual), shown(expected))) {
      const difference = JSON.stringify({ actual: shown(actual), expected: shown(expected) }, null, 1);
      throw new Error(`graphql-js answers otherwise: ${print(document)}\n${difference}`);
    }
    return actual;
  };
}

function recorded(resolve: Resolver, recordings: WeakMap<object, Recording>): Resolver {
  return (source, args, context, info) => {
    const path = responsePathAsArray(info.path).join('.');
    if (context instanceof Recording) return context.play(path, args);
    const recording = recordings.get(context as object);
    if (!recording) throw new Error('an execution without a recording');
    return recording.record(path, args, () => resolve(source, args, context, info));
  };
}

/** An answer as it can be compared: with its fields in their order, and without that of errors that race. */
function shown({ data, errors = [] }: ExecutionResult): object {
  const certain = errors.filter((error) => isCertain(error, data)).map((error) => JSON.stringify(error));
  return { data: JSON.stringify(data), hasErrors: errors.length > 0, errors: certain.toSorted() };
}

/** Whether the error's place is null because of it alone: of several below one null, any may be told. */
function isCertain({ path = [] }: GraphQLError, data: unknown): boolean {
  let place = data;
  for (const key of path.slice(0, -1)) place = (place as Record<string, unknown> | null | undefined)?.[key];
  return path.length === 0 || (place !== null && place !== undefined);
}
