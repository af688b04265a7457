import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import { LRUCache } from 'lru-cache';
import { TesseraError, unauthenticated } from '../errors.ts';
import type { Viewer } from './viewer.ts';

/** What local tokens name as their issuer and their audience. */
const ISSUER = 'tessera';

/** Issues an access token (JWT, RFC 9068) for a viewer; `expiresIn` in seconds. */
export async function issueToken(key: JWK, viewer: Viewer, expiresIn: number): Promise<string> {
  return new SignJWT({ scope: viewer.scopes.join(' ') })
    .setProtectedHeader({ alg: key.alg ?? 'EdDSA', ...(key.kid && { kid: key.kid }), typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(ISSUER)
    .setSubject(viewer.id)
    .setIssuedAt()
    .setExpirationTime(`${expiresIn}s`)
    .sign(await importJWK(key, key.alg ?? 'EdDSA'));
}

/** Gives the viewer of an `Authorization` header, null when there is none. */
export type TokenVerifier = (authorization: string | undefined) => Promise<Viewer | null>;

/**
 * Verifies bearer tokens against a key set: a URL (fetched once and again when an unknown key appears) or the keys
 * themselves. Verified tokens are remembered until they expire.
 *
 * @throws UNAUTHENTICATED (of the verifier) when the token is malformed, expired, altered or of another issuer
 */
export function createTokenVerifier(keys: URL | JSONWebKeySet, now: () => number = Date.now): TokenVerifier {
  const resolveKey: JWTVerifyGetKey =
    keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys);
  const verified = new LRUCache<string, { viewer: Viewer; expiresAt: number }>({ max: 10_000 });
  return async (authorization) => {
    if (authorization === undefined || authorization === '') return null;
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization)?.[1];
    if (!token) throw unauthenticated('The Authorization header must be `Bearer <token>`.');
    const known = verified.get(token);
    if (known && known.expiresAt > now()) return known.viewer;
    const { viewer, expiresAt } = await verify(token, resolveKey, now());
    verified.set(token, { viewer, expiresAt });
    return viewer;
  };
}

async function verify(token: string, resolveKey: JWTVerifyGetKey, now: number) {
  try {
    const { payload } = await jwtVerify(token, resolveKey, {
      issuer: ISSUER,
      audience: ISSUER,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'exp'],
      algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
    });
    const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ').filter(Boolean) : [];
    return { viewer: { id: String(payload.sub), scopes }, expiresAt: Number(payload.exp) * 1000 };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('The token has expired: sign in again.');
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
      throw unauthenticated('The token is not valid here.');
    }
    throw new TesseraError('INTERNAL_SERVER_ERROR', 'The token could not be checked.', {
      cause: error as Error,
    });
  }
}
