// Generated from schema.graphql by `npm run codegen`: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Detection as DetectionRow, UnitEvent as UnitEventRow, Assessment as AssessmentRow, Simulation as SimulationRow } from './repository.ts';
import type { SecurityContext } from './context.ts';
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
  /** A detection by id. Null when there is none. */
  readonly detection?: Maybe<Detection>;
  /** All detections, a page at a time. */
  readonly detections?: Maybe<DetectionConnection>;
  /** A unit event by id. Null when there is none. */
  readonly unitEvent?: Maybe<UnitEvent>;
  /** All unit events, a page at a time. */
  readonly unitEvents?: Maybe<UnitEventConnection>;
  /** The simulators, one of each kind: whether they run, and what they have done. */
  readonly simulations?: Maybe<ReadonlyArray<Simulation>>;
};


export type QueryDetectionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDetectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DetectionFilter>;
  orderBy?: InputMaybe<DetectionOrder>;
};


export type QueryUnitEventArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUnitEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UnitEventFilter>;
  orderBy?: InputMaybe<UnitEventOrder>;
};

export type Mutation = {
  /** Reports what a sensor saw. What it means is found soon afterwards. */
  readonly reportDetection?: Maybe<ReportDetectionPayload>;
  /** Reports how a unit is. What that means is found soon afterwards. */
  readonly reportUnitEvent?: Maybe<ReportUnitEventPayload>;
  /** Starts a simulator, which reports something every 30 seconds. One that runs already goes on as it is. */
  readonly startSimulation?: Maybe<StartSimulationPayload>;
  /** Stops a simulator; what it has reported stays. One that stands already stays so. */
  readonly stopSimulation?: Maybe<StopSimulationPayload>;
};


export type MutationReportDetectionArgs = {
  input: ReportDetectionInput;
};


export type MutationReportUnitEventArgs = {
  input: ReportUnitEventInput;
};


export type MutationStartSimulationArgs = {
  input: StartSimulationInput;
};


export type MutationStopSimulationArgs = {
  input: StopSimulationInput;
};

/** What a sensor saw at one of the hundred places that are watched. */
export type Detection = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Where, 1 to 100. */
  readonly location: Scalars['Int']['output'];
  /** What was seen. */
  readonly type: DetectionType;
  /** How bad it is. */
  readonly severity: DetectionSeverity;
  /** When it was seen. */
  readonly detectedAt: Scalars['DateTime']['output'];
  /** What it means; null until that is found. */
  readonly assessment?: Maybe<Assessment>;
};

/** What a sensor tells apart. */
export type DetectionType =
  /** A car, a truck, a bicycle. */
  | 'VEHICLE'
  /** Somebody. */
  | 'PERSON'
  /** An animal. */
  | 'ANIMAL'
  /** Smoke or flames. */
  | 'FIRE';

/** How bad a detection is. */
export type DetectionSeverity =
  /** Nothing out of the ordinary. */
  | 'GREEN'
  /** Something that should be looked at. */
  | 'YELLOW'
  /** Something that must not be. */
  | 'RED';

/** How a unit, such as a camera, said that it is. */
export type UnitEvent = {
  /** Digits or a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Where the unit stands, 1 to 100. */
  readonly location: Scalars['Int']['output'];
  /** Which unit: TDC and six digits. */
  readonly unitId: Scalars['String']['output'];
  /** How it is. */
  readonly state: UnitState;
  /** Its voltage: 24, 12, 6 or 0. */
  readonly volts: Scalars['Int']['output'];
  /** When it said so. */
  readonly reportedAt: Scalars['DateTime']['output'];
  /** What it means; null until that is found. */
  readonly assessment?: Maybe<Assessment>;
};

/** How a unit is. */
export type UnitState =
  /** It works. */
  | 'UP'
  /** It does not work. */
  | 'DOWN'
  /** It cannot be reached. */
  | 'OFF_LINE'
  /** It has less power than it needs. */
  | 'LOW_VOLTAGE';

/** What a detection or a unit event means. */
export type Assessment = {
  /** What it is, for a person. */
  readonly text: Scalars['String']['output'];
  /** What to do about it, for a person. */
  readonly action: Scalars['String']['output'];
  /** How soon. */
  readonly urgency: Urgency;
  /** When this was found. */
  readonly assessedAt: Scalars['DateTime']['output'];
};

/** How soon somebody should do something. */
export type Urgency =
  /** Nobody needs to. */
  | 'INFO'
  /** In time. */
  | 'WARNING'
  /** At once. */
  | 'URGENT';

/** Conditions on detections; all that are given must hold. */
export type DetectionFilter = {
  /** Of this type. */
  readonly type?: InputMaybe<DetectionType>;
  /** This bad. */
  readonly severity?: InputMaybe<DetectionSeverity>;
  /** Here, 1 to 100. */
  readonly location?: InputMaybe<Scalars['Int']['input']>;
  /** Seen at this moment or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Seen before this moment. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether it is known what they mean. */
  readonly assessed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Orders of detections; equal ones follow by id. */
export type DetectionOrder =
  /** Oldest first. */
  | 'DETECTED_AT_ASC'
  /** Newest first. */
  | 'DETECTED_AT_DESC';

/** A page of detections. */
export type DetectionConnection = {
  /** The detections of this page, each with its cursor. */
  readonly edges: ReadonlyArray<DetectionEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A detection in a list. */
export type DetectionEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The detection. */
  readonly node?: Maybe<Detection>;
};

/** Conditions on unit events; all that are given must hold. */
export type UnitEventFilter = {
  /** Of this unit: TDC and six digits. */
  readonly unitId?: InputMaybe<Scalars['String']['input']>;
  /** Of this state. */
  readonly state?: InputMaybe<UnitState>;
  /** Here, 1 to 100. */
  readonly location?: InputMaybe<Scalars['Int']['input']>;
  /** Reported at this moment or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Reported before this moment. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether it is known what they mean. */
  readonly assessed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Orders of unit events; equal ones follow by id. */
export type UnitEventOrder =
  /** Oldest first. */
  | 'REPORTED_AT_ASC'
  /** Newest first. */
  | 'REPORTED_AT_DESC';

/** A page of unit events. */
export type UnitEventConnection = {
  /** The unit events of this page, each with its cursor. */
  readonly edges: ReadonlyArray<UnitEventEdge>;
  /** Where this page stands in the list. */
  readonly pageInfo: PageInfo;
};

/** A unit event in a list. */
export type UnitEventEdge = {
  /** Opaque; pass it as `after` to go on from here. */
  readonly cursor: Scalars['String']['output'];
  /** The unit event. */
  readonly node?: Maybe<UnitEvent>;
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

/** A simulator: reports something made up at an even pace, as sensors and units would. */
export type Simulation = {
  /** What it reports. */
  readonly kind: SimulationKind;
  /** Whether it runs. */
  readonly running: Scalars['Boolean']['output'];
  /** Since when it runs; null while it stands. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
  /** How many it has reported in all. */
  readonly produced: Scalars['Int']['output'];
};

/** What a simulator reports. */
export type SimulationKind =
  /** What sensors see. */
  | 'DETECTIONS'
  /** How units are. */
  | 'UNIT_EVENTS';

/** What a sensor saw. */
export type ReportDetectionInput = {
  /** Where, 1 to 100. */
  readonly location: Scalars['Int']['input'];
  /** What was seen. */
  readonly type: DetectionType;
  /** How bad it is. */
  readonly severity: DetectionSeverity;
  /** When it was seen; without it, now. */
  readonly detectedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, reports nothing twice. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** The detection that was reported, or why there is none. */
export type ReportDetectionPayload = {
  /** The detection; one that was reported before is given as it is now. */
  readonly detection?: Maybe<Detection>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** How a unit is. */
export type ReportUnitEventInput = {
  /** Where the unit stands, 1 to 100. */
  readonly location: Scalars['Int']['input'];
  /** Which unit: TDC and six digits. */
  readonly unitId: Scalars['String']['input'];
  /** How it is. */
  readonly state: UnitState;
  /** Its voltage: 24, 12, 6 or 0. */
  readonly volts: Scalars['Int']['input'];
  /** When that was so; without it, now. */
  readonly reportedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Names this attempt, in at most 64 characters: one that is sent again, since the answer was lost, reports nothing twice. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
};

/** The unit event that was reported, or why there is none. */
export type ReportUnitEventPayload = {
  /** The unit event; one that was reported before is given as it is now. */
  readonly unitEvent?: Maybe<UnitEvent>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A simulator to start. */
export type StartSimulationInput = {
  /** Which one. */
  readonly kind: SimulationKind;
};

/** The simulator after it was started. */
export type StartSimulationPayload = {
  /** The simulator. */
  readonly simulation?: Maybe<Simulation>;
  /** What the caller can mend; empty when all went well. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A simulator to stop. */
export type StopSimulationInput = {
  /** Which one. */
  readonly kind: SimulationKind;
};

/** The simulator after it was stopped. */
export type StopSimulationPayload = {
  /** The simulator. */
  readonly simulation?: Maybe<Simulation>;
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
  /** A text does not have the form that is asked for. */
  | 'INVALID_FORMAT'
  /** The idempotency key was used for another request: take a new one. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The idempotency key is empty or has more than 64 characters. */
  | 'IDEMPOTENCY_KEY_INVALID';



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
  Detection: Detection;
  UnitEvent: UnitEvent;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Detection:
    ( { __typename: 'Detection' }
    & GraphQLRecursivePick<FederationTypes['Detection'], {"id":true}> );
  UnitEvent:
    ( { __typename: 'UnitEvent' }
    & GraphQLRecursivePick<FederationTypes['UnitEvent'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Detection: ResolverTypeWrapper<DetectionRow>;
  DetectionType: DetectionType;
  DetectionSeverity: DetectionSeverity;
  UnitEvent: ResolverTypeWrapper<UnitEventRow>;
  UnitState: UnitState;
  Assessment: ResolverTypeWrapper<AssessmentRow>;
  Urgency: Urgency;
  DetectionFilter: DetectionFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DetectionOrder: DetectionOrder;
  DetectionConnection: ResolverTypeWrapper<Omit<DetectionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DetectionEdge']> }>;
  DetectionEdge: ResolverTypeWrapper<Omit<DetectionEdge, 'node'> & { node?: Maybe<ResolversTypes['Detection']> }>;
  UnitEventFilter: UnitEventFilter;
  UnitEventOrder: UnitEventOrder;
  UnitEventConnection: ResolverTypeWrapper<Omit<UnitEventConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['UnitEventEdge']> }>;
  UnitEventEdge: ResolverTypeWrapper<Omit<UnitEventEdge, 'node'> & { node?: Maybe<ResolversTypes['UnitEvent']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Simulation: ResolverTypeWrapper<SimulationRow>;
  SimulationKind: SimulationKind;
  ReportDetectionInput: ReportDetectionInput;
  ReportDetectionPayload: ResolverTypeWrapper<Omit<ReportDetectionPayload, 'detection'> & { detection?: Maybe<ResolversTypes['Detection']> }>;
  ReportUnitEventInput: ReportUnitEventInput;
  ReportUnitEventPayload: ResolverTypeWrapper<Omit<ReportUnitEventPayload, 'unitEvent'> & { unitEvent?: Maybe<ResolversTypes['UnitEvent']> }>;
  StartSimulationInput: StartSimulationInput;
  StartSimulationPayload: ResolverTypeWrapper<Omit<StartSimulationPayload, 'simulation'> & { simulation?: Maybe<ResolversTypes['Simulation']> }>;
  StopSimulationInput: StopSimulationInput;
  StopSimulationPayload: ResolverTypeWrapper<Omit<StopSimulationPayload, 'simulation'> & { simulation?: Maybe<ResolversTypes['Simulation']> }>;
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
  Detection: DetectionRow;
  UnitEvent: UnitEventRow;
  Assessment: AssessmentRow;
  DetectionFilter: DetectionFilter;
  Boolean: Scalars['Boolean']['output'];
  DetectionConnection: Omit<DetectionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DetectionEdge']> };
  DetectionEdge: Omit<DetectionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Detection']> };
  UnitEventFilter: UnitEventFilter;
  UnitEventConnection: Omit<UnitEventConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['UnitEventEdge']> };
  UnitEventEdge: Omit<UnitEventEdge, 'node'> & { node?: Maybe<ResolversParentTypes['UnitEvent']> };
  PageInfo: PageInfo;
  Simulation: SimulationRow;
  ReportDetectionInput: ReportDetectionInput;
  ReportDetectionPayload: Omit<ReportDetectionPayload, 'detection'> & { detection?: Maybe<ResolversParentTypes['Detection']> };
  ReportUnitEventInput: ReportUnitEventInput;
  ReportUnitEventPayload: Omit<ReportUnitEventPayload, 'unitEvent'> & { unitEvent?: Maybe<ResolversParentTypes['UnitEvent']> };
  StartSimulationInput: StartSimulationInput;
  StartSimulationPayload: Omit<StartSimulationPayload, 'simulation'> & { simulation?: Maybe<ResolversParentTypes['Simulation']> };
  StopSimulationInput: StopSimulationInput;
  StopSimulationPayload: Omit<StopSimulationPayload, 'simulation'> & { simulation?: Maybe<ResolversParentTypes['Simulation']> };
  UserError: UserError;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  detection?: Resolver<Maybe<ResolversTypes['Detection']>, ParentType, ContextType, RequireFields<QueryDetectionArgs, 'id'>>;
  detections?: Resolver<Maybe<ResolversTypes['DetectionConnection']>, ParentType, ContextType, RequireFields<QueryDetectionsArgs, 'first' | 'orderBy'>>;
  unitEvent?: Resolver<Maybe<ResolversTypes['UnitEvent']>, ParentType, ContextType, RequireFields<QueryUnitEventArgs, 'id'>>;
  unitEvents?: Resolver<Maybe<ResolversTypes['UnitEventConnection']>, ParentType, ContextType, RequireFields<QueryUnitEventsArgs, 'first' | 'orderBy'>>;
  simulations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Simulation']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reportDetection?: Resolver<Maybe<ResolversTypes['ReportDetectionPayload']>, ParentType, ContextType, RequireFields<MutationReportDetectionArgs, 'input'>>;
  reportUnitEvent?: Resolver<Maybe<ResolversTypes['ReportUnitEventPayload']>, ParentType, ContextType, RequireFields<MutationReportUnitEventArgs, 'input'>>;
  startSimulation?: Resolver<Maybe<ResolversTypes['StartSimulationPayload']>, ParentType, ContextType, RequireFields<MutationStartSimulationArgs, 'input'>>;
  stopSimulation?: Resolver<Maybe<ResolversTypes['StopSimulationPayload']>, ParentType, ContextType, RequireFields<MutationStopSimulationArgs, 'input'>>;
};

export type DetectionResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['Detection'] = ResolversParentTypes['Detection'], FederationReferenceType extends FederationReferenceTypes['Detection'] = FederationReferenceTypes['Detection']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Detection']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['DetectionType'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['DetectionSeverity'], ParentType, ContextType>;
  detectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  assessment?: Resolver<Maybe<ResolversTypes['Assessment']>, ParentType, ContextType>;
};

export type UnitEventResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['UnitEvent'] = ResolversParentTypes['UnitEvent'], FederationReferenceType extends FederationReferenceTypes['UnitEvent'] = FederationReferenceTypes['UnitEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['UnitEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['UnitState'], ParentType, ContextType>;
  volts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  assessment?: Resolver<Maybe<ResolversTypes['Assessment']>, ParentType, ContextType>;
};

export type AssessmentResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['Assessment'] = ResolversParentTypes['Assessment']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['Urgency'], ParentType, ContextType>;
  assessedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DetectionConnectionResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['DetectionConnection'] = ResolversParentTypes['DetectionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DetectionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DetectionEdgeResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['DetectionEdge'] = ResolversParentTypes['DetectionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Detection']>, ParentType, ContextType>;
};

export type UnitEventConnectionResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['UnitEventConnection'] = ResolversParentTypes['UnitEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnitEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UnitEventEdgeResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['UnitEventEdge'] = ResolversParentTypes['UnitEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['UnitEvent']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SimulationResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['Simulation'] = ResolversParentTypes['Simulation']> = {
  kind?: Resolver<ResolversTypes['SimulationKind'], ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  produced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReportDetectionPayloadResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['ReportDetectionPayload'] = ResolversParentTypes['ReportDetectionPayload']> = {
  detection?: Resolver<Maybe<ResolversTypes['Detection']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReportUnitEventPayloadResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['ReportUnitEventPayload'] = ResolversParentTypes['ReportUnitEventPayload']> = {
  unitEvent?: Resolver<Maybe<ResolversTypes['UnitEvent']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StartSimulationPayloadResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['StartSimulationPayload'] = ResolversParentTypes['StartSimulationPayload']> = {
  simulation?: Resolver<Maybe<ResolversTypes['Simulation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StopSimulationPayloadResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['StopSimulationPayload'] = ResolversParentTypes['StopSimulationPayload']> = {
  simulation?: Resolver<Maybe<ResolversTypes['Simulation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = SecurityContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = SecurityContext> = {
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Detection?: DetectionResolvers<ContextType>;
  UnitEvent?: UnitEventResolvers<ContextType>;
  Assessment?: AssessmentResolvers<ContextType>;
  DetectionConnection?: DetectionConnectionResolvers<ContextType>;
  DetectionEdge?: DetectionEdgeResolvers<ContextType>;
  UnitEventConnection?: UnitEventConnectionResolvers<ContextType>;
  UnitEventEdge?: UnitEventEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Simulation?: SimulationResolvers<ContextType>;
  ReportDetectionPayload?: ReportDetectionPayloadResolvers<ContextType>;
  ReportUnitEventPayload?: ReportUnitEventPayloadResolvers<ContextType>;
  StartSimulationPayload?: StartSimulationPayloadResolvers<ContextType>;
  StopSimulationPayload?: StopSimulationPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

