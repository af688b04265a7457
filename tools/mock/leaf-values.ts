import { faker } from '@faker-js/faker/locale/en';
import { type GraphQLLeafType, isEnumType } from 'graphql';
import { drawFrom, pickFrom } from './random.ts';

/** Dates lie in the year after this moment, so that they do not depend on the day of the run. */
const EPOCH = Date.UTC(2025, 0, 1);
const YEAR_MS = 365 * 86_400_000;

const SCALARS: Readonly<Record<string, (seed: string) => unknown>> = {
  ID: (seed) => String(1 + drawFrom(seed, 100)),
  Int: (seed) => drawFrom(seed, 100),
  Float: (seed) => drawFrom(seed, 10_000) / 100,
  Boolean: (seed) => drawFrom(seed, 2) === 1,
  DateTime: (seed) => moment(seed).toISOString(),
  Date: (seed) => moment(seed).toISOString().slice(0, 10),
  EmailAddress: () => faker.internet.email({ provider: 'example.com' }).toLowerCase(),
  URL: (seed) => `https://example.com/${drawFrom(seed, 1_000_000)}`,
  Decimal: (seed) => (drawFrom(seed, 10_000) / 100).toFixed(2),
};

/** Texts by what the field is called; the first that fits. */
const TEXTS: readonly (readonly [RegExp, () => string])[] = [
  [/^(first|given)Name$/i, () => faker.person.firstName()],
  [/^(last|family)Name$/i, () => faker.person.lastName()],
  [/user(name)?$|login$/i, () => faker.internet.username().toLowerCase()],
  [/e-?mail/i, () => faker.internet.email({ provider: 'example.com' }).toLowerCase()],
  [/(postal|zip)Code$/i, () => faker.location.zipCode('?#? #?#').toUpperCase()],
  [/city$/i, () => faker.location.city()],
  [/country(Code)?$/i, () => faker.location.countryCode()],
  [/street|address/i, () => faker.location.streetAddress()],
  [/phone/i, () => faker.phone.number()],
  [/currency/i, () => 'CAD'],
  [/(symbol|code)$/i, () => faker.string.alphanumeric({ length: 3, casing: 'upper' })],
  [/url$|link$/i, () => `https://example.com/${faker.lorem.slug()}`],
  [/token|cursor|hash/i, () => faker.string.alphanumeric(24)],
  [/description|text|body|comment|message|reason/i, () => faker.lorem.sentence()],
  [/name$/i, () => faker.commerce.productName()],
  [/title|subject/i, () => faker.lorem.words(3)],
];

/** A value of a scalar or an enum, made of a seed and the field's name: the same, whenever it is asked for. */
export function leafValue(type: GraphQLLeafType, field: string, seed: string): unknown {
  if (isEnumType(type)) return pickFrom(seed, type.getValues()).value;
  faker.seed(drawFrom(seed, 2 ** 31));
  const make = SCALARS[type.name];
  return make ? make(seed) : (TEXTS.find(([name]) => name.test(field))?.[1]() ?? faker.lorem.word());
}

const moment = (seed: string) => new Date(EPOCH + drawFrom(seed, YEAR_MS / 1000) * 1000);
