// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityReference } from '../../kit/server/subgraph.ts';
import type { WorkflowRun as WorkflowRunRow, WorkflowStep as WorkflowStepRow, Workflow as WorkflowRow, WorkflowStepDefinition as WorkflowStepDefinitionRow, DeadLetter as DeadLetterRow } from './repository.ts';
import type { WorkflowsContext } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, as RFC 3339 writes it: 2026-01-31T12:00:00.000Z. */
  DateTime: { input: Date; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type Query = {
  /** A run of a workflow by id. Null when there is none. */
  readonly workflowRun?: Maybe<WorkflowRun>;
  /** Runs of workflows, a page at a time, the latest first. */
  readonly workflowRuns?: Maybe<WorkflowRunConnection>;
  /** The workflows as runs now start with them, by name. */
  readonly workflows?: Maybe<ReadonlyArray<Workflow>>;
  /** Messages that a domain could not handle, a page at a time, the latest first. One that was settled is listed no more. */
  readonly deadLetters?: Maybe<DeadLetterConnection>;
};


export type QueryWorkflowRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkflowRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WorkflowRunFilter>;
};


export type QueryDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeadLetterFilter>;
};

export type Mutation = {
  /** Goes on with a run that FAILED: what was not done, or was undone, is asked for anew. */
  readonly retryWorkflowRun?: Maybe<RetryWorkflowRunPayload>;
  /** Calls off a run that is RUNNING, FAILED or about to fail: what it did is undone, the last first. */
  readonly cancelWorkflowRun?: Maybe<CancelWorkflowRunPayload>;
  /** Hands dead letters to their consumers again, with all their retries. */
  readonly replayDeadLetters?: Maybe<ReplayDeadLettersPayload>;
  /** Gives dead letters up for good: later duplicates of their messages are ignored too. */
  readonly discardDeadLetters?: Maybe<DiscardDeadLettersPayload>;
};


export type MutationRetryWorkflowRunArgs = {
  input: RetryWorkflowRunInput;
};


export type MutationCancelWorkflowRunArgs = {
  input: CancelWorkflowRunInput;
};


export type MutationReplayDeadLettersArgs = {
  input: ReplayDeadLettersInput;
};


export type MutationDiscardDeadLettersArgs = {
  input: DiscardDeadLettersInput;
};

/** What a customer, or the order feed, wants to buy. */
export type Order = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** How its fulfilment goes; null for orders from before there was one. */
  readonly workflowRun?: Maybe<WorkflowRun>;
};

/** What a sensor saw at one of the hundred places that are watched. */
export type Detection = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** How it is dealt with; null for detections from before there was a workflow. */
  readonly workflowRun?: Maybe<WorkflowRun>;
};

/** How a unit, such as a camera, said that it is. */
export type UnitEvent = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** How it is dealt with; null for events from before there was a workflow. */
  readonly workflowRun?: Maybe<WorkflowRun>;
};

/** One going through of a workflow, for one subject of the event that started it. */
export type WorkflowRun = {
  /** A UUID. */
  readonly id: Scalars['ID']['output'];
  /** The name of its workflow. */
  readonly workflow: Scalars['String']['output'];
  /** The version of the workflow's definition that it started with, and ends with. */
  readonly version: Scalars['String']['output'];
  /** What it is about: the type and the id, as in `Order:42`. */
  readonly subject: Scalars['String']['output'];
  /** The order that it is about; null where it is about something else. */
  readonly order?: Maybe<Order>;
  /** How it stands. */
  readonly state: WorkflowRunState;
  /** How often it was retried. */
  readonly round: Scalars['Int']['output'];
  /** Its steps, in the order of the definition. */
  readonly steps: ReadonlyArray<WorkflowStep>;
  /** Why it is not completed; null for all others. */
  readonly error?: Maybe<WorkflowError>;
  /** When it started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** When it last moved. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** When it ended; null until then. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How a run stands. */
export type WorkflowRunState =
  /** It waits for replies. */
  | 'RUNNING'
  /** It cannot be completed; what it did is being undone. */
  | 'COMPENSATING'
  /** Every step is done. */
  | 'COMPLETED'
  /** A domain had a reason not to do a step; what was done before is undone. */
  | 'REFUSED'
  /** A step was not answered. It waits for somebody who retries or cancels it. */
  | 'FAILED'
  /** It was called off; what it did is undone. */
  | 'CANCELLED';

/** A step of a run. */
export type WorkflowStep = {
  /** Its name in the workflow. */
  readonly name: Scalars['String']['output'];
  /** The command that it sends. */
  readonly command: Scalars['String']['output'];
  /** How it stands. */
  readonly state: WorkflowStepState;
  /** How often it was asked for in this round, or to be undone. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was first asked for; null before. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was answered, or given up; null before. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Milliseconds from asking to the answer; null before. */
  readonly durationMs?: Maybe<Scalars['Int']['output']>;
  /** Why it is not done; null for all others. */
  readonly error?: Maybe<WorkflowError>;
};

/** How a step of a run stands. */
export type WorkflowStepState =
  /** Others must be done before. */
  | 'WAITING'
  /** It is asked for. */
  | 'RUNNING'
  /** It is done. */
  | 'COMPLETED'
  /** There is no need for it. */
  | 'SKIPPED'
  /** Its domain had a reason not to do it. */
  | 'REFUSED'
  /** It was not answered in time, however often it was asked for. */
  | 'FAILED'
  /** The run turned round before it was answered. */
  | 'ABANDONED'
  /** It is being undone. */
  | 'COMPENSATING'
  /** It is undone, or its domain had a reason not to: then there is an error. */
  | 'COMPENSATED';

/** Why something was not done. */
export type WorkflowError = {
  /** What kind of reason, in the words of the domain that had it; TIMED_OUT when nobody answered, UNSENDABLE when what is known does not make such a command. */
  readonly code: Scalars['String']['output'];
  /** For a person. */
  readonly message: Scalars['String']['output'];
};

/** Conditions on runs; all that are given must hold. */
export type WorkflowRunFilter = {
  /** Of this workflow. */
  readonly workflow?: InputMaybe<Scalars['String']['input']>;
  /** That stand like this. */
  readonly state?: InputMaybe<WorkflowRunState>;
  /** About this: the type and the id, as in `Order:42`. */
  readonly subject?: InputMaybe<Scalars['String']['input']>;
  /** Started at this moment or later. */
  readonly startedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Started before this moment. */
  readonly startedBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of runs. */
export type WorkflowRunConnection = {
  /** The runs of this page, each with its cursor. */
  readonly edges: ReadonlyArray<WorkflowRunEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A run in a list. */
export type WorkflowRunEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The run. */
  readonly node?: Maybe<WorkflowRun>;
};

/** A workflow: what starts it, and what is then to be done. */
export type Workflow = {
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Names what its definition says. */
  readonly version: Scalars['String']['output'];
  /** The event that starts a run. */
  readonly trigger: Scalars['String']['output'];
  /** The event that calls a run off; null where there is none. */
  readonly cancelOn?: Maybe<Scalars['String']['output']>;
  /** Its steps. */
  readonly steps: ReadonlyArray<WorkflowStepDefinition>;
  /** The definition as a Mermaid flowchart. */
  readonly mermaid: Scalars['String']['output'];
};

/** A step of a workflow. */
export type WorkflowStepDefinition = {
  /** Its name in the workflow. */
  readonly name: Scalars['String']['output'];
  /** The command that it sends. */
  readonly command: Scalars['String']['output'];
  /** The steps that must be done before. */
  readonly after: ReadonlyArray<Scalars['String']['output']>;
  /** How long its first attempt may take, in milliseconds; each further one twice as long. */
  readonly timeoutMs: Scalars['Int']['output'];
  /** How often it is asked for until it counts as failed. */
  readonly attempts: Scalars['Int']['output'];
  /** The command that undoes it; null where nothing does. */
  readonly compensation?: Maybe<Scalars['String']['output']>;
  /** Whether what came before is no longer undone once this was asked for. */
  readonly isPivot: Scalars['Boolean']['output'];
};

/** A message that a consumer could not handle; kept until it is replayed or discarded. */
export type DeadLetter = {
  /** A UUID. */
  readonly id: Scalars['ID']['output'];
  /** The domain whose consumer it is. */
  readonly domain: Scalars['String']['output'];
  /** The consumer: `<domain>.<group>`. */
  readonly consumer: Scalars['String']['output'];
  /** The message's name; null when it cannot be read so far. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What the message is about: `<Type>:<id>`; null when it cannot be read so far. */
  readonly subject?: Maybe<Scalars['String']['output']>;
  /** Why it could not be handled. */
  readonly reason: DeadLetterReason;
  /** What the last attempt failed with. */
  readonly error: Scalars['String']['output'];
  /** How often it was tried. */
  readonly attempts: Scalars['Int']['output'];
  /** When it was given up. */
  readonly diedAt: Scalars['DateTime']['output'];
  /** The message as it came: the first 10,000 characters. */
  readonly message: Scalars['String']['output'];
};

/** Why a message could not be handled. */
export type DeadLetterReason =
  /** The handler failed, each time that it was tried. */
  | 'HANDLER_FAILED'
  /** The handler found that no retry can help. */
  | 'UNPROCESSABLE'
  /** The consumer does not know such messages. */
  | 'UNKNOWN_EVENT'
  /** It is not what its contract says. */
  | 'MALFORMED'
  /** It has a version that the consumer does not read yet. */
  | 'UNSUPPORTED_VERSION'
  /** The broker could not deliver it. */
  | 'UNDELIVERABLE';

/** Conditions on dead letters; all that are given must hold. */
export type DeadLetterFilter = {
  /** Of this domain. */
  readonly domain?: InputMaybe<Scalars['String']['input']>;
  /** Of this consumer: `<domain>.<group>`. */
  readonly consumer?: InputMaybe<Scalars['String']['input']>;
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  /** The dead letters of this page, each with its cursor. */
  readonly edges: ReadonlyArray<DeadLetterEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A dead letter in a list. */
export type DeadLetterEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The dead letter. */
  readonly node?: Maybe<DeadLetter>;
};

/** Where a page stands in its list. */
export type PageInfo = {
  /** Whether more follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something stands before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The first edge's cursor. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** The last edge's cursor: pass it as `after` to read the next page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A run to go on with. */
export type RetryWorkflowRunInput = {
  /** Which run. */
  readonly id: Scalars['ID']['input'];
};

/** The run as it is now, or why it does not go on. */
export type RetryWorkflowRunPayload = {
  /** The run. */
  readonly workflowRun?: Maybe<WorkflowRun>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A run to call off. */
export type CancelWorkflowRunInput = {
  /** Which run. */
  readonly id: Scalars['ID']['input'];
  /** Why, for whoever reads it later; at most 200 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The run as it is now, or why it is not called off. */
export type CancelWorkflowRunPayload = {
  /** The run; one that is called off already is given as it is. */
  readonly workflowRun?: Maybe<WorkflowRun>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Dead letters to replay. */
export type ReplayDeadLettersInput = {
  /** Which letters, 1 to 100. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** What is being replayed. */
export type ReplayDeadLettersPayload = {
  /** How many letters were handed back; those that were settled before are not counted. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Dead letters to give up. */
export type DiscardDeadLettersInput = {
  /** Which letters, 1 to 100. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** What is given up. */
export type DiscardDeadLettersPayload = {
  /** How many letters were given up; those that were settled before are not counted. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A failure that the caller can act on. */
export type UserError = {
  /** What kind of failure. */
  readonly code: UserErrorCode;
  /** For a person. */
  readonly message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Kinds of failures that a caller can act on. */
export type UserErrorCode =
  /** A number or a day is too small or too large. */
  | 'OUT_OF_RANGE'
  /** There is no run with this id. */
  | 'WORKFLOW_RUN_NOT_FOUND'
  /** Only a run that failed can be retried. */
  | 'NOT_RETRYABLE'
  /** An order that was rejected, or a run that has come to its end: there is nothing to call off. */
  | 'NOT_CANCELLABLE';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Order: Order;
  Detection: Detection;
  UnitEvent: UnitEvent;
  WorkflowRun: WorkflowRun;
  DeadLetter: DeadLetter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Detection:
    ( { __typename: 'Detection' }
    & GraphQLRecursivePick<FederationTypes['Detection'], {"id":true}> );
  UnitEvent:
    ( { __typename: 'UnitEvent' }
    & GraphQLRecursivePick<FederationTypes['UnitEvent'], {"id":true}> );
  WorkflowRun:
    ( { __typename: 'WorkflowRun' }
    & GraphQLRecursivePick<FederationTypes['WorkflowRun'], {"id":true}> );
  DeadLetter:
    ( { __typename: 'DeadLetter' }
    & GraphQLRecursivePick<FederationTypes['DeadLetter'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<EntityReference>;
  Detection: ResolverTypeWrapper<EntityReference>;
  UnitEvent: ResolverTypeWrapper<EntityReference>;
  WorkflowRun: ResolverTypeWrapper<WorkflowRunRow>;
  WorkflowRunState: WorkflowRunState;
  WorkflowStep: ResolverTypeWrapper<WorkflowStepRow>;
  WorkflowStepState: WorkflowStepState;
  WorkflowError: ResolverTypeWrapper<WorkflowError>;
  WorkflowRunFilter: WorkflowRunFilter;
  WorkflowRunConnection: ResolverTypeWrapper<Omit<WorkflowRunConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['WorkflowRunEdge']> }>;
  WorkflowRunEdge: ResolverTypeWrapper<Omit<WorkflowRunEdge, 'node'> & { node?: Maybe<ResolversTypes['WorkflowRun']> }>;
  Workflow: ResolverTypeWrapper<WorkflowRow>;
  WorkflowStepDefinition: ResolverTypeWrapper<WorkflowStepDefinitionRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterRow>;
  DeadLetterReason: DeadLetterReason;
  DeadLetterFilter: DeadLetterFilter;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DeadLetterEdge']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node?: Maybe<ResolversTypes['DeadLetter']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  RetryWorkflowRunInput: RetryWorkflowRunInput;
  RetryWorkflowRunPayload: ResolverTypeWrapper<Omit<RetryWorkflowRunPayload, 'workflowRun'> & { workflowRun?: Maybe<ResolversTypes['WorkflowRun']> }>;
  CancelWorkflowRunInput: CancelWorkflowRunInput;
  CancelWorkflowRunPayload: ResolverTypeWrapper<Omit<CancelWorkflowRunPayload, 'workflowRun'> & { workflowRun?: Maybe<ResolversTypes['WorkflowRun']> }>;
  ReplayDeadLettersInput: ReplayDeadLettersInput;
  ReplayDeadLettersPayload: ResolverTypeWrapper<ReplayDeadLettersPayload>;
  DiscardDeadLettersInput: DiscardDeadLettersInput;
  DiscardDeadLettersPayload: ResolverTypeWrapper<DiscardDeadLettersPayload>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  Order: EntityReference;
  Detection: EntityReference;
  UnitEvent: EntityReference;
  WorkflowRun: WorkflowRunRow;
  WorkflowStep: WorkflowStepRow;
  WorkflowError: WorkflowError;
  WorkflowRunFilter: WorkflowRunFilter;
  WorkflowRunConnection: Omit<WorkflowRunConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['WorkflowRunEdge']> };
  WorkflowRunEdge: Omit<WorkflowRunEdge, 'node'> & { node?: Maybe<ResolversParentTypes['WorkflowRun']> };
  Workflow: WorkflowRow;
  WorkflowStepDefinition: WorkflowStepDefinitionRow;
  Boolean: Scalars['Boolean']['output'];
  DeadLetter: DeadLetterRow;
  DeadLetterFilter: DeadLetterFilter;
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DeadLetterEdge']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node?: Maybe<ResolversParentTypes['DeadLetter']> };
  PageInfo: PageInfo;
  RetryWorkflowRunInput: RetryWorkflowRunInput;
  RetryWorkflowRunPayload: Omit<RetryWorkflowRunPayload, 'workflowRun'> & { workflowRun?: Maybe<ResolversParentTypes['WorkflowRun']> };
  CancelWorkflowRunInput: CancelWorkflowRunInput;
  CancelWorkflowRunPayload: Omit<CancelWorkflowRunPayload, 'workflowRun'> & { workflowRun?: Maybe<ResolversParentTypes['WorkflowRun']> };
  ReplayDeadLettersInput: ReplayDeadLettersInput;
  ReplayDeadLettersPayload: ReplayDeadLettersPayload;
  DiscardDeadLettersInput: DiscardDeadLettersInput;
  DiscardDeadLettersPayload: DiscardDeadLettersPayload;
  UserError: UserError;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  workflowRun?: Resolver<Maybe<ResolversTypes['WorkflowRun']>, ParentType, ContextType, RequireFields<QueryWorkflowRunArgs, 'id'>>;
  workflowRuns?: Resolver<Maybe<ResolversTypes['WorkflowRunConnection']>, ParentType, ContextType, RequireFields<QueryWorkflowRunsArgs, 'first'>>;
  workflows?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Workflow']>>, ParentType, ContextType>;
  deadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryDeadLettersArgs, 'first'>>;
};

export type MutationResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  retryWorkflowRun?: Resolver<Maybe<ResolversTypes['RetryWorkflowRunPayload']>, ParentType, ContextType, RequireFields<MutationRetryWorkflowRunArgs, 'input'>>;
  cancelWorkflowRun?: Resolver<Maybe<ResolversTypes['CancelWorkflowRunPayload']>, ParentType, ContextType, RequireFields<MutationCancelWorkflowRunArgs, 'input'>>;
  replayDeadLetters?: Resolver<Maybe<ResolversTypes['ReplayDeadLettersPayload']>, ParentType, ContextType, RequireFields<MutationReplayDeadLettersArgs, 'input'>>;
  discardDeadLetters?: Resolver<Maybe<ResolversTypes['DiscardDeadLettersPayload']>, ParentType, ContextType, RequireFields<MutationDiscardDeadLettersArgs, 'input'>>;
};

export type OrderResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workflowRun?: Resolver<Maybe<ResolversTypes['WorkflowRun']>, ParentType, ContextType>;
};

export type DetectionResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['Detection'] = ResolversParentTypes['Detection'], FederationReferenceType extends FederationReferenceTypes['Detection'] = FederationReferenceTypes['Detection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Detection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workflowRun?: Resolver<Maybe<ResolversTypes['WorkflowRun']>, ParentType, ContextType>;
};

export type UnitEventResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['UnitEvent'] = ResolversParentTypes['UnitEvent'], FederationReferenceType extends FederationReferenceTypes['UnitEvent'] = FederationReferenceTypes['UnitEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['UnitEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workflowRun?: Resolver<Maybe<ResolversTypes['WorkflowRun']>, ParentType, ContextType>;
};

export type WorkflowRunResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['WorkflowRun'] = ResolversParentTypes['WorkflowRun'], FederationReferenceType extends FederationReferenceTypes['WorkflowRun'] = FederationReferenceTypes['WorkflowRun']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkflowRun']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workflow?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WorkflowRunState'], ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['WorkflowStep']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['WorkflowError']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WorkflowStepResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['WorkflowStep'] = ResolversParentTypes['WorkflowStep']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  command?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WorkflowStepState'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  durationMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['WorkflowError']>, ParentType, ContextType>;
};

export type WorkflowErrorResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['WorkflowError'] = ResolversParentTypes['WorkflowError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkflowRunConnectionResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['WorkflowRunConnection'] = ResolversParentTypes['WorkflowRunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WorkflowRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WorkflowRunEdgeResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['WorkflowRunEdge'] = ResolversParentTypes['WorkflowRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['WorkflowRun']>, ParentType, ContextType>;
};

export type WorkflowResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['Workflow'] = ResolversParentTypes['Workflow']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trigger?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cancelOn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['WorkflowStepDefinition']>, ParentType, ContextType>;
  mermaid?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkflowStepDefinitionResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['WorkflowStepDefinition'] = ResolversParentTypes['WorkflowStepDefinition']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  command?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  after?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  timeoutMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  compensation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isPivot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DeadLetterResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter'], FederationReferenceType extends FederationReferenceTypes['DeadLetter'] = FederationReferenceTypes['DeadLetter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DeadLetter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  domain?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consumer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['DeadLetterReason'], ParentType, ContextType>;
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  diedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RetryWorkflowRunPayloadResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['RetryWorkflowRunPayload'] = ResolversParentTypes['RetryWorkflowRunPayload']> = {
  workflowRun?: Resolver<Maybe<ResolversTypes['WorkflowRun']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelWorkflowRunPayloadResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['CancelWorkflowRunPayload'] = ResolversParentTypes['CancelWorkflowRunPayload']> = {
  workflowRun?: Resolver<Maybe<ResolversTypes['WorkflowRun']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplayDeadLettersPayloadResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['ReplayDeadLettersPayload'] = ResolversParentTypes['ReplayDeadLettersPayload']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DiscardDeadLettersPayloadResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['DiscardDeadLettersPayload'] = ResolversParentTypes['DiscardDeadLettersPayload']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = WorkflowsContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = WorkflowsContext> = {
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Detection?: DetectionResolvers<ContextType>;
  UnitEvent?: UnitEventResolvers<ContextType>;
  WorkflowRun?: WorkflowRunResolvers<ContextType>;
  WorkflowStep?: WorkflowStepResolvers<ContextType>;
  WorkflowError?: WorkflowErrorResolvers<ContextType>;
  WorkflowRunConnection?: WorkflowRunConnectionResolvers<ContextType>;
  WorkflowRunEdge?: WorkflowRunEdgeResolvers<ContextType>;
  Workflow?: WorkflowResolvers<ContextType>;
  WorkflowStepDefinition?: WorkflowStepDefinitionResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  RetryWorkflowRunPayload?: RetryWorkflowRunPayloadResolvers<ContextType>;
  CancelWorkflowRunPayload?: CancelWorkflowRunPayloadResolvers<ContextType>;
  ReplayDeadLettersPayload?: ReplayDeadLettersPayloadResolvers<ContextType>;
  DiscardDeadLettersPayload?: DiscardDeadLettersPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

