import type { JSONWebKeySet, JWK } from 'jose';
import { z } from 'zod';
import { ConfigError, commonSettings, type Environment, readSettings } from '../config.ts';
import { loadLocalKeys } from './local-keys.ts';
import { deriveSubgraphKey } from './signature.ts';
import { TOKEN_TYPES, type TokenType } from './token.ts';

/** JSON of a certain form. */
const json = <T>(kind: string, shape: z.ZodType) =>
  z.string().transform((text, context): T => {
    try {
      shape.parse(JSON.parse(text));
      return JSON.parse(text) as T;
    } catch {
      context.addIssue({ code: 'custom', message: `must be ${kind}` });
      return z.NEVER;
    }
  });

const privateKey = z.object({ kty: z.string(), d: z.string() });
const keySet = z.object({ keys: z.array(z.object({ kty: z.string() })).min(1) });

export const keySettings = {
  HOST: commonSettings.HOST,
  DATA_DIR: commonSettings.DATA_DIR,
  SUBGRAPH_SECRET: commonSettings.SUBGRAPH_SECRET,
  SUBGRAPH_KEY: commonSettings.SUBGRAPH_KEY,
  TRUSTED_PROXIES: z.string().optional(),
  NODE_ENV: z.string().optional().describe('`production` refuses keys that were made locally.'),
  AUTH_SIGNING_KEY: json<JWK>('a private key as a JWK', privateKey)
    .optional()
    .describe('The private key (JWK) that signs access tokens; needed by users.'),
  AUTH_JWKS: json<JSONWebKeySet>('public keys as a JWK set', keySet)
    .optional()
    .describe('The public keys that verify access tokens.'),
  AUTH_ISSUER: z.string().default('tessera').describe('What tokens must name as their issuer (`iss`).'),
  AUTH_AUDIENCE: z.string().default('tessera').describe('What tokens must name as their audience (`aud`).'),
  AUTH_TOKEN_TYPE: z
    .enum(TOKEN_TYPES)
    .default('at+jwt')
    .describe(
      'Which tokens are let in: those marked as access tokens (RFC 9068), or `any` of the issuer and audience, also where an ID token is for the same audience.',
    ),
  AUTH_JWKS_URL: z
    .url('must be a URL')
    .optional()
    .describe('Where the public keys are fetched from instead.'),
};

/** The keys of a deployment. Reading one that was not given throws a ConfigError that names its setting. */
export interface Keys {
  readonly signingKey: JWK;
  readonly jwks: JSONWebKeySet | URL;
  readonly issuer: string;
  readonly audience: string;
  readonly tokenType: TokenType;
  /** The gateway's: of it, the keys of all subgraphs are made. */
  readonly subgraphSecret: string;
  /** What a subgraph knows requests of the gateway by: the key that it was given, else the one that the secret makes. */
  subgraphKey(name: string): Buffer;
  /** Whether this is one machine for itself, whose keys open nothing else, so that it may hand out a local admin token. */
  readonly local: boolean;
}

/** The names by which a machine knows itself. */
export const LOOPBACK = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

type KeySettings = ReturnType<typeof readSettings<typeof keySettings>>;

/** Whether keys that are missing may be made. */
const makesKeys = ({ HOST, NODE_ENV }: KeySettings) => LOOPBACK.has(HOST) && NODE_ENV !== 'production';

/** A key that was given opens more than this machine; a proxy lets in whom the loopback address would keep out. */
const isAlone = (settings: KeySettings) =>
  makesKeys(settings) &&
  [
    settings.AUTH_SIGNING_KEY,
    settings.AUTH_JWKS,
    settings.AUTH_JWKS_URL,
    settings.SUBGRAPH_SECRET,
    settings.SUBGRAPH_KEY,
    settings.TRUSTED_PROXIES,
  ].every((given) => given === undefined);

/** Whether these settings are those of one machine for itself: what `loadKeys` calls local. */
export const isLocal = (env: Environment): boolean => isAlone(readSettings(keySettings, env));

/**
 * Loads the keys that the settings give; on a loopback address outside of production, missing ones are made.
 *
 * @throws ConfigError when a setting is wrong, or one of `needed` was not given
 */
export async function loadKeys(env: Environment, ...needed: (keyof Keys)[]): Promise<Keys> {
  const settings = readSettings(keySettings, env);
  const made = makesKeys(settings) ? await loadLocalKeys(settings.DATA_DIR) : undefined;
  const keys: Keys = {
    local: isAlone(settings),
    issuer: settings.AUTH_ISSUER,
    audience: settings.AUTH_AUDIENCE,
    tokenType: settings.AUTH_TOKEN_TYPE,
    get signingKey() {
      return settings.AUTH_SIGNING_KEY ?? made?.signingKey ?? missing('AUTH_SIGNING_KEY');
    },
    get jwks() {
      const given = settings.AUTH_JWKS_URL ? new URL(settings.AUTH_JWKS_URL) : settings.AUTH_JWKS;
      return given ?? made?.jwks ?? missing('AUTH_JWKS_URL or AUTH_JWKS');
    },
    get subgraphSecret() {
      return settings.SUBGRAPH_SECRET ?? made?.subgraphSecret ?? missing('SUBGRAPH_SECRET');
    },
    subgraphKey(name) {
      const { SUBGRAPH_KEY } = readSettings({ SUBGRAPH_KEY: commonSettings.SUBGRAPH_KEY }, env, name);
      if (SUBGRAPH_KEY) return Buffer.from(SUBGRAPH_KEY, 'base64url');
      const secret = settings.SUBGRAPH_SECRET ?? made?.subgraphSecret;
      return deriveSubgraphKey(secret ?? missing('SUBGRAPH_KEY, or SUBGRAPH_SECRET,'), name);
    },
  };
  for (const name of needed) void keys[name];
  return keys;
}

function missing(setting: string): never {
  throw new ConfigError(
    `${setting} must be set: keys are made locally only on a loopback HOST outside of production`,
  );
}
