import type { GraphQLFormattedError } from 'graphql';

/** An answer as a client reads it. `data` is untyped: a test states what it expects of it. */
export interface TestResponse {
  // biome-ignore lint/suspicious/noExplicitAny: every operation has a shape of its own, and assertions check it
  readonly data?: any;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An answer as it arrives over a wire: graphql-js makes objects without a prototype, which tests cannot compare. */
export const plain = (response: object): TestResponse => JSON.parse(JSON.stringify(response));

/** The codes of an answer's errors. */
export const errorCodes = ({ errors = [] }: TestResponse): unknown[] =>
  errors.map(({ extensions }) => extensions?.code);
