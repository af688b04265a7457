import { once } from 'node:events';
import { mkdtempDisposableSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLifecycle } from '../kit/lifecycle.ts';
import { createLogger } from '../kit/logger.ts';
import { startGateway } from './start.ts';

it('is not ready until it has reached the key server, and leaves no request to that open', async () => {
  const open = new Set<ServerResponse>();
  let hangs = true;
  const server = createServer((_, response) => {
    open.add(response.on('close', () => open.delete(response)));
    // An answer without an end.
    if (!hangs) response.write('{"keys":[');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  using data = mkdtempDisposableSync(join(tmpdir(), 'tessera-gateway-'));
  const log = createLogger('test', 'silent');
  const lifecycle = createLifecycle(log);
  onTestFinished(() => lifecycle.stop());
  const keys = `http://127.0.0.1:${port}/jwks`;
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data.path, AUTH_JWKS_URL: keys };
  const { gateway } = await startGateway({ env, log, lifecycle });
  const ready = async () => {
    const response = await gateway.http.inject('/health/ready');
    return [response.statusCode, response.json().needs];
  };
  expect(await ready()).toEqual([503, { keys: 'down' }]);
  await expect.poll(() => open.size).toBe(0);
  hangs = false;
  expect(await ready()).toEqual([200, { keys: 'up' }]);
  await expect.poll(() => open.size).toBe(0);
});
