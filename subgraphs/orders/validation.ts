import { parseId } from '../../kit/ids.ts';
import type { UserError } from './errors.ts';

/** One product that somebody wants. */
export interface WantedLine {
  readonly productId: string;
  readonly quantity: number;
}

const MAX_LINES = 100;
/** More of one product than anybody buys at once; prices of so many stay exact. */
export const MAX_QUANTITY = 100_000;

/**
 * Checks what is ordered.
 *
 * @returns the lines with their ids in stored form, and what is wrong with them
 * @throws BAD_USER_INPUT for an id that is none
 */
export function checkLines(given: readonly WantedLine[]): {
  readonly lines: readonly WantedLine[];
  readonly userErrors: readonly UserError[];
} {
  if (given.length === 0) return refuse('REQUIRED', 'An order needs a line.', ['lines']);
  if (given.length > MAX_LINES)
    return refuse('OUT_OF_RANGE', `An order has at most ${MAX_LINES} lines.`, ['lines']);
  const userErrors: UserError[] = [];
  const seen = new Set<string>();
  const lines = given.map(({ productId: id, quantity }, i) => {
    const productId = parseId(id, `lines.${i}.productId`);
    if (seen.has(productId)) {
      const message = 'This product stands in another line: order more of it there.';
      userErrors.push({ code: 'DUPLICATE', message, path: ['lines', String(i), 'productId'] });
    }
    seen.add(productId);
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      const message = `The quantity must be 1 to ${MAX_QUANTITY.toLocaleString('en')}.`;
      userErrors.push({ code: 'OUT_OF_RANGE', message, path: ['lines', String(i), 'quantity'] });
    }
    return { productId, quantity };
  });
  return { lines, userErrors };
}

const refuse = (code: UserError['code'], message: string, path: readonly string[]) => ({
  lines: [],
  userErrors: [{ code, message, path }],
});
