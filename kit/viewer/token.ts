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

/** Who a deployment's tokens come from, and whom they are for. */
export interface TokenNames {
  readonly issuer: string;
  readonly audience: string;
}

/** Issues an access token (JWT, RFC 9068) for a viewer; `expiresIn` in seconds. */
export async function issueToken(
  { signingKey, issuer, audience }: TokenNames & { readonly signingKey: JWK },
  viewer: Viewer,
  expiresIn: number,
): Promise<string> {
  const { alg = 'EdDSA', kid } = signingKey;
  return new SignJWT({ scope: viewer.scopes.join(' ') })
    .setProtectedHeader({ alg, ...(kid && { kid }), typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(viewer.id)
    .setIssuedAt()
    .setExpirationTime(`${expiresIn}s`)
    .sign(await importJWK(signingKey, alg));
}

/** Gives the viewer of an `Authorization` header, null when there is none. */
export type TokenVerifier = (authorization: string | undefined) => Promise<Viewer | null>;

/**
 * Verifies bearer tokens against a key set: a URL (fetched once and again when an unknown key appears) or the keys
 * themselves. Verified tokens are remembered until they expire.
 *
 * @throws UNAUTHENTICATED (of the verifier) when the token is malformed, expired, altered or of another issuer
 */
export function createTokenVerifier(
  { jwks, issuer, audience }: TokenNames & { readonly jwks: URL | JSONWebKeySet },
  now: () => number = Date.now,
): TokenVerifier {
  const resolveKey: JWTVerifyGetKey =
    jwks instanceof URL ? createRemoteJWKSet(jwks) : createLocalJWKSet(jwks);
  const verified = new LRUCache<string, { viewer: Viewer; expiresAt: number }>({ max: 10_000 });
  return async (authorization) => {
    if (authorization === undefined || authorization === '') return null;
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization)?.[1];
    if (!token) throw unauthenticated('The Authorization header must be `Bearer <token>`.');
    const known = verified.get(token);
    if (known && known.expiresAt > now()) return known.viewer;
    const { viewer, expiresAt } = await verify(token, resolveKey, { issuer, audience }, now());
    verified.set(token, { viewer, expiresAt });
    return viewer;
  };
}

async function verify(token: string, resolveKey: JWTVerifyGetKey, names: TokenNames, now: number) {
  try {
    const { payload } = await jwtVerify(token, resolveKey, {
      ...names,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'exp'],
      algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
    });
    const { sub, scope, exp } = payload;
    if (typeof sub !== 'string') throw unauthenticated('The token is not valid here.');
    const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
    // Ids are stored in lower case; an issuer may write UUIDs otherwise.
    return { viewer: { id: sub.toLowerCase(), scopes }, expiresAt: Number(exp) * 1000 };
  } catch (error) {
    if (error instanceof TesseraError) throw error;
    if (error instanceof errors.JWTExpired) throw unauthenticated('The token has expired: sign in again.');
    if (error instanceof errors.JOSEError && !KEYS_UNREACHABLE.has(error.code)) {
      throw unauthenticated('The token is not valid here.');
    }
    throw new TesseraError('INTERNAL_SERVER_ERROR', 'The token could not be checked.', {
      cause: error as Error,
    });
  }
}

/** The key set could not be fetched, which says nothing about the token. */
const KEYS_UNREACHABLE = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);
