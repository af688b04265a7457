import type { FormattedExecutionResult } from 'graphql';

/**
 * The `data` of a response as JSON text that is ready to send.
 *
 * Whoever does not know it still gets the right answer: `JSON.stringify` calls `toJSON`.
 */
export class FinishedJson {
  /** The whole response for data without errors or extensions, so that the usual answer is never copied. */
  readonly response: string;

  /** @param text the JSON of the data */
  constructor(text: string) {
    const response = `${BEFORE}${text}${AFTER}`;
    // Reading a character makes V8 turn the thousands of pieces that the text was joined from into one string, now.
    // Left to the moment of sending, they outlive the young generation, and garbage collection is half of all CPU.
    response.charCodeAt(0);
    this.response = response;
  }

  get text(): string {
    return this.response.slice(BEFORE.length, -AFTER.length);
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

const BEFORE = '{"data":';
const AFTER = '}\n';

/** The `data` of any engine's result as an object, for the few who must look into it or change it. */
export function plainData(data: unknown): unknown {
  return data instanceof FinishedJson ? data.toJSON() : data;
}

/**
 * Apollo Server's `stringifyResult` for a server over the compiled engine: puts finished data into the answer as it
 * is. Answers of other engines are written as Apollo Server would.
 */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { errors, data, extensions } = result as { errors?: unknown; data?: unknown; extensions?: unknown };
  if (!(data instanceof FinishedJson)) return `${JSON.stringify(result)}\n`;
  if (errors === undefined && extensions === undefined) return data.response;
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${data.text}${after}}\n`;
}
