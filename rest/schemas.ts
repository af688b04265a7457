/** A JSON schema (2020-12, in the part that draft 7 has too: request bodies are validated by it). */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** An object that has all of these members; those after `optional` may be absent. */
export const object = (
  members: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => ({
  type: 'object',
  required: Object.keys(members),
  properties: { ...members, ...optional },
});

export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
export const mapOf = (schema: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: schema });
export const list = (schema: JsonSchema): JsonSchema => ({ type: 'array', items: schema });
export const oneOf = (...words: readonly string[]): JsonSchema => ({ type: 'string', enum: words });
export const described = (description: string, schema: JsonSchema): JsonSchema => ({
  ...schema,
  description,
});

export const text: JsonSchema = { type: 'string' };
export const filledText: JsonSchema = { type: 'string', pattern: '\\S' };
export const whole: JsonSchema = { type: 'integer' };
export const amount: JsonSchema = { type: 'number', minimum: 0 };
export const moment: JsonSchema = { type: 'string', format: 'date-time' };
export const yes: JsonSchema = { type: 'boolean' };

const UUID = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
/** An id as it is sent and answered: a number where it is one, else a UUID. */
export const id: JsonSchema = {
  anyOf: [
    { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    { type: 'string', pattern: `^([0-9]{1,19}|${UUID})$` },
  ],
};

/** The one form of errors. */
export const error = object({
  error: object({
    code: described('What kind of failure: docs/rest.md lists them.', text),
    message: described('For a person.', text),
    requestId: described('Names the request, here and in the log.', text),
  }),
});

/** An id as JSON has it: clients of ids that are numbers compare numbers. */
export function idOut(value: string): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) && String(number) === value ? number : value;
}

/** Seventeen digits hold any amount with two decimals that Tessera knows, and print as it was. */
export const amountOut = (decimal: string): number => Number(decimal);
