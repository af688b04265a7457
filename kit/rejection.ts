import { IdempotencyKeyError } from './database/idempotency.ts';

/** A failure that a caller can act on, as a mutation's payload shows it. */
export interface UserError<Code extends string = string> {
  readonly code: Code;
  /** For a person. */
  readonly message: string;
  /** The input field at fault, from the input's root. */
  readonly path: readonly string[] | null;
}

/**
 * Thrown by a use case that does not do what it was asked for, since the caller has to mend something first. It undoes
 * the transaction that it leaves.
 */
export class RejectionError<Code extends string = string> extends Error {
  override name = 'RejectionError';
  readonly userErrors: readonly UserError<Code>[];

  constructor(userErrors: readonly UserError<Code>[]) {
    super(userErrors.map(({ message }) => message).join(' '));
    this.userErrors = userErrors;
  }
}

/** What came of a mutation: a value under the name that the schema gives it, or what the caller has to mend. */
export type Payload<Field extends string, Value, Code extends string> = {
  readonly [Name in Field]: Value | null;
} & { readonly userErrors: readonly UserError<Code>[] };

/**
 * Makes a mutation's payload of what a use case gives, or of its rejection.
 *
 * @example
 * renameParcel: (_, { input }, { service }) => toPayload('parcel', service.rename(input)),
 */
export async function toPayload<Field extends string, Value, Code extends string>(
  field: Field,
  work: Promise<Value>,
): Promise<Payload<Field, Value, Code>> {
  const [value, userErrors] = await work.then(
    (given) => [given, []] as const,
    (error: unknown) => [null, userErrorsOf(error)] as const,
  );
  return { [field]: value, userErrors } as Payload<Field, Value, Code>;
}

function userErrorsOf(error: unknown): readonly UserError[] {
  if (error instanceof RejectionError) return error.userErrors;
  if (error instanceof IdempotencyKeyError)
    return [{ code: error.code, message: error.message, path: ['idempotencyKey'] }];
  throw error;
}
