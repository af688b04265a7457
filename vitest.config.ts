import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would load graphql's ESM build beside the CommonJS one that the Apollo packages load.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.data/**', '**/*.services.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      // What runs in production. Tools are tested as the commands that they are, in processes of their own.
      include: ['{kit,events,gateway,subgraphs,client}/**/*.ts'],
      // Generated, for tests only, a process's first lines, or a browser's.
      exclude: ['**/*.generated.ts', '**/*.d.ts', '**/{tests,testing,page}/**', '**/{main,worker}.ts'],
      thresholds: { lines: 80 },
      reporter: ['text-summary', 'html', 'lcov'],
    },
  },
});
