import type { DocumentNode } from 'graphql';

/**
 * A query plan in the one form that our executor knows, whichever planner made it: requests, and which of them wait
 * for which. Every fetch carries the paths that it works at, so that several paths, and several groups of entities,
 * can share one request.
 */
export interface QueryPlan {
  /** A fetch comes after those that it waits for. */
  readonly fetches: readonly FetchNode[];
}

/** One request to a subgraph. */
export interface FetchNode {
  /** Fetches, by their index in the plan, that this one needs the answers of. */
  readonly after: readonly number[];
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName: string | undefined;
  /** Variables of the client's operation that this one uses. */
  readonly variables: readonly string[];
  /** Fields of the root type are merged where this points; only for fetches without entities. */
  readonly path: ResponsePath;
  /** Entity lookups of this request; empty when it asks fields of the root type. */
  readonly lookups: readonly EntityLookup[];
  readonly outputRewrites: readonly Rewrite[];
}

/** Asks `_entities` for all the entities found at some paths of the response. */
export interface EntityLookup {
  /** Name of the `_entities` field in the answer. */
  readonly responseKey: string;
  /** Name of the variable that holds the representations. */
  readonly variable: string;
  readonly paths: readonly ResponsePath[];
  readonly requires: readonly RequiredSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
}

/** A field's response name, `'@'` for every item of a list, or the types that the object here must have one of. */
export type PathSegment = string | { readonly types: readonly string[] };
export type ResponsePath = readonly PathSegment[];

export type RequiredSelection = RequiredField | RequiredFragment;

export interface RequiredField {
  readonly kind: 'Field';
  /** The response name under which the field's value is found and sent. */
  readonly name: string;
  readonly selections: readonly RequiredSelection[] | undefined;
}

export interface RequiredFragment {
  readonly kind: 'InlineFragment';
  readonly typeCondition: string | undefined;
  readonly selections: readonly RequiredSelection[];
}

/** A change to what is sent to a subgraph, or to what it answered, at every object that `path` leads to. */
export interface Rewrite {
  /** Leads to the parent of the field; lists on the way are walked through. */
  readonly path: ResponsePath;
  readonly field: string;
  readonly change: { readonly set: unknown } | { readonly renameTo: string };
}

/** What a planner is asked: the one operation of a validated document, with no `@skip` or `@include` left in it. */
export interface PlanRequest {
  readonly document: DocumentNode;
}

/** Turns operations into query plans, for one supergraph. */
export interface Planner {
  readonly name: string;
  /** @throws UnsupportedPlanError when the plan holds something that our executor cannot run. */
  plan(request: PlanRequest): QueryPlan | Promise<QueryPlan>;
}

/** A plan that our executor cannot run: the operation must go to the reference engine. */
export class UnsupportedPlanError extends Error {
  override name = 'UnsupportedPlanError';
}
