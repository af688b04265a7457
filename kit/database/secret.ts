import { z } from 'zod';
import type { Logger } from '../logger.ts';
import { DatabaseError } from './failure.ts';

const PACKAGE = '@aws-sdk/client-secrets-manager';
/** Short enough that a request whose connection waits for it learns in time that it was the database. */
const CONNECT_MS = 1_000;
const REQUEST_MS = 2_000;

/** As AWS itself writes and rotates them; `engine` and whatever else stands there is of no interest. */
const Secret = z.object({
  username: z.string().min(1),
  password: z.string(),
  host: z.string().min(1).optional(),
  port: z.coerce.number().int().min(1).max(65_535).optional(),
  dbname: z.string().min(1).optional(),
});

/** Where the address of a database and its credentials come from. */
export interface DatabaseSource {
  /** The domain. */
  readonly name: string;
  /** `DATABASE_URL`; its `{subgraph}` is the domain's name. */
  readonly url?: string | undefined;
  /** `DATABASE_SECRET_ID`; likewise. */
  readonly secretId?: string | undefined;
  readonly log?: Logger | undefined;
}

/** Where a database is. */
export interface DatabaseAddress {
  /** Undefined for SQLite. */
  readonly url: string | undefined;
  /** What a person corrects where it is wrong. */
  readonly source: string;
  /** Reads the address anew, where it may have changed since. */
  readonly renew?: () => Promise<string>;
}

/**
 * The address of a domain's database: of the secret in AWS Secrets Manager where one is named, else of the environment.
 * What the secret does not say is taken from DATABASE_URL. Region and credentials are those of AWS's standard settings.
 *
 * @throws DatabaseError with one line, where the secret cannot be read and there is no DATABASE_URL
 */
export async function locateDatabase({ name, url, secretId, log }: DatabaseSource): Promise<DatabaseAddress> {
  const fillIn = (text: string) => text.replaceAll('{subgraph}', name);
  const given = url && fillIn(url);
  if (!secretId) return { url: given, source: 'DATABASE_URL' };
  const id = fillIn(secretId);
  const read = async () => addressOf(parseSecret(await readSecret(id)), given);
  try {
    const found = await read();
    log?.info({ secret: id }, `database credentials of ${name}: those of the secret ${id}`);
    return { url: found, source: `the secret ${id}`, renew: read };
  } catch (error) {
    const reason = `the secret ${id} (DATABASE_SECRET_ID) cannot be used: ${reasonOf(error)}`;
    if (!given) throw new DatabaseError(`database of ${name}: ${reason}`, { cause: error });
    log?.warn({ secret: id }, `database credentials of ${name}: those of DATABASE_URL, since ${reason}`);
    return { url: given, source: 'DATABASE_URL' };
  }
}

/** The text of a secret, by GetSecretValue. */
async function readSecret(SecretId: string): Promise<string> {
  const { SecretsManagerClient, GetSecretValueCommand } = await loadSdk();
  const client = new SecretsManagerClient({
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: REQUEST_MS,
      throwOnRequestTimeout: true,
    },
    maxAttempts: 2,
  });
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
    if (SecretString === undefined) throw new DatabaseError('it is binary, and no JSON');
    return SecretString;
  } finally {
    client.destroy();
  }
}

/** Two dozen packages, which only who sets DATABASE_SECRET_ID has loaded. */
const loadSdk = () =>
  import('@aws-sdk/client-secrets-manager').catch((error) => {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new DatabaseError(`${PACKAGE} is not installed: run \`npm ci\` without \`--omit=optional\``);
  });

function parseSecret(text: string): z.infer<typeof Secret> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DatabaseError('it is no JSON');
  }
  const { data, error } = Secret.safeParse(json);
  if (data) return data;
  // The fields alone: a message could repeat what stands there.
  throw new DatabaseError(`its ${error.issues[0]?.path.join('.') || 'JSON'} is missing or wrong`);
}

function addressOf(secret: z.infer<typeof Secret>, url: string | undefined): string {
  const address = URL.parse(url ?? 'mysql://secret');
  if (!address) throw new DatabaseError('DATABASE_URL, which it is to complete, is no address');
  const { username, password, host, port, dbname } = secret;
  if (!host && !url) throw new DatabaseError('its host is missing, and there is no DATABASE_URL');
  if (!dbname && !url) throw new DatabaseError('its dbname is missing, and there is no DATABASE_URL');
  address.username = encodeURIComponent(username);
  address.password = encodeURIComponent(password);
  if (host) address.hostname = host.includes(':') ? `[${host}]` : host;
  if (port) address.port = String(port);
  if (dbname) address.pathname = `/${encodeURIComponent(dbname)}`;
  return address.href;
}

function reasonOf(error: unknown): string {
  if (error instanceof DatabaseError) return error.message;
  const { name, code, message } = error as NodeJS.ErrnoException;
  // Errors of connections have a code, and not always a message.
  return `${code ?? name}${message ? `: ${message}` : ''}`.replace(/\s+/g, ' ');
}
