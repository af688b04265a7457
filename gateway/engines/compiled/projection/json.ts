import { TesseraError } from '../../../../kit/errors.ts';

/** What a value cannot be at its place in the response, with the path to it, innermost step first. */
export interface Violation {
  readonly message: string;
  readonly path: (string | number)[];
}

/**
 * The functions that generated projections call. A value's text is a string, `null` for a null, and `undefined` for
 * a null whose violation has been recorded.
 */
export const runtime = {
  quote,
  json: (value: unknown): string | null => JSON.stringify(value) ?? null,

  /** Records that a value is none of its type. */
  invalid(violations: Violation[], what: string): undefined {
    violations.push({ message: `Invalid value found for ${what}.`, path: [] });
    return undefined;
  },

  invalidTypename(violations: Violation[], what: string): undefined {
    violations.push({ message: `Invalid __typename found for object at ${what}.`, path: [] });
    return undefined;
  },

  /** Records a null where the schema allows none. */
  missing(violations: Violation[], what: string, step: string | number): undefined {
    violations.push({ message: `Cannot return null for non-nullable ${what}.`, path: [step] });
    return undefined;
  },

  tooLarge(most: number): never {
    throw new TesseraError(
      'ANSWER_TOO_LARGE',
      `The answer has more than ${most} characters: ask for less of it at once.`,
    );
  },

  /** Adds a step to the paths of the violations that were recorded below it. */
  under(violations: Violation[], since: number, step: string | number): void {
    for (let index = since; index < violations.length; index++) violations[index]?.path.push(step);
  },
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON must escape
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Of longer texts, `JSON.stringify` is faster than to look whether it is needed. */
const SHORT = 40;

function quote(text: string): string {
  return text.length >= SHORT || NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}
