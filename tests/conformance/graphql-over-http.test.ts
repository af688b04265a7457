import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../kit/server/http.ts';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { askedBy, signRequest } from '../../kit/viewer/signature.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

let graph: TestGraph;
let address: string;
beforeAll(async () => {
  graph = await createTestGraph();
  address = await listen(graph.gateway.http, '127.0.0.1', 0);
});
afterAll(() => graph[Symbol.asyncDispose]());

/** The audits that found an error: what a server MUST do by the GraphQL over HTTP specification. */
async function auditErrors(url: string, fetchFn: typeof fetch = fetch): Promise<string[]> {
  const results = await auditServer({ url, fetchFn });
  expect(results.length).toBeGreaterThan(50);
  return results.flatMap((result) =>
    result.status === 'error' ? [`${result.id} ${result.name}: ${result.reason}`] : [],
  );
}

describe('GraphQL over HTTP', () => {
  it('is what the gateway speaks', async () => {
    expect(await auditErrors(`${address}/graphql`)).toEqual([]);
  });

  it('takes no other method than GET and POST, at the gateway and at a subgraph', async () => {
    for (const each of [address, await graph.subgraphs.get('users')?.address()]) {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
        const response = await fetch(`${each}/graphql`, { method });
        expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'GET, POST']);
        const text = await response.text();
        if (method !== 'HEAD')
          expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
      }
    }
  });

  it.each(readSupergraphYaml('supergraph.yaml').subgraphs.map(({ name }) => name))(
    'is what %s speaks',
    async (name) => {
      const subgraph = graph.subgraphs.get(name);
      if (!subgraph) throw new Error(`${name} does not run`);
      const { key } = subgraph;
      const own = await subgraph.address();
      const signingFetch: typeof fetch = (url, init) =>
        fetch(url, {
          ...init,
          headers: {
            ...init?.headers,
            ...signRequest(
              key,
              String(init?.body ?? ''),
              { viewer: null },
              Date.now(),
              askedBy(init?.method ?? 'GET', String(url)),
            ),
          },
        });
      expect(await auditErrors(`${own}/graphql`, signingFetch)).toEqual([]);
      expect(
        (
          await fetch(`${own}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{"query":"{__typename}"}',
          })
        ).status,
      ).toBe(401);
    },
  );
});
