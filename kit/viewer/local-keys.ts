import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';

/** The keys that a deployment on one machine makes for itself. */
export interface LocalKeys {
  /** The private key that signs access tokens. */
  readonly signingKey: JWK;
  /** Its public half. */
  readonly jwks: JSONWebKeySet;
  readonly subgraphSecret: string;
}

/** Reads the keys in `<dataDir>/keys.json`, made at the first call and readable by their owner alone. */
export async function loadLocalKeys(dataDir: string): Promise<LocalKeys> {
  const file = join(dataDir, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(await makeKeys(), null, 2), { mode: 0o600 });
    // A link never replaces a file: of several processes that start at once, the first one's keys stay.
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as LocalKeys;
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
