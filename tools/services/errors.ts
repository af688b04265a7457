/** A failure that the person at the keyboard can end: one line of what is wrong and what to do about it. */
export class ServicesError extends Error {
  override name = 'ServicesError';

  constructor(problem: string, remedy: string) {
    super(`${problem}: ${remedy}`);
  }
}
