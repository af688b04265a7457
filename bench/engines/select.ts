/** What a person asked for is not there. */
export class SelectionError extends Error {
  override name = 'SelectionError';
}

/**
 * Picks from a list by name, in the list's order; all of it without a wish.
 *
 * @param wish names with commas between; `none` for nothing
 * @throws SelectionError that says which names there are
 */
export function select<Named extends { readonly name: string }>(
  all: readonly Named[],
  wish: string | undefined,
  kind: string,
): readonly Named[] {
  if (wish === undefined) return all;
  if (wish === 'none') return [];
  const names = new Set(wish.split(',').map((name) => name.trim()));
  const known = all.map(({ name }) => name);
  const unknown = [...names].filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SelectionError(`there is no ${kind} ${unknown.join(', ')}; there is: ${known.join(', ')}`);
  return all.filter(({ name }) => names.has(name));
}
