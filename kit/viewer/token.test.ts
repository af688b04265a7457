import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTokenVerifier, issueToken } from './token.ts';

const names = { issuer: 'tessera', audience: 'tessera' };
let signingKey: JWK;
let jwks: { keys: JWK[] };
beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  signingKey = { ...(await exportJWK(pair.privateKey)), alg: 'EdDSA', kid: 'k1' };
  jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'EdDSA', kid: 'k1' }] };
});

const verifier = (now?: () => number) => createTokenVerifier({ jwks, ...names }, now);
const sign = (payload: JWTPayload, key: JWK = signingKey, alg = 'EdDSA', typ = 'at+jwt') =>
  new SignJWT(payload).setProtectedHeader({ alg, kid: 'k1', ...(typ && { typ }) }).sign(key);
const valid = { iss: 'tessera', aud: 'tessera', sub: '123', exp: 4_000_000_000, scope: 'admin read' };
const refused = { extensions: { code: 'UNAUTHENTICATED' } };

describe('an access token', () => {
  it('gives the viewer whom it was issued for', async () => {
    const token = await issueToken({ signingKey, ...names }, { id: '123', scopes: ['admin'] }, 60);
    expect(await verifier()(`Bearer ${token}`)).toEqual({
      id: '123',
      scopes: ['admin'],
      issuedAt: expect.closeTo(Date.now() / 1000, -2),
    });
  });

  it('is not needed: without one there is no viewer', async () => {
    expect(await verifier()(undefined)).toBeNull();
  });

  it.each(['x', 'Basic YTpi', 'Bearer', 'Bearer a b', 'Bearer a.b.c'])(
    'is refused when it is none: %s',
    async (header) => {
      await expect(verifier()(header)).rejects.toMatchObject(refused);
    },
  );

  it.each([
    ['of another issuer', { iss: 'someone' }],
    ['for another audience', { aud: 'someone' }],
    ['that has expired', { exp: 1_000_000_000 }],
    ['that is not valid yet', { nbf: 3_900_000_000 }],
    ['without an end', { exp: undefined }],
    ['without a subject', { sub: undefined }],
  ])('is refused when it is one %s', async (_, change) => {
    const token = await sign(JSON.parse(JSON.stringify({ ...valid, ...change })));
    await expect(verifier()(`Bearer ${token}`)).rejects.toMatchObject(refused);
  });

  it('is refused when another key signed it, or none', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    await expect(
      verifier()(`Bearer ${await sign(valid, await exportJWK(privateKey))}`),
    ).rejects.toMatchObject(refused);
    await expect(verifier()(`Bearer ${new UnsecuredJWT(valid).encode()}`)).rejects.toMatchObject(refused);
    const shared: JWK = { kty: 'oct', k: Buffer.from(JSON.stringify(jwks)).toString('base64url') };
    await expect(verifier()(`Bearer ${await sign(valid, shared, 'HS256')}`)).rejects.toMatchObject(refused);
  });

  it('is refused when its payload was altered', async () => {
    const [head, , signature] = (await sign(valid)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...valid, sub: '1' })).toString('base64url');
    await expect(verifier()(`Bearer ${head}.${payload}.${signature}`)).rejects.toMatchObject(refused);
  });

  it('ends when it expires, though it was verified before', async () => {
    let now = 1_700_000_000_000;
    const verify = verifier(() => now);
    const token = await sign({ ...valid, exp: now / 1000 + 60 });
    expect(await verify(`Bearer ${token}`)).toMatchObject({ id: '123' });
    now += 61_000;
    await expect(verify(`Bearer ${token}`)).rejects.toMatchObject(refused);
  });

  it.each(['JWT', ''])(
    'is refused when it is marked as something else (%s), unless any may pass',
    async (typ) => {
      const token = `Bearer ${await sign(valid, signingKey, 'EdDSA', typ)}`;
      await expect(verifier()(token)).rejects.toMatchObject(refused);
      const any = createTokenVerifier({ jwks, ...names, tokenType: 'any' });
      expect(await any(token)).toMatchObject({ id: '123' });
    },
  );

  it('may be marked as RFC 9068 writes it in full', async () => {
    const token = await sign(valid, signingKey, 'EdDSA', 'application/at+jwt');
    expect(await verifier()(`Bearer ${token}`)).toMatchObject({ id: '123' });
  });

  it('may write its subject in upper case', async () => {
    const token = await sign({ ...valid, sub: '019A0000-0000-7000-8000-00000000000A' });
    expect(await verifier()(`Bearer ${token}`)).toMatchObject({ id: '019a0000-0000-7000-8000-00000000000a' });
  });
});

describe('keys from an address', () => {
  afterEach(() => void vi.useRealTimers());

  /** Serves this key set; `publish` puts another in its place. */
  async function serveKeys(keys: JWK[]) {
    let published = keys;
    const server = createServer((_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ keys: published }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`),
      publish(next: JWK[]) {
        published = next;
      },
      [Symbol.dispose]: () => void server.close(),
    };
  }

  it('let nobody in any more some minutes after one was taken back, however long a token is valid', async () => {
    using server = await serveKeys(jwks.keys);
    vi.useFakeTimers({ toFake: ['Date'] });
    const verify = createTokenVerifier({ jwks: server.url, ...names });
    const token = `Bearer ${await sign(valid)}`;
    expect(await verify(token)).toMatchObject({ id: '123' });
    const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    server.publish([{ ...(await exportJWK(publicKey)), alg: 'EdDSA', kid: 'k2' }]);
    vi.setSystemTime(Date.now() + 5 * 60_000 + 1);
    await expect(verify(token)).rejects.toMatchObject(refused);
  });

  it('let nobody in any more as soon as another is seen in place of one', async () => {
    using server = await serveKeys(jwks.keys);
    vi.useFakeTimers({ toFake: ['Date'] });
    const verify = createTokenVerifier({ jwks: server.url, ...names });
    const token = `Bearer ${await sign(valid)}`;
    expect(await verify(token)).toMatchObject({ id: '123' });
    const other = await generateKeyPair('EdDSA', { extractable: true });
    server.publish([{ ...(await exportJWK(other.publicKey)), alg: 'EdDSA', kid: 'k2' }]);
    vi.setSystemTime(Date.now() + 60_000);
    const header = { alg: 'EdDSA', kid: 'k2', typ: 'at+jwt' };
    const renewed = await new SignJWT(valid).setProtectedHeader(header).sign(other.privateKey);
    expect(await verify(`Bearer ${renewed}`)).toMatchObject({ id: '123' });
    await expect(verify(token)).rejects.toMatchObject(refused);
  });

  it('verify tokens; while they cannot be fetched, nobody is told that the token is wrong', async () => {
    let status = 500;
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(jwks));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`);
    const token = `Bearer ${await sign(valid)}`;
    const failing = createTokenVerifier({ jwks: url, ...names });
    await expect(failing(token)).rejects.toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    status = 200;
    expect(await createTokenVerifier({ jwks: url, ...names })(token)).toEqual({
      id: '123',
      scopes: ['admin', 'read'],
      issuedAt: 0,
    });
    server.close();
  });
});
