import type { JSONWebKeySet, JWK } from 'jose';
import { z } from 'zod';
import { ConfigError, commonSettings, type Environment, readSettings } from '../config.ts';
import { loadLocalKeys } from './local-keys.ts';

const json = <T>(kind: string) =>
  z.string().transform((text, context): T => {
    try {
      return JSON.parse(text) as T;
    } catch {
      context.addIssue({ code: 'custom', message: `must be ${kind} as JSON` });
      return z.NEVER;
    }
  });

export const keySettings = {
  HOST: commonSettings.HOST,
  DATA_DIR: commonSettings.DATA_DIR,
  SUBGRAPH_SECRET: commonSettings.SUBGRAPH_SECRET,
  NODE_ENV: z.string().optional().describe('`production` refuses keys that were made locally.'),
  AUTH_SIGNING_KEY: json<JWK>('a private JWK')
    .optional()
    .describe('The private key (JWK) that signs access tokens; needed by users.'),
  AUTH_JWKS: json<JSONWebKeySet>('a JWK set')
    .optional()
    .describe('The public keys that verify access tokens.'),
  AUTH_JWKS_URL: z
    .url('must be a URL')
    .optional()
    .describe('Where the public keys are fetched from instead.'),
};

/** The keys of a deployment. Reading one that was not given throws a ConfigError that names its setting. */
export interface Keys {
  readonly signingKey: JWK;
  readonly jwks: JSONWebKeySet | URL;
  readonly subgraphSecret: string;
  /** Whether this is one machine that makes its own keys, so that it may hand out a local admin token. */
  readonly local: boolean;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Loads the keys that the settings give; on a loopback address outside of production, missing ones are made. */
export async function loadKeys(env: Environment): Promise<Keys> {
  const settings = readSettings(keySettings, env);
  const local = LOOPBACK.has(settings.HOST) && settings.NODE_ENV !== 'production';
  const made = local ? await loadLocalKeys(settings.DATA_DIR) : undefined;
  return {
    local,
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
  };
}

function missing(setting: string): never {
  throw new ConfigError(
    `${setting} must be set: keys are made locally only on a loopback HOST outside of production`,
  );
}
