import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { SubgraphResponse } from '../../../kit/server/subgraph-request.ts';
import type { FetchNode, ResponsePath } from '../../planner/plan.ts';
import { SubgraphError } from '../../transports/transport.ts';
import type { Execution, Step } from './execution.ts';
import { pathKey } from './interning.ts';
import { compileLookup, type Gathered } from './lookup.ts';
import { copyOf, mergeInto } from './merge.ts';
import { compilePlaces, type ErrorPath, type Places, type Repetition } from './place.ts';
import { isRecord, type ObjectRecord } from './record.ts';
import { compileRewrites, pathRewriter } from './rewrite.ts';
import type { SharingRules } from './sharing.ts';
import { errorFromSubgraph, errorFromTransport } from './subgraph-error.ts';

/** Compiles a fetch: collect its input, send one request, merge the answer where it belongs. */
export function compileFetch(
  schema: GraphQLSchema,
  node: FetchNode,
  sharing: SharingRules,
  repetitions: ReadonlyMap<string, Repetition> | undefined,
): Step {
  return node.lookups.length > 0
    ? entityFetch(schema, node, sharing, repetitions)
    : rootFetch(schema, node, sharing);
}

/** Asks for fields of a root type: at the top of the response, or where a field's type is a root type. */
function rootFetch(schema: GraphQLSchema, node: FetchNode, sharing: SharingRules): Step {
  const send = compileSend(node, [node.path]);
  const places = compilePlaces(schema, node.path);
  const rewrite = compileRewrites(schema, node.outputRewrites);
  const rewritePath = pathRewriter(node.outputRewrites);
  const copies = sharing.get(node)?.[0] !== 'share';
  return async (execution) => {
    const found = new Set(places.collect(execution));
    if (found.size === 0) return;
    const answer = await send(execution, {});
    if (!answer) return;
    for (const error of answer.errors ?? []) {
      const paths = error.path ? pathsAt(execution, rewritePath([...error.path])) : [undefined];
      for (const path of answer.data ? paths : paths.slice(0, 1)) {
        execution.errors.push(errorFromSubgraph(error, node.subgraph, path));
      }
    }
    if (!isRecord(answer.data)) return;
    rewrite?.(answer.data);
    for (const place of found) mergeInto(place, copies ? copyOf(answer.data) : answer.data);
  };

  function pathsAt(execution: Execution, rest: readonly (string | number)[]): ErrorPath[] {
    const paths: ErrorPath[] = [];
    places.locate(execution.data, (_, path) => paths.push([...path, ...rest]));
    return paths;
  }
}

/** Asks `_entities` for the entities found in the response. */
function entityFetch(
  schema: GraphQLSchema,
  node: FetchNode,
  sharing: SharingRules,
  repetitions: ReadonlyMap<string, Repetition> | undefined,
): Step {
  const walks = new Map<string, Places>();
  const walkAlong = (path: ResponsePath): Places => {
    const key = pathKey(path);
    const walk = walks.get(key) ?? compilePlaces(schema, path, repetitions?.get(key));
    walks.set(key, walk);
    return walk;
  };
  const lookups = node.lookups.map((each) =>
    compileLookup(schema, each, each.paths.map(walkAlong), sharing.get(each) ?? []),
  );
  const send = compileSend(
    node,
    node.lookups.flatMap((each) => each.paths),
  );
  return async (execution) => {
    const found = new Map<Places, readonly ObjectRecord[]>();
    const placesOf = (walk: Places): readonly ObjectRecord[] => {
      const places = found.get(walk) ?? walk.collect(execution);
      found.set(walk, places);
      return places;
    };
    const gathered = lookups.map((lookup) => lookup.gather(placesOf));
    if (gathered.some(isShared)) execution.repeats = true;
    if (gathered.every((each) => each.representations.length === 0)) return;
    const variables: ObjectRecord = {};
    lookups.forEach((lookup, index) => {
      variables[lookup.variable] = gathered[index]?.representations;
    });
    const answer = await send(execution, variables);
    if (!answer) return;
    if (answer.errors) reportErrors(execution, answer.errors, gathered, answer);
    if (!answer.data) return;
    lookups.forEach((lookup, index) => {
      const input = gathered[index] as Gathered;
      const entities = answer.data?.[lookup.responseKey];
      if (Array.isArray(entities) && entities.length === input.representations.length) {
        lookup.deliver(input, entities);
      } else if (entities !== null && entities !== undefined) {
        reportMalformed(execution);
      }
    });
  };

  function reportErrors(
    execution: Execution,
    errors: readonly GraphQLFormattedError[],
    gathered: Gathered[],
    { data }: SubgraphResponse,
  ): void {
    const placed = errors.map((error) => {
      const [responseKey, representation, ...rest] = error.path ?? [];
      const at = lookups.findIndex((each) => each.responseKey === responseKey);
      return { error, at, representation, rest };
    });
    // One walk finds the places of all: a walk for each error would be quadratic.
    const located = lookups.map((lookup, index) => {
      const wanted = placed.flatMap(({ at, representation }) => (at === index ? [representation] : []));
      return wanted.length > 0 && data
        ? lookup.locate(execution.data, gathered[index] as Gathered, new Set(wanted))
        : undefined;
    });
    for (const { error, at, representation, rest } of placed) {
      const lookup = lookups[at];
      if (!lookup || typeof representation !== 'number') {
        execution.errors.push(errorFromSubgraph(error, node.subgraph, undefined));
        continue;
      }
      // When there is no data at all, the first place of a path stands for all: one failure, one error. A lookup that
      // asked for nothing has none.
      const paths = data
        ? (located[at]?.get(representation) ?? [])
        : lookup.locateFirst(execution.data, gathered[at] as Gathered);
      for (const path of paths) {
        const whole = [...path, ...lookup.rewritePath(rest)];
        execution.errors.push(errorFromSubgraph(error, node.subgraph, whole));
      }
    }
  }

  function reportMalformed(execution: Execution): void {
    const cause = new SubgraphError(node.subgraph, 'SUBGRAPH_MALFORMED_RESPONSE');
    execution.errors.push(errorFromTransport(cause, node.subgraph, []));
  }
}

/** Whether what is asked for once is for several places. */
const isShared = ({ representations, places }: Gathered): boolean =>
  places.reduce((sum, each) => sum + each.length, 0) > representations.length;

type Send = (execution: Execution, variables: ObjectRecord) => Promise<SubgraphResponse | undefined>;

/** Compiles the request itself. Undefined when no answer came; the error is then in the execution. */
function compileSend(node: FetchNode, paths: readonly ResponsePath[]): Send {
  const failurePaths = distinctPrefixes(paths);
  return async (execution, variables) => {
    const { caller } = execution;
    for (const name of node.variables) {
      const value = Object.hasOwn(execution.variables, name) ? execution.variables[name] : undefined;
      if (value !== undefined) variables[name] = value;
    }
    try {
      if (caller.signal?.aborted) {
        throw new SubgraphError(node.subgraph, 'REQUEST_ABORTED');
      }
      const answer = await execution.transports(node.subgraph).execute({
        query: node.operation,
        operationName: node.operationName,
        variables,
        viewer: caller.viewer,
        clientAddress: caller.clientAddress,
        requestId: caller.requestId,
        traceparent: caller.traceparent,
        signal: caller.signal,
      });
      if (!isWellFormed(answer)) throw new SubgraphError(node.subgraph, 'SUBGRAPH_MALFORMED_RESPONSE');
      return answer;
    } catch (cause) {
      for (const path of failurePaths) {
        execution.errors.push(errorFromTransport(cause, node.subgraph, path));
      }
      return undefined;
    }
  };
}

/** Whether what came is a response as the specification says (section 7.1), as far as we look into it. */
function isWellFormed({ data, errors }: { data?: unknown; errors?: unknown }): boolean {
  if (data !== null && data !== undefined && !isRecord(data)) return false;
  if (errors === undefined || errors === null) return true;
  if (!Array.isArray(errors)) return false;
  return errors.every(
    (error) => isRecord(error) && (error.path === undefined || error.path === null || isPath(error.path)),
  );
}

const isPath = (path: unknown): boolean =>
  Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number');

/** The part of each path above its first list: where a client finds what a failed fetch left out. */
function distinctPrefixes(paths: readonly ResponsePath[]): ErrorPath[] {
  const prefixes = new Map<string, ErrorPath>();
  for (const path of paths) {
    const list = path.indexOf('@');
    const prefix = path.slice(0, list < 0 ? path.length : list).filter((each) => typeof each === 'string');
    prefixes.set(prefix.join('.'), prefix);
  }
  return [...prefixes.values()];
}
