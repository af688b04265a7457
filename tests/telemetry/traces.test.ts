import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadKeys } from '../../kit/viewer/keys.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import { run, temporaryFolder } from '../process.ts';
import { type Collector, type SentSpan, startCollector } from './collector.ts';

const LOCAL = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' };
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLIENT = '00f067aa0ba902b7';
const CALLER = { traceparent: `00-${TRACE}-${CLIENT}-01` };
const ADDRESS = /graph\s+(http:\S+)\/graphql/;
/** So that a test need not wait for the next batch: what a process has left it sends when it ends. */
const end = async (program: ReturnType<typeof run>) => {
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
};

/** A folder that a first start has filled. */
const data = temporaryFolder();
let token: string;
beforeAll(async () => {
  const settings = { ...LOCAL, DATA_DIR: data.path };
  const tessera = run(['main.ts'], settings);
  await tessera.printed(ADDRESS);
  await end(tessera);
  token = await issueToken(await loadKeys(settings), { id: 'admin', scopes: ['admin'] }, 600);
}, 60_000);
afterAll(() => data[Symbol.dispose]());

async function ask(address: string, query: string, variables?: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: assertions check what they look at
  return (await response.json()) as any;
}

const PLACE_ORDER = `mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) { order { status } userErrors { code } } }`;
const ORDER = { input: { userId: '123', lines: [{ productId: '1', quantity: 1 }], wait: true } };
const CONFIRMED = { data: { placeOrder: { order: { status: 'CONFIRMED' }, userErrors: [] } } };

/** Who is told of notifications by webhooks, and notes the trace that each belongs to. */
interface Receiver extends AsyncDisposable {
  readonly settings: Record<string, string>;
  readonly traces: readonly (string | undefined)[];
}

async function startReceiver(): Promise<Receiver> {
  const traces: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    traces.push(request.headers.traceparent as string | undefined);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    traces,
    settings: {
      NOTIFICATIONS_WEBHOOK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
      NOTIFICATIONS_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The one span of this name, and of this group, that is caused by that one. */
function child(
  spans: readonly SentSpan[],
  parent: string,
  kind: SentSpan['kind'],
  name: string,
  group?: string,
): SentSpan {
  const found = spans.filter(
    (span) =>
      span.parentSpanId === parent &&
      span.name === name &&
      span.kind === kind &&
      (group === undefined || span.attributes['messaging.consumer.group.name'] === group),
  );
  expect(
    found.map((span) => span.name),
    `${kind} ${name}`,
  ).toEqual([name]);
  return found[0] as SentSpan;
}

describe('a trace', { timeout: 60_000 }, () => {
  let collector: Collector;
  let receiver: Receiver;

  beforeAll(async () => {
    collector = await startCollector();
    receiver = await startReceiver();
    const tessera = run(['main.ts'], {
      ...LOCAL,
      DATA_DIR: data.path,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=a%20b',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
      ...receiver.settings,
    });
    const [, address = ''] = await tessera.printed(ADDRESS);
    expect(await ask(address, PLACE_ORDER, ORDER, CALLER)).toEqual(CONFIRMED);
    await vi.waitFor(() => expect(receiver.traces).toHaveLength(1), 10_000);
    await ask(
      address,
      '{ user(id: 1) { firstName } }',
      {},
      { traceparent: `00-${'a'.repeat(32)}-${CLIENT}-00` },
    );
    await ask(address, '{ user(id: 2) { firstName } }', {}, { traceparent: 'nonsense' });
    await fetch(`${address}/health/ready`);
    await end(tessera);
  }, 60_000);
  afterAll(async () => {
    await receiver[Symbol.asyncDispose]();
    await collector[Symbol.asyncDispose]();
  });

  it('leads from the client through gateway and subgraph to what is published, and to what handles it', () => {
    const ours = collector.spans.filter(({ traceId }) => traceId === TRACE);
    const request = child(ours, CLIENT, 'server', 'POST /graphql');
    const operation = child(ours, request.spanId, 'internal', 'graphql mutation');
    const call = child(ours, operation.spanId, 'client', 'subgraph orders');
    const handling = child(ours, call.spanId, 'server', 'graphql orders');
    const publish = child(ours, handling.spanId, 'producer', 'publish OrderPlaced');
    const workflow = child(
      ours,
      publish.spanId,
      'consumer',
      'process OrderPlaced',
      'workflows.order-fulfilment',
    );
    const command = child(ours, workflow.spanId, 'producer', 'publish ReserveStock');
    const reserving = child(ours, command.spanId, 'consumer', 'process ReserveStock');
    child(ours, reserving.spanId, 'producer', 'publish ReserveStockReplied');
    expect(request.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': expect.anything(),
    });
    expect(operation.attributes).toMatchObject({ 'graphql.operation.name': 'PlaceOrder' });
    expect(workflow.attributes).toMatchObject({
      'messaging.destination.name': 'OrderPlaced',
      'messaging.message.id': publish.attributes['messaging.message.id'],
    });
    expect(ours.filter(({ failed }) => failed)).toEqual([]);
  });

  it('goes on in the webhooks that tell of it', () => {
    const webhook = collector.spans.find(({ name, traceId }) => name === 'webhook' && traceId === TRACE);
    expect(webhook?.kind).toBe('client');
    expect(receiver.traces).toEqual([`00-${TRACE}-${webhook?.spanId}-01`]);
    const cause = collector.spans.find(({ spanId }) => spanId === webhook?.parentSpanId);
    expect(cause?.name).toBe('process SendNotification');
  });

  it('is recorded as its caller decided, and begun anew where a caller sent nonsense', () => {
    expect(collector.spans.filter(({ traceId }) => traceId === 'a'.repeat(32))).toEqual([]);
    const begun = collector.spans.filter(
      ({ name, parentSpanId }) => name === 'POST /graphql' && parentSpanId === undefined,
    );
    expect(begun).toHaveLength(1);
  });

  it('is sent as settings say, and health is not part of any', () => {
    expect(new Set(collector.requests.map(({ line }) => line))).toEqual(new Set(['POST /v1/traces']));
    expect(collector.requests[0]?.headers).toMatchObject({ 'x-tenant': 'a b' });
    expect(new Set(collector.spans.map(({ service }) => service))).toEqual(new Set(['tessera']));
    expect(collector.spans.filter(({ name }) => name.includes('health'))).toEqual([]);
  });
});

describe('tracing', { timeout: 60_000 }, () => {
  it('leads through a gateway and a subgraph that are processes of their own', async () => {
    await using collector = await startCollector();
    const settings = { ...LOCAL, DATA_DIR: data.path, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    await using users = run(['tools/subgraph.ts', 'users'], settings);
    const [, subgraph] = await users.printed(/users is ready at (http:[^"\s]+)/);
    await using gateway = run(['gateway/main.ts'], { ...settings, USERS_URL: `${subgraph}/graphql` });
    const [, address = ''] = await gateway.printed(/gateway is ready at (http:[^"\s]+)/);
    await ask(address, 'query Who { user(id: 1) { firstName } }', {}, CALLER);
    await end(gateway);
    await end(users);
    const request = child(collector.spans, CLIENT, 'server', 'POST /graphql');
    const operation = child(collector.spans, request.spanId, 'internal', 'graphql query');
    const call = child(collector.spans, operation.spanId, 'client', 'subgraph users');
    const handling = child(collector.spans, call.spanId, 'server', 'POST /graphql');
    expect([request, operation, call, handling].map(({ service }) => service)).toEqual([
      'tessera-gateway',
      'tessera-gateway',
      'tessera-gateway',
      'tessera-users',
    ]);
  });

  it('changes no answer while the collector is dead, and tells the log once', async () => {
    await using tessera = run(['main.ts'], {
      ...LOCAL,
      DATA_DIR: data.path,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      // It tries again for as long as this.
      OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
    });
    const [, address = ''] = await tessera.printed(ADDRESS);
    expect(await ask(address, PLACE_ORDER, ORDER, CALLER)).toEqual(CONFIRMED);
    await tessera.printed(/traces cannot be sent/);
    expect(await ask(address, PLACE_ORDER, ORDER, CALLER)).toEqual(CONFIRMED);
    await end(tessera);
    expect(tessera.output().match(/traces cannot be sent/g)).toHaveLength(1);
  });

  it('is not there without settings: nothing of OpenTelemetry is loaded, and what the caller says is handed on', async () => {
    const args = ['--import', './tests/telemetry/tell-loaded.ts', 'main.ts'];
    const start = (settings: Record<string, string>) =>
      run(args, { ...LOCAL, DATA_DIR: data.path, ...settings });
    await using receiver = await startReceiver();
    await using without = start(receiver.settings);
    const [, address = ''] = await without.printed(ADDRESS);
    expect(await ask(address, PLACE_ORDER, ORDER, CALLER)).toEqual(CONFIRMED);
    await vi.waitFor(() => expect(receiver.traces).toContain(CALLER.traceparent), 10_000);
    await end(without);
    expect(without.output()).not.toContain('loads @opentelemetry');
    await using off = start({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_SDK_DISABLED: 'true' });
    await off.printed(ADDRESS);
    await end(off);
    expect(off.output()).not.toContain('loads @opentelemetry');
    await using on = start({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      OTEL_TRACES_SAMPLER: 'always_off',
    });
    await on.printed(ADDRESS);
    await end(on);
    expect(on.output()).toContain('loads @opentelemetry/sdk-trace');
  });

  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'must be an address'],
    ['OTEL_TRACES_SAMPLER_ARG', '2', 'must be a share'],
    ['OTEL_TRACES_EXPORTER', 'zipkin', 'otlp'],
  ])('refuses %s=%s in one line', async (name, value, why) => {
    await using tessera = run(['main.ts'], { ...LOCAL, DATA_DIR: data.path, [name]: value });
    expect(await tessera.ended).toBe(1);
    expect(tessera.output()).toMatch(new RegExp(`^tessera: wrong setting: ${name}: .*${why}.*\n$`));
  });
});
