import type { Place } from '../compose/place.ts';
import type { PlanNumbers } from '../plan/measure.ts';

/**
 * `refused` fails the check; `warning` asks for a look; `allowed` would be refused, but nobody uses it or it was accepted;
 * `note` is for the record.
 */
export type Level = 'refused' | 'warning' | 'allowed' | 'note';

/** What a finding is about. */
export type Subject = 'composition' | 'change' | 'operation' | 'convention' | 'plan' | 'exception';

/** An operation that a change hits. */
export interface Hit {
  readonly operation: string;
  readonly place: Place;
}

/** A client that was seen to use what a change takes away. */
export interface ClientHit {
  readonly client: string;
  /** The operations of it that are known by name. */
  readonly operations: readonly string[];
  readonly count: number;
  readonly lastSeen: string;
}

/** One thing that a schema check has to say. */
export interface Finding {
  readonly level: Level;
  readonly subject: Subject;
  /** Names the kind of finding: a code of composition, of a change, or a convention. */
  readonly rule: string;
  /** A schema coordinate, or the name of an operation. */
  readonly at: string;
  readonly message: string;
  /** Where it stands in the schemas (or, for an operation, in its file). */
  readonly places: readonly Place[];
  readonly hits?: readonly Hit[];
  readonly clients?: readonly ClientHit[];
  readonly remedy?: string;
}

/** How a change moves the plan of an operation. */
export interface PlanMove {
  readonly operation: string;
  readonly file: string;
  /** Nothing for an operation that is new. */
  readonly before?: PlanNumbers;
  readonly after: PlanNumbers;
}

/** What a schema check found. */
export interface CheckReport {
  readonly verdict: 'ok' | 'refused';
  /** What the schemas were compared with. */
  readonly against: string;
  readonly findings: readonly Finding[];
  /** The plans that the change moves, and those that are new. */
  readonly plans: readonly PlanMove[];
}
