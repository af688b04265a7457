/** How many characters a text has: code points, as VARCHAR counts them, and not the units of UTF-16, as `length` does. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Whether a text has more characters than so many. */
export function isLongerThan(text: string, characters: number): boolean {
  // A character has one unit or two: most texts, and those of a megabyte, need no count.
  if (text.length <= characters) return false;
  return text.length > 2 * characters || countCharacters(text) > characters;
}

/** As much of a text as so many characters, none of them cut in half. */
export function truncate(text: string, characters: number): string {
  if (!isLongerThan(text, characters)) return text;
  return [...text.slice(0, 2 * characters)].slice(0, characters).join('');
}
