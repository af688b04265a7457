import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';
import { ConfigError } from '../config.ts';
import { makeDataDir } from '../files.ts';

/** The keys that a deployment on one machine makes for itself. */
export interface LocalKeys {
  /** The private key that signs access tokens. */
  readonly signingKey: JWK;
  /** Its public half. */
  readonly jwks: JSONWebKeySet;
  readonly subgraphSecret: string;
}

/**
 * Reads the keys in `<dataDir>/keys.json`, made at the first call and readable by their owner alone.
 *
 * @throws ConfigError when they cannot be made, or what is in the file are not whole keys
 */
export async function loadLocalKeys(dataDir: string): Promise<LocalKeys> {
  const file = join(dataDir, 'keys.json');
  const found = await readKeys(file);
  if (found) return found;
  makeDataDir(dataDir);
  writeKeys(file, await makeKeys());
  return (await readKeys(file)) ?? refuse(`${file} cannot be read: ${REMEDY}`);
}

const REMEDY = 'restore it from a backup, or move it away for new keys, which void all tokens signed so far';

const shape = z.object({
  signingKey: z.looseObject({ kty: z.string(), d: z.string() }),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) }),
  subgraphSecret: z.string().min(32),
});

async function readKeys(file: string): Promise<LocalKeys | undefined> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Where it is the folder that cannot be one, making it says so.
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? undefined
      : refuse(`${file} cannot be read (${code}): ${REMEDY}`);
  }
  try {
    const keys = shape.parse(JSON.parse(text)) as LocalKeys;
    const { alg = 'EdDSA' } = keys.signingKey;
    await Promise.all([keys.signingKey, ...keys.jwks.keys].map((key) => importJWK(key, key.alg ?? alg)));
    return keys;
  } catch {
    return refuse(`${file} is damaged: ${REMEDY}`);
  }
}

function writeKeys(file: string, keys: LocalKeys): void {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(keys, null, 2), { mode: 0o600 });
    // A link never replaces a file: of several processes that start at once, the first one's keys stay.
    linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST')
      refuse(`DATA_DIR: ${file} cannot be made (${code}): name a folder that you may write in`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function refuse(message: string): never {
  throw new ConfigError(message);
}

/** Makes new keys. */
export async function makeKeys(): Promise<LocalKeys> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const names = { alg: 'EdDSA', kid: randomBytes(8).toString('hex') };
  return {
    signingKey: { ...(await exportJWK(privateKey)), ...names },
    jwks: { keys: [{ ...(await exportJWK(publicKey)), ...names, use: 'sig' }] },
    subgraphSecret: randomBytes(32).toString('base64url'),
  };
}
