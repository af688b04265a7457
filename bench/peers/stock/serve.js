import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createLocalJWKSet, jwtVerify } from 'jose';

// Apollo Server over Apollo Gateway as their documentation sets them up, nothing of ours. The one argument is the file
// that says where to listen, what to serve and whose tokens hold.
const { port, supergraph, jwks, issuer, audience } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const keys = createLocalJWKSet(jwks);
const verified = new Set();

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  buildService: ({ url }) =>
    new RemoteGraphQLDataSource({
      url,
      willSendRequest({ request, context }) {
        if (context.authorization) request.http?.headers.set('authorization', context.authorization);
      },
    }),
});

/** Verified tokens are remembered, as in our own gateway: what is compared is not a signature library. */
async function verify(authorization = '') {
  if (verified.has(authorization)) return;
  await jwtVerify(authorization.replace('Bearer ', ''), keys, { issuer, audience });
  verified.add(authorization);
}

await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { host: '127.0.0.1', port },
  async context({ req: { headers } }) {
    await verify(headers.authorization);
    return { authorization: headers.authorization };
  },
});
