import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { issueToken } from '../../kit/viewer/token.ts';
import { ADMIN } from '../../kit/viewer/viewer.ts';

/** Whose tokens hold in a run, as every gateway is told in its own way. */
export interface RunKeys extends AsyncDisposable {
  /** The settings of our own processes. */
  readonly env: Readonly<Record<string, string>>;
  readonly jwks: object;
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  /** Of an administrator: what every request carries. */
  readonly authorization: string;
}

const DAY = 86_400;

/** Makes the keys of a run, and serves the public one. ES256, which every peer can verify. */
export async function makeRunKeys(): Promise<RunKeys> {
  const names = { issuer: 'tessera', audience: 'tessera' };
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = 'bench';
  const signingKey = { ...(await exportJWK(privateKey)), alg: 'ES256', kid };
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid }] };
  const token = await issueToken({ ...names, signingKey }, { id: ADMIN, scopes: [ADMIN] }, DAY);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(jwks));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...names,
    jwks,
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`,
    authorization: `Bearer ${token}`,
    env: {
      AUTH_SIGNING_KEY: JSON.stringify(signingKey),
      AUTH_JWKS: JSON.stringify(jwks),
      AUTH_ISSUER: names.issuer,
      AUTH_AUDIENCE: names.audience,
      SUBGRAPH_SECRET: crypto.randomUUID() + crypto.randomUUID(),
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
