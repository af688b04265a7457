import { startChild } from './child.ts';
import type { Door, Expected, Spell } from './load.ts';
import type { Order, Outcome } from './load-process.ts';

/** Asks gateways from a process of its own, as `load` and `loadAtRate` do. */
export interface Loader extends AsyncDisposable {
  load(gateway: Door, expected: Expected, concurrency: number, milliseconds: number): Promise<Spell>;
  loadAtRate(gateway: Door, expected: Expected, rate: number, milliseconds: number): Promise<Spell>;
}

/**
 * Starts a loader. What a benchmark needs besides (composition, schemas) takes so much memory that a full garbage
 * collection stops it for 15 ms, and answers of 85 KB cause three of them a second: latencies would be those of the load.
 */
export async function startLoader(): Promise<Loader> {
  const child = await startChild<'started'>(new URL('load-process.ts', import.meta.url), []);
  const ask = async ({ door: { address, headers }, ...order }: Order): Promise<Spell> => {
    const outcome = await child.ask<Outcome>({ door: { address, headers }, ...order });
    if ('failure' in outcome) throw new Error(outcome.failure);
    return outcome.spell;
  };
  return {
    load: (door, expected, concurrency, milliseconds) => ask({ door, expected, concurrency, milliseconds }),
    loadAtRate: (door, expected, rate, milliseconds) => ask({ door, expected, rate, milliseconds }),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
