import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CustomerDocument,
  createClient,
  MeDocument,
  ProductCatalogueDocument,
  SignInDocument,
} from '../../client/index.ts';
import { listCustomers } from '../../client/samples/urql/customers.ts';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { type ListeningGraph, listenGraph } from './listening-graph.ts';

let graph: ListeningGraph;
beforeAll(async () => {
  graph = await listenGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('the typed client, before the gateway', () => {
  it('signs a customer in and asks who it is', async () => {
    const anonymous = createClient({ url: graph.url });
    const input = { login: 'billye.topes', password: 'tessera-demo' };
    const signIn = await anonymous.execute(SignInDocument, { input });
    const token = signIn.kind === 'data' ? (signIn.data.signIn?.token ?? null) : null;
    const me = await createClient({ url: graph.url, token: () => token }).execute(MeDocument);
    expect(me).toMatchObject({
      kind: 'data',
      data: { me: { id: '123', firstName: 'Billye', subscription: { product: { name: 'Curio' } } } },
    });
  });

  it('never sends an operation of operations/ in full, and another gateway that does not know it once only', async () => {
    const isInFull = async ({ url }: ListeningGraph) => {
      const bodies: string[] = [];
      const client = createClient({
        url,
        fetch: (input, init) => {
          bodies.push(String(init?.body));
          return fetch(input, init);
        },
      });
      for (const first of [1, 2])
        expect(await client.execute(ProductCatalogueDocument, { first })).toMatchObject({ kind: 'data' });
      return bodies.map((body) => 'query' in JSON.parse(body));
    };
    expect(await isInFull(graph)).toEqual([false, false]);
    await using unprepared = await listenGraph({ OPERATIONS_DIR: 'sql' });
    expect(await isInFull(unprepared)).toEqual([false, true, false]);
  });

  it('says by code and path what another customer may not see', async () => {
    const token = await graph.tokenOf(customer('1'));
    const result = await createClient({ url: graph.url, token: () => token }).execute(CustomerDocument, {
      id: '123',
    });
    expect(result).toMatchObject({
      kind: 'partial',
      data: { user: null },
      errors: [{ code: 'FORBIDDEN', path: ['user'] }],
    });
  });

  it('gives the refusal of a token that does not hold', async () => {
    const result = await createClient({ url: graph.url, token: () => 'forged' }).execute(MeDocument);
    expect(result).toMatchObject({ kind: 'error', errors: [{ code: 'UNAUTHENTICATED', status: 401 }] });
  });
});

describe('the sample with urql', () => {
  it('lists customers by the same documents', async () => {
    const customers = await listCustomers(graph.url, await graph.tokenOf(admin), 2);
    expect(customers).toEqual(['Robby Gegay: no subscription', expect.stringMatching(/^Saad Hussain: /)]);
  });
});
