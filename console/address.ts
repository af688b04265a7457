import type { ProductFilter, ProductKind, ProductOrder, WorkflowRunState } from '../client/index.ts';

/** What the console shows, as its address says it: reloading, going back and sharing all lead there again. */
export interface Address {
  readonly view: 'products' | 'operations';
  readonly name: string;
  readonly kind: ProductKind | null;
  readonly inStock: boolean | null;
  readonly minPrice: string;
  readonly maxPrice: string;
  readonly orderBy: ProductOrder;
  /** How many products a page has. */
  readonly size: number;
  /** The cursor that the page starts after. */
  readonly after: string | null;
  /** The product that is being edited; `new` for one that is being added. */
  readonly product: string | null;
  /** The state of the workflow runs that are listed; null for any. */
  readonly runs: WorkflowRunState | null;
}

export const KINDS = ['SERVICE', 'GOODS'] as const satisfies readonly ProductKind[];
export const ORDERS = [
  'NAME_ASC',
  'CREATED_AT_DESC',
  'PRICE_ASC',
  'PRICE_DESC',
  'LIKE_COUNT_DESC',
] as const satisfies readonly ProductOrder[];
export const SIZES = [10, 20, 50, 100] as const;
export const RUN_STATES = [
  'RUNNING',
  'COMPENSATING',
  'COMPLETED',
  'REFUSED',
  'FAILED',
  'CANCELLED',
] as const satisfies readonly WorkflowRunState[];

export const START: Address = {
  view: 'products',
  name: '',
  kind: null,
  inStock: null,
  minPrice: '',
  maxPrice: '',
  orderBy: 'NAME_ASC',
  size: 20,
  after: null,
  product: null,
  runs: null,
};

/** Reads an address's query; what makes no sense counts as not given. */
export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const inStock = query.get('inStock');
  return {
    view: query.get('view') === 'operations' ? 'operations' : 'products',
    name: query.get('name') ?? '',
    kind: oneOf(KINDS, query.get('kind')) ?? null,
    inStock: inStock === 'true' || inStock === 'false' ? inStock === 'true' : null,
    minPrice: priceOf(query.get('minPrice')),
    maxPrice: priceOf(query.get('maxPrice')),
    orderBy: oneOf(ORDERS, query.get('orderBy')) ?? START.orderBy,
    size: SIZES.find((size) => String(size) === query.get('size')) ?? START.size,
    after: query.get('after') || null,
    product: query.get('product') || null,
    runs: oneOf(RUN_STATES, query.get('runs')) ?? null,
  };
}

/** An address's query, with what differs from the start alone. */
export function formatAddress(address: Address): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(address))
    if (value !== null && value !== START[name as keyof Address]) query.set(name, String(value));
  const text = query.toString();
  return text && `?${text}`;
}

/** What the list's query is asked with; conditions that are not set are left out. */
export function listVariables({ name, kind, inStock, minPrice, maxPrice, orderBy, size, after }: Address) {
  const filter: ProductFilter = {
    ...(name && { namePrefix: name }),
    ...(kind && { kind }),
    ...(inStock !== null && { inStock }),
    ...(minPrice && { minPrice }),
    ...(maxPrice && { maxPrice }),
  };
  return { first: size, after, filter, orderBy };
}

/** Whether any condition is set. */
export const isFiltered = (address: Address): boolean =>
  Object.keys(listVariables(address).filter).length > 0;

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text);

const priceOf = (text: string | null): string => (text && /^\d{1,7}(\.\d{1,2})?$/.test(text) ? text : '');
