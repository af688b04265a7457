/** How a run stands. */
export type RunState = 'RUNNING' | 'COMPENSATING' | 'COMPLETED' | 'REFUSED' | 'FAILED' | 'CANCELLED';

/** How a run ends that is not completed. */
export type Ending = 'REFUSED' | 'FAILED' | 'CANCELLED';

/** How a step of a run stands; ABANDONED: it was asked for, and the run ended before its reply. */
export type StepState =
  | 'WAITING'
  | 'RUNNING'
  | 'COMPLETED'
  | 'SKIPPED'
  | 'REFUSED'
  | 'FAILED'
  | 'ABANDONED'
  | 'COMPENSATING'
  | 'COMPENSATED';

/** Why something was not done. */
export interface Reason {
  readonly code: string;
  readonly message: string;
  /** The id of what stood in the way; null where it is nothing in particular. */
  readonly about: string | null;
}

/** A step of a run. Times are ISO 8601 in UTC. */
export interface RunStep {
  readonly name: string;
  readonly command: string;
  readonly state: StepState;
  /** How often it was asked for in this round, or to be undone. */
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** When it is asked for again, or counts as failed; null when nothing is waited for. */
  readonly dueAt: string | null;
  readonly result: unknown;
  readonly error: Reason | null;
}

/** The event that started a run, as far as its steps may refer to it. */
export interface Trigger {
  readonly id: string;
  readonly occurredAt: string;
  readonly traceparent: string | null;
  readonly payload: unknown;
}

/** One going through of a workflow. Times are ISO 8601 in UTC. */
export interface Run {
  readonly id: string;
  readonly workflow: string;
  /** The version of the definition that it started with, and ends with. */
  readonly version: string;
  /** What it is about: `<Type>:<id>`. */
  readonly subject: string;
  readonly state: RunState;
  /** How often it was retried. */
  readonly round: number;
  /** What it is on the way to while it is COMPENSATING. */
  readonly ending: Ending | null;
  readonly error: Reason | null;
  /** Null where the subject was called off before it was heard of. */
  readonly trigger: Trigger | null;
  readonly steps: readonly RunStep[];
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly endedAt: string | null;
}

export const idOfSubject = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

/** When a run has to be looked at, if nothing comes: the first moment that one of its steps is due. */
export function dueAtOf({ state, steps }: Run): string | null {
  if (state !== 'RUNNING' && state !== 'COMPENSATING') return null;
  return steps.reduce<string | null>(
    (least, { dueAt }) => (dueAt !== null && (least === null || dueAt < least) ? dueAt : least),
    null,
  );
}
