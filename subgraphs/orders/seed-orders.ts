import { choose, draw, secondsAfter } from '../../kit/database/seed.ts';
import type { OrderStatus } from './repository.ts';

/** What a made order can hold: a product with its list price in minor units. */
export interface SeedProduct {
  readonly id: string;
  readonly name: string;
  readonly priceMinor: number;
}

/** A made order; times as the database stores them. */
export interface SeedOrder {
  readonly id: string;
  readonly status: OrderStatus;
  /** The sum of its lines, in minor units; null where it was rejected. */
  readonly priceMinor: number | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lines: readonly { readonly product: SeedProduct; readonly quantity: number }[];
}

const ORDERS_START = '2025-01-01T00:00:00.000Z';
const THREE_DAYS = 3 * 86_400;
/** Of twenty orders, about eighteen are confirmed, one is rejected, one called off. */
const OUTCOMES: readonly OrderStatus[] = ['REJECTED', 'CANCELLED', ...Array(18).fill('CONFIRMED')];
const SALTS_PER_ORDER = 8;

/** The id of an owner's order; owners beyond the sample's 1,000 make it larger than every id of the sample. */
export const seedOrderId = (owner: number, n: number): string => String(owner * 100 + n);

/** Whether an order counts as bought. */
export const isConfirmed = ({ status }: SeedOrder): boolean => status === 'CONFIRMED';

/** An owner's `n`th order, of one or two products: the same whenever it is made. */
export function makeOrder(owner: number, n: number, products: readonly SeedProduct[]): SeedOrder {
  const salt = n * SALTS_PER_ORDER;
  const status = choose(owner, salt, OUTCOMES);
  const lines = chooseProducts(owner, salt + 1, products).map((product, i) => ({
    product,
    quantity: 1 + draw(owner, salt + 4 + i, 3),
  }));
  const placed = owner + n * THREE_DAYS + draw(owner, salt + 6, THREE_DAYS);
  const settled = status === 'CANCELLED' ? placed + 60 + draw(owner, salt + 7, THREE_DAYS) : placed;
  const createdAt = secondsAfter(ORDERS_START, placed);
  return {
    id: seedOrderId(owner, n),
    status,
    priceMinor:
      status === 'REJECTED'
        ? null
        : lines.reduce((sum, { product, quantity }) => sum + quantity * product.priceMinor, 0),
    createdAt,
    updatedAt: settled === placed ? createdAt : secondsAfter(ORDERS_START, settled),
    lines,
  };
}

function chooseProducts(owner: number, salt: number, products: readonly SeedProduct[]): SeedProduct[] {
  const first = draw(owner, salt, products.length);
  if (draw(owner, salt + 1, 2) === 0) return [products[first] as SeedProduct];
  // A step that is no multiple of the length leads to another product.
  const second = (first + 1 + draw(owner, salt + 2, products.length - 1)) % products.length;
  return [products[first] as SeedProduct, products[second] as SeedProduct];
}
