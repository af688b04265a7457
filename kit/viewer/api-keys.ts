import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { unauthenticated } from '../errors.ts';
import type { Viewer } from './viewer.ts';

/** An API key as the settings know it: by its hash, so that who reads them cannot use it. */
export const apiKeyEntry = z.object({
  /** Whose key it is, for people. No id: it may stand for a viewer, and shall be taken for no user. */
  name: z.string().regex(/^[a-z][\w.-]{0,63}$/i),
  /** The SHA-256 hash of the key, in hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The viewer that it stands for: a user's id, or a name of a machine client; by default the key's name. */
  viewer: z.string().min(1).optional(),
  scopes: z.array(z.string().min(1)).default([]),
});

export type ApiKeyEntry = z.infer<typeof apiKeyEntry>;

/** A new key: 256 random bits, which need no slow hash. */
export const makeApiKey = (): string => `tessera_${randomBytes(32).toString('base64url')}`;

const digest = (key: string) => createHash('sha256').update(key).digest();

/** The hash of a key, as the settings have it. */
export const hashApiKey = (key: string): string => digest(key).toString('hex');

/**
 * Makes what gives the viewer of an API key; null without one. It takes the same time whichever key it is, and however
 * much of it is right.
 *
 * @throws UNAUTHENTICATED (of what it makes) when nobody has this key
 */
export function createApiKeyVerifier(entries: readonly ApiKeyEntry[]) {
  const known = entries.map(({ name, sha256, viewer = name, scopes }) => ({
    hash: Buffer.from(sha256, 'hex'),
    viewer: { id: viewer.toLowerCase(), scopes } satisfies Viewer,
  }));
  return (key: string | undefined): Viewer | null => {
    if (key === undefined) return null;
    const hash = digest(key);
    let found: Viewer | null = null;
    for (const each of known) if (timingSafeEqual(each.hash, hash)) found = each.viewer;
    if (!found) throw unauthenticated('The API key is not valid here.');
    return found;
  };
}
