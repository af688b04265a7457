import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWKSCacheInput,
  type JWTVerifyGetKey,
  jwksCache,
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

/** For how long a token is believed without another look at its key, which may have been taken back meanwhile. */
const REMEMBERED_MS = 5 * 60_000;

/** For how long keys are believed without another look at where they come from. */
const KEYS_MS = 5 * 60_000;

/** What makes a verifier. */
export interface TokenVerifierOptions extends TokenNames {
  readonly jwks: URL | JSONWebKeySet;
  /** `at+jwt`, the default, takes access tokens alone (RFC 9068, section 4); `any` whatever the issuer has signed. */
  readonly tokenType?: TokenType;
}

export const TOKEN_TYPES = ['at+jwt', 'any'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/**
 * Verifies bearer tokens against a key set: a URL (fetched again after some minutes, and when an unknown key appears) or
 * the keys themselves. Verified tokens are remembered for some minutes, until they expire or the keys change.
 *
 * @throws UNAUTHENTICATED (of the verifier) when the token is malformed, expired, altered or of another issuer
 */
export function createTokenVerifier(
  { jwks, issuer, audience, tokenType = 'at+jwt' }: TokenVerifierOptions,
  now: () => number = Date.now,
): TokenVerifier {
  const fetched: JWKSCacheInput & Record<string, unknown> = {};
  const resolveKey: JWTVerifyGetKey =
    jwks instanceof URL
      ? createRemoteJWKSet(jwks, { [jwksCache]: fetched, cacheMaxAge: KEYS_MS })
      : createLocalJWKSet(jwks);
  let keys: string | undefined;
  const verified = new LRUCache<string, { viewer: Viewer; expiresAt: number }>({ max: 10_000 });
  return async (authorization) => {
    if (authorization === undefined || authorization === '') return null;
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization)?.[1];
    if (!token) throw unauthenticated('The Authorization header must be `Bearer <token>`.');
    const known = verified.get(token);
    if (known && known.expiresAt > now()) return known.viewer;
    const { viewer, expiresAt } = await verify(token, resolveKey, { issuer, audience, tokenType }, now());
    const current = fetched.jwks && JSON.stringify(fetched.jwks);
    if (current !== keys) verified.clear();
    keys = current;
    verified.set(token, { viewer, expiresAt: Math.min(expiresAt, now() + REMEMBERED_MS) });
    return viewer;
  };
}

async function verify(
  token: string,
  resolveKey: JWTVerifyGetKey,
  { tokenType, ...names }: TokenNames & { readonly tokenType: TokenType },
  now: number,
) {
  try {
    const { payload } = await jwtVerify(token, resolveKey, {
      ...names,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'exp'],
      ...(tokenType !== 'any' && { typ: tokenType }),
      algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
    });
    const { sub, scope, exp, iat = 0 } = payload;
    if (typeof sub !== 'string') throw unauthenticated('The token is not valid here.');
    const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
    // Ids are stored in lower case; an issuer may write UUIDs otherwise.
    return { viewer: { id: sub.toLowerCase(), scopes, issuedAt: iat }, expiresAt: Number(exp) * 1000 };
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
