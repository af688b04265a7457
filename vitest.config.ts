import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would load graphql's ESM build beside the CommonJS one that the Apollo packages load.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.data/**', '**/*.services.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
