import { type Environment, readSettings } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { Tracing } from './tracing.ts';
import { tracingSettings } from './tracing-settings.ts';

/**
 * Starts tracing where settings ask for it; else undefined, and nothing of OpenTelemetry is loaded.
 *
 * @param process its name, the prefix of its own settings
 * @param service what it is called in traces unless a setting says otherwise
 */
export async function startTracing({
  process,
  service,
  env,
  log,
}: {
  process: string;
  service: string;
  env: Environment;
  log: Logger;
}): Promise<Tracing | undefined> {
  const settings = readSettings(tracingSettings, env, process);
  const { OTEL_TRACES_EXPORTER: exporter, OTEL_SDK_DISABLED: disabled } = settings;
  const asked =
    settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? exporter;
  if (asked === undefined || exporter === 'none' || disabled === 'true') return undefined;
  const { createTracing } = await import('./opentelemetry.ts');
  return createTracing(settings, service, log);
}
