import { badUserInput } from '../errors.ts';

/** A moment as the databases store it: UTC, milliseconds, no `Z` (MySQL's DATETIME takes none). */
export const toSqlTime = (moment: Date): string => moment.toISOString().slice(0, 23).replace('T', ' ');

/** The ISO 8601 form of a stored moment. */
export const fromSqlTime = (stored: string): string => `${stored.replace(' ', 'T')}Z`;

/** The stored form of an ISO 8601 moment in UTC. */
export const isoToSqlTime = (iso: string): string => iso.slice(0, 23).replace('T', ' ');

/** Whether a text is a moment in its stored form, and a moment that exists. */
export function isSqlTime(text: string): boolean {
  const moment = Date.parse(fromSqlTime(text));
  return !Number.isNaN(moment) && toSqlTime(new Date(moment)) === text;
}

/**
 * The stored form of a moment that a client names; nothing of none.
 *
 * @throws BAD_USER_INPUT for a moment that no database holds
 */
export function parseMoment(moment: Date | null | undefined, name: string): string | undefined {
  if (!moment) return undefined;
  const stored = toSqlTime(moment);
  if (!isSqlTime(stored)) throw badUserInput(`${name} must lie in the years 0 to 9999.`);
  return stored;
}
