import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createLogger } from '../../kit/logger.ts';
import { createSubgraphGraphQL } from '../../kit/server/graphql.ts';
import type { Operation } from '../../kit/server/subgraph-request.ts';
import { createLoaders, resolvers, typeDefs } from './catalogue.ts';

/** What to run, how many at a time, and for how long; for no time it is run once. */
export interface Order {
  readonly operation: Operation;
  readonly concurrency: number;
  readonly milliseconds: number;
}

// The catalogue as an in-process gateway calls it: objects in, objects out. It takes orders over HTTP, and calls itself.
const log = createLogger('bench', 'warn');
const { answer } = createSubgraphGraphQL({ typeDefs, resolvers, log });
const call = (operation: Operation) =>
  answer(operation, { viewer: null, requestId: 'bench', log, loaders: createLoaders() } as never);

async function carryOut({ operation, concurrency, milliseconds }: Order) {
  const started = performance.now();
  let requests = 0;
  const client = async () => {
    for (; performance.now() - started < milliseconds; requests++) await call(operation);
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  const seconds = (performance.now() - started) / 1000;
  return { requests, seconds, answer: await call(operation) };
}

const server = createServer(async (request, response) => {
  response.end(JSON.stringify(await carryOut((await json(request)) as Order)));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
});
process.once('disconnect', () => process.exit());
