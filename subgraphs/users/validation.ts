import { z } from 'zod';
import { countCharacters, isLongerThan } from '../../kit/text.ts';
import type { UserError, UsersErrorCode } from './errors.ts';

/** What a user may say of themselves, checked and in its stored form. */
export interface Profile {
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly postalCode: string | null;
  readonly birthDate: string | null;
}

/** A profile as it comes in: what is absent is not said, null takes it back. */
export type ProfileInput = { readonly [Field in keyof Profile]?: string | null | undefined };

/** What is right of an input, and what is wrong with the rest. */
export interface Checked<Value> {
  readonly value: Value;
  readonly userErrors: readonly UserError[];
}

/** How a field must be. */
interface Rule {
  /** How a message names it. */
  readonly name: string;
  readonly isOptional: boolean;
  readonly max: number;
  readonly pattern: RegExp;
  /** What the pattern asks for, in words. */
  readonly form: string;
  /** Brings the text, trimmed, into its stored form. */
  readonly normalise: (text: string) => string;
}

const lowerCase = (text: string) => text.toLowerCase();

const personName = {
  isOptional: false,
  max: 100,
  pattern: /^[^\p{Cc}\p{Cs}]+$/u,
  form: 'text without control characters',
  normalise: (text: string) => text.normalize('NFC'),
};

const RULES: Readonly<Record<keyof Profile, Rule>> = {
  username: {
    name: 'username',
    isOptional: false,
    max: 50,
    pattern: /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/,
    form: 'letters a to z and digits, with dots, hyphens and underscores between them',
    // A login is looked up in lower case.
    normalise: lowerCase,
  },
  email: {
    name: 'email address',
    isOptional: false,
    max: 254,
    pattern: z.regexes.html5Email,
    form: 'an address such as ada@example.com',
    normalise: lowerCase,
  },
  firstName: { name: 'first name', ...personName },
  lastName: { name: 'last name', ...personName },
  postalCode: {
    name: 'postal code',
    isOptional: true,
    max: 16,
    pattern: /^(?=.*\d)[A-Z0-9]+(?:[ -][A-Z0-9]+)*$/,
    form: 'letters a to z and digits, at least one of them a digit, with single spaces or hyphens between them',
    normalise: (text) => text.toUpperCase(),
  },
  birthDate: {
    name: 'birth date',
    isOptional: true,
    max: 10,
    pattern: /^\d{4}-\d{2}-\d{2}$/,
    form: 'a day such as 1990-12-31',
    normalise: (text) => text,
  },
};

const FIRST_BIRTH_DATE = '1900-01-01';
const PASSWORD_MIN = 8;
/** A longer password is nobody's, and hashing it would be work for an attacker. */
export const PASSWORD_MAX = 254;

/** Checks the fields that are given; the value has those that are right. */
export function checkProfile(input: ProfileInput, now: Date): Checked<Partial<Profile>> {
  const value: Record<string, string | null> = {};
  const userErrors: UserError[] = [];
  for (const field of Object.keys(RULES) as (keyof Profile)[]) {
    const given = input[field];
    if (given === undefined) continue;
    const { isOptional, normalise } = RULES[field];
    const text = given === null ? null : normalise(given.trim());
    const fault = text === null && isOptional ? null : findFault(field, text ?? '', now);
    if (fault) userErrors.push(fault);
    else value[field] = text;
  }
  return { value, userErrors };
}

function findFault(field: keyof Profile, text: string, now: Date): UserError | null {
  const { name, isOptional, max, pattern, form } = RULES[field];
  const fault = (code: UsersErrorCode, message: string) => ({ code, message, path: [field] });
  if (text === '' && !isOptional) return fault('REQUIRED', `The ${name} is missing.`);
  // The length first: a pattern over 1 MB of nonsense is work for nothing.
  if (isLongerThan(text, max)) return fault('TOO_LONG', `The ${name} has more than ${max} characters.`);
  if (!pattern.test(text)) return fault('INVALID_FORMAT', `The ${name} must be ${form}.`);
  if (field !== 'birthDate') return null;
  if (!isDay(text)) return fault('INVALID_FORMAT', `The ${name} must be ${form}, and a day that exists.`);
  const today = now.toISOString().slice(0, 10);
  if (text < FIRST_BIRTH_DATE || text > today)
    return fault('OUT_OF_RANGE', `The ${name} must be from ${FIRST_BIRTH_DATE} to today.`);
  return null;
}

/** Whether a YYYY-MM-DD is in the calendar: JavaScript takes February 30th for March 1st or 2nd. */
function isDay(text: string): boolean {
  const day = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text);
}

/** What is wrong with a password that somebody chooses. */
export function checkPassword(password: string, field: string): readonly UserError[] {
  const fault = (code: UsersErrorCode, message: string) => [{ code, message, path: [field] }];
  if (password === '') return fault('REQUIRED', 'The password is missing.');
  if (isLongerThan(password, PASSWORD_MAX))
    return fault('TOO_LONG', `The password has more than ${PASSWORD_MAX} characters.`);
  if (countCharacters(password) < PASSWORD_MIN)
    return fault('TOO_SHORT', `The password must have at least ${PASSWORD_MIN} characters.`);
  // Half a character would be hashed as the same replacement character as any other half.
  if (!password.isWellFormed()) return fault('INVALID_FORMAT', 'The password holds half a character.');
  return [];
}
