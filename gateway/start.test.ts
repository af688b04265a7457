import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLifecycle } from '../kit/lifecycle.ts';
import { createLogger } from '../kit/logger.ts';
import { startGateway } from './start.ts';

it('is not ready while all databases of its process are down, and names them', async () => {
  const data = mkdtempSync(join(tmpdir(), 'tessera-gateway-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const log = createLogger('test', 'silent');
  const lifecycle = createLifecycle(log);
  onTestFinished(() => lifecycle.stop());
  const down = new Set<string>();
  const inProcess = ['users', 'orders'].map((name) => ({
    name,
    execute: async () => ({ data: {} }),
    ready: async () => {
      if (down.has(name)) throw new Error(`the database of ${name} is down`);
    },
  }));
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data };
  const { gateway } = await startGateway({ env, log, lifecycle, inProcess });
  const ready = async () => {
    const response = await gateway.http.inject({ url: '/health/ready', headers: { host: 'localhost' } });
    const { needs, uses } = response.json();
    return [response.statusCode, needs, { users: uses.users, orders: uses.orders }];
  };
  expect(await ready()).toEqual([200, { databases: 'up' }, { users: 'up', orders: 'up' }]);
  down.add('users');
  // One that is down costs its own part alone.
  expect(await ready()).toEqual([200, { databases: 'up' }, { users: 'down', orders: 'up' }]);
  down.add('orders');
  expect(await ready()).toEqual([503, { databases: 'down' }, { users: 'down', orders: 'down' }]);
});
