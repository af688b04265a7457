import { randomInt } from 'node:crypto';

/** The market's factor in ten-thousandths: 1.1 to 2.0, each of them as likely as the others. */
const LEAST = 11_000;
const MOST = 20_000;
const ONE = 10_000n;

/** A factor that the market draws for an order, in ten-thousandths. */
export const drawMarketFactor = (): number => randomInt(LEAST, MOST + 1);

/** What a line comes to at its list price, in minor units. */
export const listPrice = (quantity: number, unitPriceMinor: number): number => quantity * unitPriceMinor;

/** A price times a factor in ten-thousandths, rounded half up, without a float in between. */
export function marketPrice(listPriceMinor: number, factor: number): number {
  return Number((BigInt(listPriceMinor) * BigInt(factor) + ONE / 2n) / ONE);
}
