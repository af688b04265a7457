import { ROOT_CONTEXT, type SpanContext, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from '../logger.ts';
import { readTraceparent } from './traceparent.ts';
import type { Tracing } from './tracing.ts';
import type { TracingSettings } from './tracing-settings.ts';

/** For what is left when a process ends, which has other things to end. */
const LAST_MS = 1_500;

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/**
 * Tracing by OpenTelemetry's SDK. Contexts are handed on as `traceparent`, as between processes: nothing is registered
 * globally, so that libraries record no spans of their own.
 */
export function createTracing(settings: TracingSettings, service: string, log: Logger): Tracing {
  const headers = settings.OTEL_EXPORTER_OTLP_HEADERS;
  const exporter = new OTLPTraceExporter({
    url: urlOf(settings),
    ...(headers && { headers: readPairs(headers) }),
  });
  const provider = new TracerProvider({
    sampler: samplerOf(settings),
    resource: resourceFromAttributes({
      ...readPairs(settings.OTEL_RESOURCE_ATTRIBUTES ?? ''),
      'service.name': settings.OTEL_SERVICE_NAME ?? service,
    }),
    spanProcessors: [new BatchSpanProcessor({ exporter: tellingOnce(exporter, log) })],
  });
  const tracer = provider.getTracer('tessera');
  return {
    start({ name, kind, parent, attributes = {} }) {
      const cause = parent ? contextOf(parent) : undefined;
      const context = cause ? trace.setSpanContext(ROOT_CONTEXT, cause) : ROOT_CONTEXT;
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, context);
      const { traceId, spanId, traceFlags } = span.spanContext();
      return {
        traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
        end(failure, more) {
          if (!span.isRecording()) return;
          if (more) span.setAttributes(more);
          if (failure !== undefined)
            span.setAttribute('error.type', failure).setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    async stop() {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, LAST_MS);
      await Promise.race([provider.shutdown().catch(() => {}), late.promise]);
      clearTimeout(timer);
    },
  };
}

function contextOf(parent: string): SpanContext | undefined {
  const traceparent = readTraceparent(parent);
  if (!traceparent) return undefined;
  const [, traceId = '', spanId = '', flags = ''] = traceparent.split('-');
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

function urlOf(settings: TracingSettings): string {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base = 'http://localhost:4318' } = settings;
  return settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? `${base.replace(/\/$/, '')}/v1/traces`;
}

function samplerOf({ OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: share }: TracingSettings): Sampler {
  const root = name.endsWith('traceidratio')
    ? new TraceIdRatioBasedSampler(share)
    : name.endsWith('always_on')
      ? new AlwaysOnSampler()
      : new AlwaysOffSampler();
  return name.startsWith('parentbased') ? new ParentBasedSampler({ root }) : root;
}

/** `name=value,...`, percent-encoded as W3C Baggage is. */
function readPairs(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    return name.trim() ? [[name.trim(), decode(value.join('=').trim())]] : [];
  });
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Tells the log when a collector stops taking traces, and when it takes them again; not of each batch. */
function tellingOnce(exporter: SpanExporter, log: Logger): SpanExporter {
  let failing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const fails = result.error !== undefined || result.code !== 0;
        if (fails && !failing)
          log.warn({ reason: String(result.error) }, 'traces cannot be sent, and are dropped');
        if (!fails && failing) log.info('traces can be sent again');
        failing = fails;
        done(result);
      });
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}
