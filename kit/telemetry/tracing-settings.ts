import { z } from 'zod';
import type { readSettings } from '../config.ts';

const text = z.string().optional();
const address = z.url({ protocol: /^https?$/, error: 'must be an address, such as http://collector:4318' });

/** By the names of OpenTelemetry's own specification; what is not among them is its SDK's default. */
export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: address
    .optional()
    .describe(
      'The OpenTelemetry collector that traces are sent to, by OTLP over HTTP in JSON; without it there are none.',
    ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address
    .optional()
    .describe('The full address for traces alone, instead of `/v1/traces` at OTEL_EXPORTER_OTLP_ENDPOINT.'),
  OTEL_EXPORTER_OTLP_HEADERS: text.describe('Headers for the collector: `name=value`, comma-separated.'),
  OTEL_TRACES_EXPORTER: z
    .enum(['otlp', 'none'])
    .optional()
    .describe('`otlp` sends traces also without an address, to http://localhost:4318; `none` sends none.'),
  OTEL_TRACES_SAMPLER: z
    .enum([
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ])
    .default('parentbased_always_on')
    .describe('Which traces are recorded; those that are `parentbased` do as the caller did.'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('must be a share from 0 to 1')
    .min(0, 'must be a share from 0 to 1')
    .max(1, 'must be a share from 0 to 1')
    .default(1)
    .describe('The share of traces that a `traceidratio` records, from 0 to 1.'),
  OTEL_SERVICE_NAME: text.describe(
    'What traces call the process. Default: `tessera-gateway`, `tessera-orders`, `tessera-orders-worker`; `tessera` in one process.',
  ),
  OTEL_RESOURCE_ATTRIBUTES: text.describe(
    'More that traces say of the process: `name=value`, comma-separated.',
  ),
  OTEL_SDK_DISABLED: z.enum(['true', 'false']).optional().describe('`true` sends no traces.'),
};

/** What says of a process how it is traced. */
export type TracingSettings = ReturnType<typeof readSettings<typeof tracingSettings>>;
