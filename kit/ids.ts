import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { badUserInput } from './errors.ts';

const ID = /^(?:\d{1,19}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** A new id: a UUIDv7 (RFC 9562), so that ids of one time stand together in an index. */
export const newId = (): string => v7();

/**
 * A UUID that is a function of its text, for what must have the same id whenever it is made again (version 8: made by the
 * application, RFC 9562).
 */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whether a text has the form of an id: digits, or a UUID in lower case. */
export const isId = (value: string): boolean => ID.test(value);

/**
 * An id from outside, checked before it comes near SQL. UUIDs are lower-cased.
 *
 * @throws BAD_USER_INPUT when it is neither digits nor a UUID
 */
export function parseId(value: string, name = 'id'): string {
  // The length first: lower-casing 10 kB of nonsense is work for nothing.
  const id = value.length <= 36 ? value.toLowerCase() : '';
  if (!ID.test(id)) throw badUserInput(`${name} must be digits or a UUID, not ${excerpt(value)}.`);
  return id;
}

const excerpt = (value: string) => JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
