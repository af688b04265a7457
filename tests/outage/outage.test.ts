import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SubgraphError } from '../../gateway/index.ts';
import { admin } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

const CUSTOMER = readFileSync('operations/customer.graphql', 'utf8');
/** Of the subgraph that hangs alone: the others may be as slow as a busy machine makes them. */
const TIMEOUT_MS = 200;

let graph: TestGraph;
let healthy: unknown;
beforeAll(async () => {
  graph = await createTestGraph();
  const { data, errors } = await graph.execute(CUSTOMER, { viewer: admin });
  expect(errors).toBeUndefined();
  healthy = data;
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Where `broken` is null and `whole` is not; anything else that differs fails the test. */
function nulls(whole: unknown, broken: unknown, path = ''): string[] {
  if (broken === null && whole !== null) return [path];
  if (typeof whole !== 'object' || whole === null) {
    expect(broken, path).toBe(whole);
    return [];
  }
  expect(Object.keys(broken as object), path).toEqual(Object.keys(whole));
  return Object.entries(whole).flatMap(([key, value]) =>
    nulls(value, (broken as Record<string, unknown>)[key], path ? `${path}.${key}` : key),
  );
}

/** The subgraphs that the customer query asks, and its nulls when one is gone: that one's own fields, and no others. */
const PARTS: Readonly<Record<string, RegExp>> = {
  users: /^user$/,
  subscriptions: /^user\.(subscription|subscriptionStatus)$/,
  preferences: /^user\.preferences$/,
  products:
    /^user\.(likedProducts|(subscription|preferences\.\d+)\.product\.(name|price)|subscription\.product|preferences\.\d+\.product|orders\.edges\.\d+\.node\.lines\.\d+\.product(\.name)?)$/,
  orders: /^user\.(orders|likedProducts\..*\.unitsSold)$/,
};

describe.each(Object.keys(PARTS))('without %s', (name) => {
  it.each([
    [
      'it is down',
      'SUBGRAPH_UNAVAILABLE',
      () => Promise.reject(new SubgraphError(name, 'SUBGRAPH_UNAVAILABLE')),
    ],
    [
      'it answers nonsense',
      'SUBGRAPH_MALFORMED_RESPONSE',
      () => Promise.reject(new SubgraphError(name, 'SUBGRAPH_MALFORMED_RESPONSE')),
    ],
  ])('the rest is answered and it is named: %s', async (_, code, execute) => {
    using _outage = graph.replace(name, { execute });
    const { data, errors } = await graph.execute(CUSTOMER, { viewer: admin });
    const missing = nulls(healthy, data);
    expect(missing.length).toBeGreaterThan(0);
    for (const path of missing) expect(path).toMatch(PARTS[name] as RegExp);
    for (const error of errors ?? []) {
      expect(error).toMatchObject({ extensions: { code, service: name } });
      expect(error.message).toContain(name);
    }
    // The first null that a client meets is explained by an error at its path, or below where the null came up from.
    expect(errors?.map(({ path }) => `${path?.join('.')}.`)).toContainEqual(
      expect.stringMatching(`^${missing[0]}\\.`),
    );
  });
});

describe('a slow subgraph', () => {
  it('is given up after its time limit, and the answer comes without it', async () => {
    const { createInProcessTransport } = await import('../../gateway/index.ts');
    const hanging = createInProcessTransport('preferences', () => new Promise(() => {}), TIMEOUT_MS);
    using _slow = graph.replace('preferences', hanging);
    const start = performance.now();
    const { data, errors } = await graph.execute(CUSTOMER, { viewer: admin });
    expect(performance.now() - start).toBeLessThan(TIMEOUT_MS * 10);
    expect(nulls(healthy, data)).toEqual(['user.preferences']);
    expect(errors).toMatchObject([
      { path: ['user', 'preferences'], extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'preferences' } },
    ]);
  });
});
