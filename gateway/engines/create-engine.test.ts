import { composeServices } from '@apollo/composition';
import { getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createLogger } from '../../kit/logger.ts';
import { serveMetrics } from '../../kit/telemetry/serve-metrics.ts';
import { createGatewayMetrics } from '../metrics.ts';
import { createEngine } from './create-engine.ts';

const { supergraphSdl = '' } = composeServices([
  { name: 'users', url: 'http://users.test', typeDefs: parse('type Query { name: String }') },
]);

test('the compiled engine counts the operations that it compiles, and the requests that it leaves to the reference', async () => {
  const metrics = createGatewayMetrics();
  const engine = createEngine('compiled', {
    supergraphSdl,
    transports: (name) => ({ name, execute: async () => ({ data: { name: 'Ada' } }), close: async () => {} }),
    log: createLogger('test', 'silent'),
    metrics,
  });
  const { executor } = await engine.load({ apollo: {} });
  for (const query of ['{ name }', '{ name }', '{ __proto__: name }']) {
    const document = parse(query);
    await executor?.({
      request: { query },
      document,
      operation: getOperationAST(document),
      queryHash: query,
      context: { viewer: null, requestId: 'r1' },
      metrics: {},
    } as never);
  }
  await engine.stop();
  const server = await serveMetrics(metrics.all, '127.0.0.1', 0);
  const text = await (await fetch(server.url)).text();
  await server.close();
  expect(text).toContain('\ntessera_gateway_compiled_operations_total 1\n');
  expect(text).toContain('\ntessera_gateway_fallbacks_total{reason="a field named __proto__"} 1\n');
});
