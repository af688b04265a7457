import { toMinorUnits } from '../../kit/scalars.ts';
import { isLongerThan } from '../../kit/text.ts';
import type { ProductsErrorCode, UserError } from './errors.ts';
import type { ProductKind } from './repository.ts';

/** What an admin says of a product, checked and in its stored form. */
export interface ProductFields {
  readonly symbol: string;
  readonly kind: ProductKind;
  readonly name: string;
  readonly description: string;
  readonly imageUrl: string | null;
  readonly priceMinor: number;
}

/** The fields as they come in: what is absent is not said. */
export interface ProductInput {
  readonly symbol?: string | null | undefined;
  readonly kind?: ProductKind | null | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly imageUrl?: string | null | undefined;
  /** A decimal amount in major units. */
  readonly price?: string | null | undefined;
}

/** More pieces than any shelf holds; sums of them stay exact. */
export const MAX_STOCK = 1_000_000_000;
const MAX_PRICE_MINOR = 100_000_000;
const MAX_NAME = 200;
const MAX_TEXT = 2_000;

/** What is right of an input, and what is wrong with the rest. */
export interface Checked {
  readonly value: Partial<ProductFields>;
  readonly userErrors: readonly UserError[];
}

/** A field's stored form, or what is wrong with it. */
type Outcome =
  | { readonly value: ProductFields[keyof ProductFields] }
  | { readonly code: ProductsErrorCode; readonly message: string };

/** Checks the fields that are given; the value has those that are right. */
export function checkProduct(input: ProductInput): Checked {
  const value: Record<string, unknown> = {};
  const userErrors: UserError[] = [];
  const take = (field: keyof ProductFields, from: keyof ProductInput, outcome: Outcome) => {
    if (input[from] === undefined) return;
    if ('code' in outcome) userErrors.push({ ...outcome, path: [from] });
    else value[field] = outcome.value;
  };
  take('symbol', 'symbol', checkSymbol(input.symbol ?? ''));
  take('kind', 'kind', input.kind ? { value: input.kind } : missing('kind'));
  take('name', 'name', checkText('name', input.name ?? '', MAX_NAME, true));
  take('description', 'description', checkText('description', input.description ?? '', MAX_TEXT, false));
  take('imageUrl', 'imageUrl', checkImageUrl(input.imageUrl ?? null));
  take('priceMinor', 'price', input.price == null ? missing('price') : checkPrice(input.price));
  return { value: value as Partial<ProductFields>, userErrors };
}

/** What is wrong with a number of pieces; null when it can be a stock, or none is said. */
export const checkStock = (stock: number | null | undefined, field: string): UserError | null =>
  stock == null || (stock >= 0 && stock <= MAX_STOCK)
    ? null
    : { code: 'OUT_OF_RANGE', message: 'The stock must be 0 to 1,000,000,000.', path: [field] };

const missing = (name: string) => ({ code: 'REQUIRED', message: `The ${name} is missing.` }) as const;

function checkSymbol(given: string): Outcome {
  const symbol = given.trim();
  if (symbol === '') return missing('symbol');
  // Without the flag `u`, so that no letter outside of ASCII counts as one of these in another case.
  if (/^[A-Z0-9]{3}$/i.test(symbol)) return { value: symbol.toUpperCase() };
  return { code: 'INVALID_FORMAT', message: 'The symbol must be three of A-Z and 0-9.' };
}

function checkText(name: string, given: string, max: number, isNeeded: boolean): Outcome {
  const text = given.trim();
  if (text === '' && isNeeded) return missing(name);
  if (isLongerThan(text, max))
    return { code: 'TOO_LONG', message: `The ${name} has more than ${max} characters.` };
  if (/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\n\t]/g, '')))
    return { code: 'INVALID_FORMAT', message: `The ${name} holds characters that are no text.` };
  return { value: text };
}

function checkImageUrl(given: string | null): Outcome {
  if (given === null) return { value: null };
  if (isLongerThan(given, MAX_TEXT))
    return { code: 'TOO_LONG', message: `The address has more than ${MAX_TEXT} characters.` };
  const url = URL.parse(given);
  if (url && /^https?:$/.test(url.protocol) && url.href.length <= MAX_TEXT) return { value: url.href };
  return { code: 'INVALID_FORMAT', message: 'The picture must have an address such as https://host/path.' };
}

function checkPrice(given: string): Outcome {
  const minor = toMinorUnits(given);
  if (minor === null)
    return { code: 'INVALID_FORMAT', message: 'The price takes two decimals at most, such as "12.50".' };
  if (minor < 0 || minor > MAX_PRICE_MINOR)
    return { code: 'OUT_OF_RANGE', message: 'The price must be 0 to 1000000.00.' };
  return { value: minor };
}
