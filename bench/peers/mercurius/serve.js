import { readFileSync } from 'node:fs';
import gateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';
import { createLocalJWKSet, jwtVerify } from 'jose';

// Mercurius as a gateway. It knows Federation 1, so it is given the subgraphs' schemas in that form. The one argument is
// the file that says where to listen, what to serve and whose tokens hold.
const { port, subgraphs, jwks, issuer, audience, maxDepth } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
const keys = createLocalJWKSet(jwks);
const verified = new Set();

/** Verified tokens are remembered, as in our own gateway: what is compared is not a signature library. */
async function verify(authorization = '') {
  if (verified.has(authorization)) return;
  await jwtVerify(authorization.replace('Bearer ', ''), keys, { issuer, audience });
  verified.add(authorization);
}

const app = Fastify();
app.addHook('onRequest', ({ headers }) => verify(headers.authorization));
app.register(gateway, {
  // As soon as an operation comes twice, compile it.
  jit: 1,
  cache: 2_000,
  queryDepth: maxDepth,
  gateway: {
    services: subgraphs.map(({ name, url, federation1 }) => ({
      name,
      url,
      schema: federation1,
      mandatory: true,
      connections: 64,
      keepAlive: 60_000,
      rewriteHeaders: ({ authorization }) => (authorization ? { authorization } : {}),
    })),
  },
});
await app.listen({ host: '127.0.0.1', port });
