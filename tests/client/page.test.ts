import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createClient, ProductCatalogueDocument } from '../../client/index.ts';
import { createPageServer } from '../../client/samples/page/serve.ts';
import { listenGraph } from './listening-graph.ts';

it('the page of the sample compiles and is served with its graph', async () => {
  const { status, stdout } = spawnSync('node_modules/.bin/tsc', ['-p', 'client/samples/page'], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);

  await using graph = await listenGraph();
  const server = createPageServer(new URL(graph.url)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const page = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = await (await fetch(page)).text();
  const script = /src="([^"]+)"/.exec(html)?.[1];
  const response = await fetch(`${page}/${script}`);
  expect(response.headers.get('content-type')).toBe('text/javascript');
  expect(await response.text()).toContain("from '../../index.js'");
  const answer = await createClient({ url: `${page}/graphql` }).execute(ProductCatalogueDocument, {
    first: 1,
  });
  expect(answer).toMatchObject({
    kind: 'data',
    data: { products: { edges: [{ node: { id: expect.any(String) } }] } },
  });
  server.closeAllConnections();
  server.close();
});
