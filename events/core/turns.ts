/** Does one thing at a time, in the order in which they were handed in. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes turns of their own. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}
