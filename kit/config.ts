import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A setting that cannot work. Its message is one line that says what to set. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The name of a subgraph's own setting: `GIFT_CARDS_URL` for `gift-cards` and `URL`. */
export const ownSetting = (subgraph: string, setting: string): string =>
  `${subgraph.toUpperCase().replaceAll('-', '_')}_${setting}`;

/**
 * Reads settings from the environment: typed, frozen, all faults named at once. Each may also be given as the file that
 * holds it, by its name with `_FILE`, as containers are given their secrets.
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
  const values: Record<string, string | undefined> = {};
  for (const name of Object.keys(shape))
    values[name] = (prefix && textOf(ownSetting(prefix, name), env)) || textOf(name, env);
  const result = z.object(shape).safeParse(values);
  if (result.success) return Object.freeze(result.data);
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`wrong setting: ${faults.join('; ')}`);
}

function textOf(name: string, env: Environment): string | undefined {
  if (env[name]) return env[name];
  const file = env[`${name}_FILE`];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new ConfigError(`${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
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
      '`mysql://user:password@host/database`; may hold `{subgraph}`; encrypted with `?ssl=true`, `verify-ca` (the host name may differ) or `insecure` (any certificate), `&ca=FILE`. Without it and DATABASE_SECRET_ID: SQLite in DATA_DIR.',
    ),
  DATABASE_SECRET_ID: z
    .string()
    .optional()
    .describe(
      'The secret in AWS Secrets Manager, by its name or ARN, whose JSON says `username`, `password`, `host`, `port` and `dbname`; may hold `{subgraph}`. What it does not say, and what the URL says of `ssl`, is that of DATABASE_URL, which is used alone where the secret cannot be read.',
    ),
  DATABASE_POOL: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 to 1000')
    .max(1_000, 'must be 1 to 1000')
    .default(10)
    .describe('Connections that a process keeps to a MySQL or MariaDB database at most.'),
  SUBGRAPH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'The secret from which the keys that sign gateway-to-subgraph requests are derived; the gateway’s, and of what runs together with it.',
    ),
  SUBGRAPH_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'must be 32 bytes in base64url, as `npm run keys` derives it')
    .optional()
    .describe(
      'A subgraph’s own key, derived from SUBGRAPH_SECRET: all that it needs to know a request of the gateway.',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('The least severe log lines to print.'),
  SEED: z
    .enum(['demo', 'none'])
    .optional()
    .describe(
      '`demo` fills an empty database with the sample data, whose users have a known password. Default: demo on SQLite with keys that were made here, none elsewhere.',
    ),
};
