import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createLogger } from '../../kit/logger.ts';
import { createSubgraphGraphQL } from '../../kit/server/graphql.ts';
import { createSubgraphServer } from '../../kit/server/run-subgraph.ts';
import { deriveSubgraphKey } from '../../kit/viewer/signature.ts';
import { createLoaders, resolvers, typeDefs } from './catalogue.ts';

// The catalogue behind the server that the first argument names; the parent is told the address.
const [subject, secret = ''] = process.argv.slice(2);

async function startStock(): Promise<string> {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
    context: async () => ({ loaders: createLoaders() }),
    listen: { port: 0, host: '127.0.0.1' },
  });
  return url;
}

async function startTessera(): Promise<string> {
  const log = createLogger('bench', 'warn');
  const graphql = createSubgraphGraphQL({ typeDefs, resolvers, log });
  await graphql.apollo.start();
  const app = createSubgraphServer(
    {
      name: 'catalogue',
      ...graphql,
      context: ({ viewer, requestId }) =>
        ({ viewer, requestId, log: log.child({ requestId }), loaders: createLoaders() }) as never,
      ready: async () => {},
    },
    { subgraphKey: (name: string) => deriveSubgraphKey(secret, name), local: false } as never,
    log,
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/`;
}

const address = await (subject === 'stock' ? startStock() : startTessera());
process.send?.({ address });
process.once('disconnect', () => process.exit());
