/** A hash of the parts (FNV-1a, finished as in MurmurHash3), for data that is the same in every run. */
export function hashOf(...parts: readonly unknown[]): number {
  const text = JSON.stringify(parts);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Random choices that a seed repeats. */
export class Random {
  readonly #seed: unknown;
  #count = 0;

  constructor(...seed: readonly unknown[]) {
    this.#seed = seed;
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    return hashOf(this.#seed, this.#count++) % below;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** The items in another order. */
  shuffle<T>(from: readonly T[]): T[] {
    return from
      .map((item) => [this.below(1_000_000), item] as const)
      .toSorted((one, other) => one[0] - other[0])
      .map(([, item]) => item);
  }
}
