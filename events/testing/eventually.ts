import { expect } from 'vitest';

/** Expects something that may take a moment. */
export const eventually = <T>(read: () => Promise<T> | T) =>
  expect.poll(read, { timeout: 20_000, interval: 10 });
