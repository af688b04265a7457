/**
 * How a command's payload is made of what a run knows, as data: so that a run that goes on with an older version of its
 * workflow needs no code of that time.
 */
export type Mapping =
  | null
  | string
  | number
  | boolean
  | Reference
  | Template
  | readonly Mapping[]
  | { readonly [key: string]: Mapping };

/** Stands for a value that a run knows, by its path from the scope: `trigger.lines`. */
export interface Reference {
  readonly $ref: string;
}

/** Stands for a text that holds such values. */
export interface Template {
  readonly $text: readonly (string | Reference)[];
}

declare const VALUE: unique symbol;

/** A reference to a value of type T, and to everything within, as a definition's author writes it. */
export type Ref<T> = Value<T> & (T extends object ? { readonly [K in keyof T]: Ref<T[K]> } : unknown);
interface Value<T> {
  readonly [VALUE]: T;
}

/** A value of type T, written out or referred to, as a whole or in parts. */
export type Mapped<T> = Value<T> | Literal<T>;
type Literal<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Mapped<Item>[]
    : { readonly [K in keyof T]: Mapped<T[K]> };

/** A reference to a path. */
export const refTo = <T>(path: string): Ref<T> =>
  new Proxy(Object.freeze({}), {
    get: (_, key) => {
      if (typeof key === 'symbol') return undefined;
      return key === 'toJSON' ? () => ({ $ref: path }) : refTo(`${path}.${key}`);
    },
  }) as Ref<T>;

/**
 * A text with values of the run in it.
 *
 * @example
 * text`Order ${event.subjectId} is confirmed.`
 */
export const text = (parts: TemplateStringsArray, ...values: Ref<unknown>[]): Ref<string> =>
  ({
    $text: parts.flatMap((part, i) => (i === 0 ? [part] : [values[i - 1], part])),
  }) as unknown as Ref<string>;

/** What was written with references, as data. */
export const toMapping = (written: unknown): Mapping => JSON.parse(JSON.stringify(written));

/** Makes the value that a mapping stands for; what it refers to and is not there is left out, or null. */
export function resolveMapping(mapping: Mapping, scope: object): unknown {
  if (typeof mapping !== 'object' || mapping === null) return mapping;
  if (Array.isArray(mapping)) return mapping.map((each) => resolveMapping(each, scope) ?? null);
  if ('$ref' in mapping) return lookUp((mapping as Reference).$ref, scope);
  if ('$text' in mapping) {
    const { $text } = mapping as Template;
    return $text
      .map((part) => (typeof part === 'string' ? part : String(lookUp(part.$ref, scope) ?? '')))
      .join('');
  }
  const entries = Object.entries(mapping).map(([key, value]) => [key, resolveMapping(value, scope)]);
  return Object.fromEntries(entries);
}

function lookUp(path: string, scope: object): unknown {
  let value: unknown = scope;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The paths that a mapping refers to. */
export function referencesOf(mapping: Mapping): string[] {
  if (typeof mapping !== 'object' || mapping === null) return [];
  if ('$ref' in mapping) return [(mapping as Reference).$ref];
  const parts = Array.isArray(mapping) ? mapping : Object.values(mapping);
  return parts.flatMap((part) => referencesOf(part as Mapping));
}
