import { z } from 'zod';

/** A setting that cannot work. Its message is one line that says what to set. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings from the environment: typed, frozen, all faults named at once.
 *
 * @param shape a zod type for each variable; its `.describe()` is the row in docs/running.md
 * @param prefix a subgraph's name: `USERS_DATABASE_URL` then wins over `DATABASE_URL`
 * @throws ConfigError naming every setting that is wrong
 */
export function readSettings<S extends z.ZodRawShape>(
  shape: S,
  env: Environment,
  prefix?: string,
): Readonly<z.infer<z.ZodObject<S>>> {
  const own = prefix && `${prefix.toUpperCase().replaceAll('-', '_')}_`;
  const values: Record<string, string | undefined> = {};
  for (const name of Object.keys(shape)) values[name] = (own && env[own + name]) || env[name] || undefined;
  const result = z.object(shape).safeParse(values);
  if (result.success) return Object.freeze(result.data);
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`wrong setting: ${faults.join('; ')}`);
}

/** A whole number within bounds, with a default. */
export function wholeNumber(value: number, least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(value);
}

/** A TCP port; 0 asks the system for a free one. */
export const port = (value: number) => wholeNumber(value, 0, 65_535);

/** The settings that every process of Tessera reads. */
export const commonSettings = {
  HOST: z.string().default('127.0.0.1').describe('The address to listen on.'),
  DATA_DIR: z.string().default('.data').describe('Where SQLite files and locally made keys are kept.'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe(
      '`mysql://user:password@host/database`; may hold `{subgraph}`. Without it: SQLite in DATA_DIR.',
    ),
  SUBGRAPH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe('The secret from which the keys that sign gateway-to-subgraph requests are derived.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('The least severe log lines to print.'),
  SEED: z
    .enum(['demo', 'none'])
    .optional()
    .describe(
      '`demo` fills an empty database with the sample data. Default: demo on SQLite, none elsewhere.',
    ),
};
