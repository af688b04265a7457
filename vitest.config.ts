import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Whole programs are started some hundred times: they, too, take their code compiled.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node-compile');

/** How every suite runs. */
export const running = {
  // Vite would load graphql's ESM build beside the CommonJS one that the Apollo packages load.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // A worker loads a module once for all its files: no module of ours keeps anything between its callers.
    isolate: false,
    // One more than there are cores: a fifth of the time tests wait, for a delay or a program of their own.
    maxWorkers: availableParallelism() + 1,
    // Tests of one file, where it lets them run beside each other; each has a program to run.
    maxConcurrency: 3,
  },
};

export default defineConfig({
  ...running,
  test: {
    ...running.test,
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.data/**', '**/*.services.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      // What runs in production. Tools are tested as the commands that they are, in processes of their own.
      include: ['{kit,events,gateway,rest,subgraphs,client,console}/**/*.ts'],
      // Generated, for tests only, a process's first lines, or a browser's.
      exclude: ['**/*.generated.ts', '**/*.d.ts', '**/{tests,testing,page}/**', '**/{main,worker}.ts'],
      thresholds: { lines: 80 },
      reporter: ['text-summary', 'html', 'lcov'],
    },
  },
});
