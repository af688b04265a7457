import DataLoader from 'dataloader';
import { type DocumentNode, parse } from 'graphql';

/** A subgraph of products and their reviews in memory, so that what is measured is the server and not a database. */
export const typeDefs: DocumentNode = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

  type Query { product(upc: ID!): Product }

  type Product @key(fields: "upc") {
    upc: ID!
    name: String!
    kind: Kind!
    price: Money!
    weight: Int
    isInStock: Boolean!
    reviews(first: Int = 3): [Review!]!
  }

  enum Kind { SERVICE GOODS }
  type Money { amount: String! currencyCode: String! }
  type Review { id: ID! body: String! rating: Float author: User }
  type User @key(fields: "id", resolvable: false) { id: ID! }
`);

const PRODUCTS = 1_000;
const REVIEWS = 3;

interface Product {
  readonly upc: string;
  readonly name: string;
  readonly kind: string;
  readonly price: { readonly amount: string; readonly currencyCode: string };
  readonly weight: number | null;
  readonly isInStock: boolean;
}

const products = new Map(
  Array.from({ length: PRODUCTS }, (_, number): [string, Product] => [
    String(number),
    {
      upc: String(number),
      name: `Product number ${number}`,
      kind: number % 3 === 0 ? 'SERVICE' : 'GOODS',
      price: { amount: `${number}.50`, currencyCode: 'CAD' },
      weight: number % 5 === 0 ? null : number,
      isInStock: number % 2 === 0,
    },
  ]),
);

const reviewsOf = (upc: string) =>
  Array.from({ length: REVIEWS }, (_, number) => ({
    id: `${upc}-${number}`,
    body: `Review ${number} of product ${upc}: I would buy this again.`,
    rating: number + 0.5,
    author: number === 0 ? null : { id: String(number) },
  }));

export interface Loaders {
  readonly productByUpc: DataLoader<string, Product | null>;
  readonly reviewsByProduct: DataLoader<string, ReturnType<typeof reviewsOf>>;
}

/** A request's loaders. */
export const createLoaders = (): Loaders => ({
  productByUpc: new DataLoader(async (keys) => keys.map((key) => copyOf(products.get(key)))),
  reviewsByProduct: new DataLoader(async (keys) => keys.map(reviewsOf)),
});

/** Rows of a database are new objects for every request. */
const copyOf = (product: Product | undefined): Product | null => (product ? { ...product } : null);

export const resolvers = {
  Query: {
    product: (_: unknown, { upc }: { upc: string }, { loaders }: { loaders: Loaders }) =>
      loaders.productByUpc.load(upc),
  },
  Product: {
    __resolveReference: ({ upc }: { upc: string }, { loaders }: { loaders: Loaders }) =>
      loaders.productByUpc.load(upc),
    reviews: async ({ upc }: Product, { first }: { first: number }, { loaders }: { loaders: Loaders }) =>
      (await loaders.reviewsByProduct.load(upc)).slice(0, first),
  },
};
