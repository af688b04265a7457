import type { Failure } from '../client/index.ts';

/** Failures of one kind, as one thing to tell. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  /** The subgraph that failed. */
  readonly service: string | null;
  readonly requestId: string | null;
}

/** Tells failures of one kind once: a dead subgraph leaves one at each row. */
export function troublesOf(failures: readonly Failure[]): Trouble[] {
  const troubles = new Map<string, Trouble>();
  for (const { code, message, service = null, requestId = null } of failures) {
    const key = `${code} ${service}`;
    if (!troubles.has(key)) troubles.set(key, { code, message, service, requestId });
  }
  return [...troubles.values()];
}

/**
 * Whether a field is null for want of an answer, rather than of a value. One failure stands for the whole list: a dead
 * subgraph was asked about all of its items at once.
 */
export const isMissing = (failures: readonly Failure[], field: string): boolean =>
  failures.some(({ path }) => path?.at(-1) === field);
