/**
 * Gives the idempotency key of an input: the same as long as the input is the same, so that what is sent again, since
 * an answer was lost, happens once.
 */
export function createAttempts(newKey: () => string): (input: unknown) => string {
  let last: { readonly input: string; readonly key: string } | undefined;
  return (input) => {
    const text = JSON.stringify(input);
    if (last?.input !== text) last = { input: text, key: newKey() };
    return last.key;
  };
}
