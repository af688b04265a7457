import type { Gateway, GatewayMetrics } from '../gateway/index.ts';
import { type Environment, readSettings } from '../kit/config.ts';
import type { Logger } from '../kit/logger.ts';
import { tellMetrics } from '../kit/telemetry/serve-metrics.ts';
import { createApiKeyVerifier } from '../kit/viewer/api-keys.ts';
import { restSettings } from './config.ts';
import { serveRest } from './serve.ts';
import { ROUTES } from './table.ts';

export { REST_CODES } from './failure.ts';
export { ROUTES };

/** Puts REST on a gateway's server, before it listens. */
export type MountRest = (
  gateway: Gateway,
  parts: { readonly log: Logger; readonly metrics: Pick<GatewayMetrics, 'all'> },
) => void;

/**
 * Makes what answers `/rest` (docs/rest.md) by its settings; undefined where they switch it off.
 *
 * @throws ConfigError when a setting cannot work
 */
export function createRest(env: Environment): MountRest | undefined {
  const { REST, REST_API_KEYS = [] } = readSettings(restSettings, env);
  if (REST === 'off') return undefined;
  const verifyApiKey = createApiKeyVerifier(REST_API_KEYS);
  return (gateway, { log, metrics: { all } }) =>
    serveRest(ROUTES, {
      gateway,
      log,
      verifyApiKey,
      readMetrics: () => tellMetrics(all),
    });
}
