import { z } from 'zod';
import { commonSettings, type Environment, port, readSettings, wholeNumber } from '../kit/config.ts';
import { ENGINES } from './engines/create-engine.ts';
import { faultOfProxies } from './trusted-proxies.ts';
import { checkUsageFile } from './usage/usage-store.ts';

/** The settings of the gateway's process; `<NAME>_URL` of each subgraph comes on top. */
export const gatewaySettings = {
  HOST: commonSettings.HOST,
  DATA_DIR: commonSettings.DATA_DIR,
  LOG_LEVEL: commonSettings.LOG_LEVEL,
  PORT: port(4000).describe('The port to listen on; 0 asks the system for a free one.'),
  METRICS_PORT: z.coerce
    .number('must be a port')
    .int('must be a port')
    .min(0, 'must be a port')
    .max(65_535, 'must be a port')
    .optional()
    .describe('The port to tell Prometheus the metrics on, at `/metrics`; unset, they are told nowhere.'),
  SUPERGRAPH: z
    .string()
    .default('supergraph.graphql')
    .describe('The composed supergraph that the gateway boots from.'),
  ENGINE: z.enum(ENGINES).default('compiled').describe('Which engine runs the query plans.'),
  CONSOLE: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether the console for admins is served, at `/console`.'),
  SUBGRAPH_TIMEOUT: wholeNumber(5_000, 10, 300_000).describe(
    'Milliseconds until a subgraph’s answer is given up and its part is null. Below 5000, an order that is placed and waited for (`wait: true`) may be told as a timeout.',
  ),
  REQUEST_TIMEOUT: wholeNumber(30_000, 1_000, 600_000).describe(
    'Milliseconds that a client may take to send a request.',
  ),
  MAX_CONNECTIONS: wholeNumber(2_000, 1, 1_000_000).describe(
    'Connections of clients at a time; further ones are closed at once.',
  ),
  TRUSTED_PROXIES: z
    .string()
    .superRefine((text, context) => {
      const fault = faultOfProxies(text);
      if (fault) context.addIssue({ code: 'custom', message: fault });
    })
    .optional()
    .describe(
      'Proxies whose `x-forwarded-for` tells the client’s address: addresses, networks, `loopback`, `linklocal`, `uniquelocal`; comma-separated. Without it, the address is the connection’s.',
    ),
  OPERATIONS_DIR: z
    .string()
    .default('operations')
    .describe('The folder of the operations that clients may name by their hash without having sent them.'),
  OPERATIONS: z
    .enum(['any', 'registered'])
    .default('any')
    .describe('`registered` answers no other operations than those of OPERATIONS_DIR.'),
  USAGE_FILE: z
    .string()
    .optional()
    .describe(
      'Where to count which client uses which fields, for `schema:check --usage`; one file for each gateway, in a folder that is there or within DATA_DIR.',
    ),
  MAX_TOKENS: wholeNumber(10_000, 100, 1_000_000).describe('Tokens that a document may have at most.'),
  MAX_DEPTH: wholeNumber(25, 1, 1_000).describe('Levels of fields that an operation may have at most.'),
  MAX_FIELDS: wholeNumber(1_000, 1, 1_000_000).describe(
    'Fields that an operation may select at most, its fragments unfolded.',
  ),
  MAX_ANSWER: wholeNumber(32 * 2 ** 20, 1_000, 500_000_000).describe(
    'Characters that an answer of the engine `compiled` may have at most.',
  ),
  MAX_COST: wholeNumber(250_000, 1, 1_000_000_000).describe(
    'Values that an answer may hold at most, were every page full and every other list as long as `@listSize` says, else 10.',
  ),
};

/**
 * Reads the settings of the gateway, and looks at the files that it is to write.
 *
 * @throws ConfigError that says what to set
 */
export function readGatewaySettings(env: Environment) {
  const settings = readSettings(gatewaySettings, env);
  if (settings.USAGE_FILE !== undefined) checkUsageFile(settings.USAGE_FILE, settings.DATA_DIR);
  return settings;
}
