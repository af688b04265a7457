import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector gets it. */
export interface SentSpan {
  readonly service: string;
  readonly name: string;
  /** As OpenTelemetry's protocol counts them. */
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Takes traces by OTLP over HTTP, in JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  readonly spans: readonly SentSpan[];
  /** What was asked, such as `POST /v1/traces`, and its headers. */
  readonly requests: readonly { readonly line: string; readonly headers: NodeJS.Dict<string | string[]> }[];
}

interface Pair {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface Body {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Pair[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        readonly name: string;
        readonly kind: number;
        readonly traceId: string;
        readonly spanId: string;
        readonly parentSpanId?: string;
        readonly status?: { readonly code?: number };
        readonly attributes: readonly Pair[];
      }[];
    }[];
  }[];
}

const KINDS = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const;

const read = (pairs: readonly Pair[]) =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]));

/** Starts a collector; `await using` ends it. */
export async function startCollector(): Promise<Collector> {
  const spans: SentSpan[] = [];
  const requests: Collector['requests'][number][] = [];
  const server = createServer(async (request, response) => {
    requests.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as Body;
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = String(read(resource.attributes)['service.name']);
      for (const span of scopeSpans.flatMap((each) => each.spans)) {
        const { name, traceId, spanId, parentSpanId, kind, status, attributes } = span;
        spans.push({
          service,
          name,
          kind: KINDS[kind] as SentSpan['kind'],
          traceId,
          spanId,
          parentSpanId: parentSpanId || undefined,
          failed: status?.code === 2,
          attributes: read(attributes),
        });
      }
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
