import { type Door, type Expected, load, loadAtRate, type Spell } from './load.ts';

// Asks for its parent: see `startLoader`.

/** What is to be asked: at a rate, or so many at a time. */
export interface Order {
  readonly door: Door;
  readonly expected: Expected;
  readonly milliseconds: number;
  readonly rate?: number;
  readonly concurrency?: number;
}

/** What came of it. */
export type Outcome = { readonly spell: Spell } | { readonly failure: string };

process.on('message', async ({ door, expected, milliseconds, rate, concurrency = 1 }: Order) => {
  const asking =
    rate === undefined
      ? load(door, expected, concurrency, milliseconds)
      : loadAtRate(door, expected, rate, milliseconds);
  const outcome: Outcome = await asking.then(
    (spell) => ({ spell }),
    ({ message }: Error) => ({ failure: message }),
  );
  process.send?.(outcome);
});
process.once('disconnect', () => process.exit());
process.send?.('started');
