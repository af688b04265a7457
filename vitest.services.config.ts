import { defineConfig } from 'vitest/config';

/** The tests that need a real MariaDB and RabbitMQ. One file at a time: they break and restart servers under load. */
export default defineConfig({
  // See vitest.config.ts.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['**/*.services.test.ts'],
    exclude: ['**/node_modules/**', '**/.data/**'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
