import type { FormattedExecutionResult } from 'graphql';

/**
 * The `data` of a response as JSON text that is ready to send.
 *
 * Whoever does not know it still gets the right answer: `JSON.stringify` calls `toJSON`.
 */
export class FinishedJson {
  /** The whole response for data without errors or extensions, so that the usual answer is never copied. */
  #response: string | undefined;

  /** @param text the JSON of the data */
  constructor(text: string) {
    // The thousands of pieces that it was joined from become one string when the HTTP server counts its bytes, in this
    // turn of the event loop: were they left for later, they would outlive the young generation.
    this.#response = `${BEFORE}${text}${AFTER}`;
  }

  /**
   * Gives the response, and forgets it. Apollo Server makes an object with accessors for each request of a gateway, and
   * V8 puts those straight among what is old (`Factory::NewAccessorPair`): the request and its result stay until the
   * next full collection. With the text among them, each collection of the young took ten times as long.
   *
   * @throws when it was taken before
   */
  take(): string {
    if (this.#response === undefined) throw new Error('the data was sent already');
    const response = this.#response;
    this.#response = undefined;
    return response;
  }

  toJSON(): unknown {
    if (this.#response === undefined) throw new Error('the data was sent already');
    return JSON.parse(textOf(this.#response));
  }
}

const BEFORE = '{"data":';
const AFTER = '}\n';

const textOf = (response: string): string => response.slice(BEFORE.length, -AFTER.length);

/** The `data` of any engine's result as an object, for the few who must look into it or change it. */
export function plainData(data: unknown): unknown {
  return data instanceof FinishedJson ? data.toJSON() : data;
}

/**
 * Apollo Server's `stringifyResult` for a server over the compiled engine: puts finished data into the answer as it
 * is, once. Answers of other engines are written as Apollo Server would.
 */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { errors, data, extensions } = result as { errors?: unknown; data?: unknown; extensions?: unknown };
  if (!(data instanceof FinishedJson)) return `${JSON.stringify(result)}\n`;
  const response = data.take();
  if (errors === undefined && extensions === undefined) return response;
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${textOf(response)}${after}}\n`;
}
