import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import type { SubgraphExecutor, SubgraphResponse } from '../../kit/server/subgraph-request.ts';
import { PUBLIC_SUBGRAPHS } from './schemas.ts';

const USERS = 6;
const PRODUCTS = 100;
/** Only the first ones have reviews. */
const REVIEWED = 9;
const REVIEWS = 26;

const userOf = (review: number) => ({ id: String((review % USERS) + 1) });
const productOf = (review: number) => ({ upc: String(((review * 5) % REVIEWED) + 1) });
const reviews = Array.from({ length: REVIEWS }, (_, number) => ({
  id: String(number + 1),
  body: `Review number ${number + 1}: I would ${number % 3 === 0 ? 'not ' : ''}buy this again.`,
  author: { ...userOf(number), username: `user${userOf(number).id}` },
  product: productOf(number),
}));

const user = (id: string) => ({ id, name: `Name of user ${id}`, username: `user${id}`, birthday: 1990 });
const product = (upc: string) => ({
  upc,
  name: `Product number ${upc}`,
  price: Number(upc) * 100,
  weight: Number(upc) * 10,
});

const RESOLVERS: Readonly<Record<string, object>> = {
  accounts: {
    Query: { users: () => Array.from({ length: USERS }, (_, index) => user(String(index + 1))) },
    User: { __resolveReference: ({ id }: { id: string }) => user(id) },
  },
  inventory: {
    Product: {
      inStock: ({ upc }: { upc: string }) => Number(upc) % 2 === 0,
      shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
        price > 1000 ? 0 : Math.round(weight / 2),
    },
  },
  products: {
    Query: {
      topProducts: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: Math.min(first, PRODUCTS) }, (_each, index) => product(String(index + 1))),
    },
    Product: { __resolveReference: ({ upc }: { upc: string }) => product(upc) },
  },
  reviews: {
    User: { reviews: ({ id }: { id: string }) => reviews.filter(({ author }) => author.id === id) },
    Product: { reviews: ({ upc }: { upc: string }) => reviews.filter((each) => each.product.upc === upc) },
  },
};

/**
 * The public benchmark's subgraphs. Each answer is computed once and then repeated from memory, so that what is
 * measured is the gateway.
 */
export function createPublicSubgraphs(): ReadonlyMap<string, SubgraphExecutor> {
  return new Map(
    Object.entries(PUBLIC_SUBGRAPHS).map(([name, sdl]) => {
      const schema = buildSubgraphSchema([
        { typeDefs: parse(sdl), resolvers: (RESOLVERS[name] ?? {}) as never },
      ]);
      const answers = new Map<string, string>();
      const executor: SubgraphExecutor = async ({ query, variables, operationName }) => {
        const key = JSON.stringify([query, variables]);
        let answer = answers.get(key);
        if (answer === undefined) {
          const result = await execute({
            schema,
            document: parse(query),
            variableValues: { ...variables },
            operationName: operationName ?? null,
          });
          answer = JSON.stringify(result);
          answers.set(key, answer);
        }
        return JSON.parse(answer) as SubgraphResponse;
      };
      return [name, executor];
    }),
  );
}
