import { readFileSync } from 'node:fs';
import { createRemoteJwksSigningKeyProvider, defineConfig } from '@graphql-hive/gateway';

// Hive Gateway for its own command line, which starts it with the planner of Hive Router.
const { jwksUrl, issuer, audience, maxDepth, maxTokens, dedupe } = JSON.parse(
  readFileSync(process.env.BENCH_PLACE, 'utf8'),
);

export const gatewayConfig = defineConfig({
  jwt: {
    signingKeyProviders: [createRemoteJwksSigningKeyProvider({ jwksUri: jwksUrl })],
    tokenVerification: { issuer, audience, algorithms: ['ES256'] },
    reject: { missingToken: true, invalidToken: true },
  },
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }),
  },
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: dedupe } } },
  maxDepth,
  maxTokens,
});
