import { createHash } from 'node:crypto';

/** Chance that is a function of a text: the same text, the same number; 0 to below `bound`. */
export function drawFrom(text: string, bound: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % bound;
}

/** An element of a list, chosen by a text. */
export function pickFrom<T>(text: string, from: readonly T[]): T {
  return from[drawFrom(text, from.length)] as T;
}
