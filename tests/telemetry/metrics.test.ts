import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKeys } from '../../kit/viewer/keys.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';
import { parseExposition, scrape, sumOf, type ToldMetric } from './exposition.ts';

const LOCAL = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' };

/** Asks until somebody answers there: a process that is not seen from outside prints no address. */
const addressOf = async (program: RunningProgram, pattern: RegExp) =>
  (await program.printed(pattern))[1] as string;

/** Asks as an administrator. */
async function ask(address: string, token: string, query: string, variables?: object) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: assertions check what they look at
  return (await response.json()) as any;
}

describe('everything in one process', { timeout: 60_000 }, () => {
  const data = temporaryFolder();
  let tessera: RunningProgram;
  let address: string;
  let told: string;
  let token: string;
  const webhooks: string[] = [];
  const receiver = createServer((request, response) => {
    webhooks.push(request.url ?? '');
    response.writeHead(204).end();
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    const settings = { ...LOCAL, DATA_DIR: data.path, METRICS_PORT: '0' };
    tessera = run(['main.ts'], {
      ...settings,
      NOTIFICATIONS_WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
      NOTIFICATIONS_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    });
    told = await addressOf(tessera, /metrics are told at (http:[^"\s]+)/);
    address = await addressOf(tessera, /graph\s+(http:\S+)\/graphql/);
    token = await issueToken(await loadKeys(settings), { id: 'admin', scopes: ['admin'] }, 600);
  }, 60_000);
  afterAll(async () => {
    await tessera[Symbol.asyncDispose]();
    receiver.close();
    data[Symbol.dispose]();
  });

  /** What these values grew by while `work` was done. */
  async function growthOf(
    work: () => Promise<unknown>,
    wanted: readonly (readonly [name: string, labels?: Record<string, string>])[],
  ): Promise<number[]> {
    const before = await scrape(told);
    await work();
    const after = await scrape(told);
    return wanted.map(([name, labels]) => sumOf(after, name, labels) - sumOf(before, name, labels));
  }

  it('tells metrics that parse, those of Node among them', async () => {
    const metrics = await scrape(told);
    expect(sumOf(metrics, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    for (const name of metrics.keys()) expect(name).toMatch(/^(tessera|process|nodejs)_[a-z0-9_]+$/);
    for (const { name, type } of metrics.values()) {
      if (name.startsWith('tessera_')) expect(name.endsWith('_total'), name).toBe(type === 'counter');
    }
  });

  it('tells them where METRICS_PORT says, and not where clients are', async () => {
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
  });

  it('counts a query: the request, the operation, the subgraphs that it asks, and their statements', async () => {
    const query = '{ user(id: 123) { firstName likedProducts(first: 1) { edges { node { name } } } } }';
    const growth = await growthOf(async () => {
      // The first goes to Apollo Server, the others past it.
      for (let i = 0; i < 3; i++) expect((await ask(address, token, query)).errors).toBeUndefined();
    }, [
      ['tessera_http_request_duration_seconds_count', { route: '/graphql', method: 'POST', status: '2xx' }],
      ['tessera_http_request_duration_seconds_bucket', { route: '/graphql', le: '+Inf' }],
      ['tessera_graphql_operations_total', { service: 'gateway', type: 'query', outcome: 'ok' }],
      ['tessera_graphql_operations_total', { service: 'users', type: 'query', outcome: 'ok' }],
      ['tessera_gateway_subgraph_request_duration_seconds_count', { subgraph: 'users' }],
      ['tessera_gateway_subgraph_request_duration_seconds_count', { subgraph: 'orders' }],
      ['tessera_graphql_errors_total', { service: 'gateway' }],
    ]);
    expect(growth).toEqual([3, 3, 3, 3, 3, 0, 0]);
    const metrics = await scrape(told);
    expect(sumOf(metrics, 'tessera_database_statements_total', { subgraph: 'users' })).toBeGreaterThan(2);
    expect(sumOf(metrics, 'tessera_database_connections', { subgraph: 'users' })).toBeGreaterThan(0);
  });

  it('counts errors by their code, and no text of a client becomes a label', async () => {
    const growth = await growthOf(async () => {
      await ask(address, token, '{ nothingOfTheKind }');
      await ask(address, 'forged', '{ user(id: 1) { firstName } }');
      await ask(address, token, '{ user(id: "1 or 1=1") { firstName } }');
      await fetch(`${address}/wp-admin/setup.php`);
    }, [
      ['tessera_graphql_errors_total', { service: 'gateway', code: 'GRAPHQL_VALIDATION_FAILED' }],
      ['tessera_graphql_errors_total', { service: 'gateway', code: 'BAD_USER_INPUT' }],
      ['tessera_http_request_duration_seconds_count', { route: '/graphql', status: '4xx' }],
      ['tessera_http_request_duration_seconds_count', { route: 'none', method: 'GET', status: '4xx' }],
    ]);
    expect(growth).toEqual([1, 1, 2, 1]);
    const text = await (await fetch(told)).text();
    expect(text).not.toMatch(/nothingOfTheKind|wp-admin|forged|1=1/);
  });

  it('counts messages from the outbox to the groups that handle them, and the webhooks that follow', async () => {
    const placed = () =>
      ask(
        address,
        token,
        `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { status } userErrors { code } } }`,
        { input: { userId: '123', lines: [{ productId: '1', quantity: 1 }], wait: true } },
      );
    const [mutations = 0, published = 0, handled = 0] = await growthOf(async () => {
      const { data: answer } = await placed();
      expect(answer.placeOrder).toEqual({ order: { status: 'CONFIRMED' }, userErrors: [] });
      await expect.poll(() => webhooks.length, { timeout: 10_000 }).toBeGreaterThan(0);
      await expect
        .poll(async () =>
          sumOf(await scrape(told), 'tessera_webhook_attempts_total', { outcome: 'delivered' }),
        )
        .toBe(webhooks.length);
    }, [
      ['tessera_graphql_operations_total', { service: 'gateway', type: 'mutation', outcome: 'ok' }],
      ['tessera_bus_published_total', { subgraph: 'orders', event: 'OrderPlaced' }],
      ['tessera_bus_handled_total', { subgraph: 'workflows', event: 'OrderPlaced' }],
    ]);
    expect([mutations, published, handled]).toEqual([1, 1, 1]);
    const metrics = await scrape(told);
    expect(sumOf(metrics, 'tessera_bus_dead_letters_waiting')).toBe(0);
    expect(metrics.get('tessera_bus_outbox_messages')?.samples).toHaveLength(9);
  });

  it('tells exactly the metrics that docs/telemetry.md lists', async () => {
    const ours = [...(await scrape(told)).values()].filter(({ name }) => name.startsWith('tessera_'));
    const listed = [
      ...readFileSync('docs/telemetry.md', 'utf8').matchAll(
        /^\| `(tessera_\w+)` \| (\w+) \| (.*) \| (.+) \|$/gm,
      ),
    ].map(([, name, type, labels, help]) => ({ name, type, labels, help }));
    expect(listed.map(({ labels: _, ...each }) => each)).toEqual(
      ours.map(({ samples: _, ...each }) => each).sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    for (const { name, samples } of ours) {
      // What nothing was counted of shows no labels.
      if (samples.length === 0) continue;
      const labels = new Set(samples.flatMap((sample) => Object.keys(sample.labels)));
      labels.delete('le');
      const shown = [...labels].map((label) => `\`${label}\``).join(', ');
      expect(listed.find((each) => each.name === name)?.labels, name).toBe(shown);
    }
  });
});

describe('a process of its own', { timeout: 60_000 }, () => {
  it('a subgraph tells its metrics beside its health', async () => {
    using data = temporaryFolder();
    const settings = { ...LOCAL, DATA_DIR: data.path };
    await using users = run(['tools/subgraph.ts', 'users'], settings);
    const address = await addressOf(users, /users is ready at (http:[^"\s]+)/);
    const token = await issueToken(await loadKeys(settings), { id: 'admin', scopes: ['admin'] }, 600);
    await ask(address, token, '{ user(id: 1) { firstName } }');
    const metrics = await scrape(`${address}/metrics`);
    expect(sumOf(metrics, 'tessera_graphql_operations_total', { service: 'users', outcome: 'ok' })).toBe(1);
    expect(sumOf(metrics, 'tessera_http_request_duration_seconds_count', { route: '/graphql' })).toBe(1);
    expect(sumOf(metrics, 'nodejs_heap_size_used_bytes')).toBeGreaterThan(0);
  });

  it('a gateway tells of the subgraphs that do not answer', async () => {
    using data = temporaryFolder();
    const settings = {
      ...LOCAL,
      DATA_DIR: data.path,
      METRICS_PORT: '0',
      USERS_URL: 'http://127.0.0.1:9/graphql',
    };
    await using gateway = run(['gateway/main.ts'], settings);
    const told = await addressOf(gateway, /metrics are told at (http:[^"\s]+)/);
    const address = await addressOf(gateway, /gateway is ready at (http:[^"\s]+)/);
    const token = await issueToken(await loadKeys(settings), { id: 'admin', scopes: ['admin'] }, 600);
    await ask(address, token, '{ user(id: 1) { firstName } }');
    const metrics = await scrape(told);
    const failures = 'tessera_gateway_subgraph_failures_total';
    expect(sumOf(metrics, failures, { subgraph: 'users', code: 'SUBGRAPH_UNAVAILABLE' })).toBe(1);
    expect(sumOf(metrics, failures, { subgraph: 'orders', code: 'SUBGRAPH_UNAVAILABLE' })).toBe(0);
    const { samples = [] } = metrics.get('tessera_graphql_operations_total') as ToldMetric;
    expect(samples.find(({ labels }) => labels.outcome === 'partial' && labels.type === 'query')?.value).toBe(
      1,
    );
  });
});

describe('the reader of these tests', () => {
  it.each([
    ['a metric without help', '# TYPE a counter\na 1\n'],
    ['a series twice', '# HELP a b\n# TYPE a counter\na{x="1"} 1\na{x="1"} 2\n'],
    ['a label that is not closed', '# HELP a b\n# TYPE a counter\na{x="1} 1\n'],
    ['a sample of another metric', '# HELP a b\n# TYPE a counter\nb 1\n'],
    [
      'buckets that do not grow',
      '# HELP a b\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    ],
    ['a last line without an end', '# HELP a b\n# TYPE a counter\na 1'],
  ])('refuses %s', (_, text) => {
    expect(() => parseExposition(text)).toThrow();
  });
});
