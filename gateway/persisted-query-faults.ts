import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** What Apollo Server says of a persisted query that a client put together wrongly; it gives these no code. */
const FAULTS = new Set(['provided sha does not match query', 'Unsupported persisted query version']);

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Gives these faults of a caller the code of one, past a mask that would take them for failures of ours. */
export const withPersistedQueryFaults =
  (formatError: FormatError): FormatError =>
  (formatted, error) =>
    error instanceof GraphQLError && error.path === undefined && FAULTS.has(error.message)
      ? { message: error.message, extensions: { code: 'BAD_REQUEST' } }
      : formatError(formatted, error);
