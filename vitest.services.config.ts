import { defineConfig } from 'vitest/config';
import { running } from './vitest.config.ts';

const EXCLUDED = ['**/node_modules/**', '**/.data/**'];
const SERVICES = '**/*.services.test.ts';

/** The whole suite on a MariaDB and a RabbitMQ, each subgraph a process; then what only this mode has. */
export default defineConfig({
  test: {
    globalSetup: 'tests/services.setup.ts',
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        resolve: running.resolve,
        test: {
          ...running.test,
          name: 'suite',
          include: ['**/*.test.ts'],
          exclude: [...EXCLUDED, SERVICES],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        resolve: running.resolve,
        test: {
          ...running.test,
          name: 'services',
          include: [SERVICES],
          exclude: EXCLUDED,
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
