import type { Seed } from '../../kit/database/seed.ts';

/** Runs come of what happens; there is no sample of them. */
export const seed: Seed = {
  demo: async () => {},
  atScale: async () => {},
};
