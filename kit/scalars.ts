import { GraphQLScalarType, type GraphQLSchema, isScalarType, Kind } from 'graphql';
import { GraphQLDate, GraphQLDateTime, GraphQLEmailAddress, GraphQLURL } from 'graphql-scalars';
import { z } from 'zod';
import { badUserInput } from './errors.ts';

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,9})?$/;

/** A decimal number as text, so that no float rounds it on the way. */
const GraphQLDecimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: (value) => checkDecimal(value),
  parseValue: (value) => checkDecimal(value),
  parseLiteral(node) {
    if (node.kind !== Kind.STRING && node.kind !== Kind.INT && node.kind !== Kind.FLOAT) {
      throw badUserInput('Decimal must be a string such as "12.50".');
    }
    return checkDecimal(node.value);
  },
});

function checkDecimal(value: unknown): string {
  if (typeof value === 'string' && DECIMAL.test(value)) return value;
  throw badUserInput(`Decimal must be a string such as "12.50", not ${JSON.stringify(value)?.slice(0, 40)}.`);
}

/**
 * The library's scalar with its input checks, but answered as the text that repositories give: its own `serialize`
 * makes Date and URL objects, which an in-process gateway would meet raw.
 */
function asText(scalar: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({ ...scalar.toConfig(), serialize: (value) => String(value) });
}

/** The resolvers of the scalars that the subgraphs share. Outputs are text; inputs are checked, dates as Date. */
export const scalarResolvers = {
  DateTime: asText(GraphQLDateTime),
  Date: asText(GraphQLDate),
  EmailAddress: asText(GraphQLEmailAddress),
  URL: asText(GraphQLURL),
  Decimal: GraphQLDecimal,
};

/**
 * Lets a schema that was built from SDL check what is given for these scalars, which it would take as it is: then a
 * request with a wrong one is refused as a whole, before any part of it is done.
 */
export function checkScalars(schema: GraphQLSchema): void {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(scalarResolvers)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}

/** GraphQL, October 2021, section 3.5.1. */
const MAX_INT = 2 ** 31 - 1;

/**
 * A sum that has no bound, as the graph's `Int` tells it: one that is larger than an `Int` can be is told as the largest,
 * since the field would have no value otherwise, nor a list that holds it.
 */
export const toInt = (sum: number): number => Math.min(sum, MAX_INT);

/** An amount of money, as the graph shows it. */
export interface Money {
  readonly amount: string;
  readonly currencyCode: string;
}

/** Whether a text is the code (ISO 4217) of a currency with two decimals, as all amounts here have. */
function isCurrency(code: string): boolean {
  if (!Intl.supportedValuesOf('currency').includes(code)) return false;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  return format.resolvedOptions().maximumFractionDigits === 2;
}

/** Read without a subgraph's prefix: a deployment has one currency, or its sums would mean nothing. */
export const moneySettings = {
  CURRENCY: z
    .string()
    .refine(isCurrency, 'must be the ISO 4217 code of a currency with two decimals, such as CAD')
    .default('CAD')
    .describe('The currency of all amounts: the ISO 4217 code of one with two decimals.'),
};

/** The graph's form of an amount stored in minor units (cents); null where nothing is stored. */
export function toMoney(minor: number, currencyCode: string): Money;
export function toMoney(minor: number | null, currencyCode: string): Money | null;
export function toMoney(minor: number | null, currencyCode: string): Money | null {
  if (minor === null) return null;
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const sign = minor < 0 ? '-' : '';
  return { amount: `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`, currencyCode };
}

/** Minor units of a decimal amount; null when it has more than two decimals or is too large to be exact. */
export function toMinorUnits(amount: string): number | null {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(amount);
  if (!match) return null;
  const minor = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -minor : minor;
}
