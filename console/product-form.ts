import type { ConsoleProductQuery, CreateProductInput, ProductKind, UserErrorCode } from '../client/index.ts';

/** A product as it was read for editing. */
export type Product = NonNullable<ConsoleProductQuery['product']>;

/** What is edited as it stands; of the stock a change is made instead, since orders take from it meanwhile. */
export const FIELDS = ['symbol', 'kind', 'name', 'description', 'imageUrl', 'price'] as const;
export type Field = (typeof FIELDS)[number];

/** What stands in the form. */
export type Values = Readonly<Record<Field, string>>;

/** What happens to the stock. */
export interface StockChange {
  readonly how: 'keep' | 'add' | 'set' | 'unlimited';
  readonly amount: string;
}

/** A failure that the person at the form can mend. */
export interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path: readonly string[] | null;
}

export const EMPTY: Values = {
  symbol: '',
  kind: 'GOODS',
  name: '',
  description: '',
  imageUrl: '',
  price: '',
};

export const valuesOf = ({ symbol, kind, name, description, imageUrl, price }: Product): Values => ({
  symbol,
  kind,
  name,
  description,
  imageUrl: imageUrl ?? '',
  price: price.amount,
});

/** What of an `UpdateProductInput` the form changes; an address that was emptied is removed. */
export function changesOf(values: Values, base: Values): Partial<Record<Field, string | null>> {
  const changed = FIELDS.filter((field) => values[field] !== base[field]);
  return Object.fromEntries(
    changed.map((field) => [field, field === 'imageUrl' ? values[field] || null : values[field]]),
  );
}

export const creationOf = (values: Values, stock: StockChange): CreateProductInput => ({
  ...values,
  // Without one, the graph draws it.
  symbol: values.symbol || null,
  kind: values.kind as ProductKind,
  imageUrl: values.imageUrl || null,
  stock: stock.how === 'set' ? Number(stock.amount) : null,
});

/** The part of a `RestockProductInput` that a change of the stock stands for; null for none. */
export function restockingOf({
  how,
  amount,
}: StockChange): { add: number } | { stock: number | null } | null {
  if (how === 'keep') return null;
  if (how === 'unlimited') return { stock: null };
  return how === 'add' ? { add: Number(amount) } : { stock: Number(amount) };
}

/** What is wrong before the graph is asked, by field: numbers alone, which it would refuse with the whole request. */
export function faultsOf({ price }: Values, { how, amount }: StockChange): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  if (!/^-?\d{1,12}(\.\d{1,12})?$/.test(price)) faults.set('price', 'Give an amount, such as 12.50.');
  if ((how === 'add' || how === 'set') && !/^-?\d{1,9}$/.test(amount))
    faults.set('stock', 'Give a whole number.');
  return faults;
}

/** User errors by the field that they are about; the others are about the form as a whole. */
export function placeErrors(errors: readonly UserError[]): {
  readonly byField: ReadonlyMap<string, string>;
  readonly rest: readonly UserError[];
} {
  const byField = new Map<string, string>();
  const rest: UserError[] = [];
  for (const error of errors) {
    const [name = ''] = error.path ?? [];
    const field = name === 'add' ? 'stock' : name;
    if (field === 'stock' || FIELDS.includes(field as Field))
      byField.set(field, [byField.get(field), error.message].filter(Boolean).join(' '));
    else rest.push(error);
  }
  return { byField, rest };
}

/** A field that somebody else changed, or that both did. */
export interface Difference {
  readonly field: Field;
  readonly mine: string;
  readonly theirs: string;
  /** Whether saving mine would undo what they did. */
  readonly clashes: boolean;
}

/** What two people made of one product, field by field; what both made the same is no difference. */
export function differences(base: Values, mine: Values, theirs: Values): Difference[] {
  return FIELDS.filter((field) => theirs[field] !== base[field] && theirs[field] !== mine[field]).map(
    (field) => ({
      field,
      mine: mine[field],
      theirs: theirs[field],
      clashes: mine[field] !== base[field],
    }),
  );
}

/** Theirs, with what I changed on top: what is saved when mine is to win. */
export const mergeMine = (base: Values, mine: Values, theirs: Values): Values =>
  Object.fromEntries(
    FIELDS.map((field) => [field, mine[field] === base[field] ? theirs[field] : mine[field]]),
  ) as unknown as Values;
