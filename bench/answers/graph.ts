import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { SubgraphExecutor, SubgraphResponse } from '../../kit/server/subgraph-request.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const SUBGRAPHS = {
  catalogue: `${LINK}
    type Query { items(count: Int!): [Item!]! }
    type Item @key(fields: "id") { id: ID! name: String! text: String! }`,
  warehouse: `${LINK}
    type Item @key(fields: "id") { id: ID! stock: Int! place: Place! }
    type Place { hall: String! shelf: Int! }`,
};

/** Asks for a list of entities, each of which two subgraphs know a part of. */
export const LIST_QUERY =
  'query List($count: Int!) { items(count: $count) { id name text stock place { hall shelf } } }';

/** About how much of the answer one item is, in bytes. */
export const ITEM_BYTES = 200;

export function listSupergraph(): string {
  const services = Object.entries(SUBGRAPHS).map(([name, sdl]) => ({
    name,
    typeDefs: parse(sdl),
    url: `http://127.0.0.1/${name}`,
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

/** The subgraphs: each answer is written once, and parsed each time, as an answer over HTTP would be. */
export function createListSubgraphs(): ReadonlyMap<string, SubgraphExecutor> {
  const answering = (answer: (variables: Record<string, unknown>) => object): SubgraphExecutor => {
    const known = new Map<number, string>();
    return async ({ variables = {} }) => {
      const { count, representations } = variables as { count?: number; representations?: object[] };
      const size = count ?? representations?.length ?? 0;
      const text = known.get(size) ?? JSON.stringify({ data: answer(variables) });
      known.set(size, text);
      return JSON.parse(text) as SubgraphResponse;
    };
  };
  return new Map([
    [
      'catalogue',
      answering(({ count }) => ({ items: Array.from({ length: Number(count) }, (_, id) => item(id)) })),
    ],
    [
      'warehouse',
      answering(({ representations }) => ({
        _entities: (representations as object[]).map((_, id) => stock(id)),
      })),
    ],
  ]);
}

const item = (id: number) => ({
  __typename: 'Item',
  id: String(id),
  name: `Item number ${id}`,
  text: `What there is to say of ${id}, in a sentence or two that a reader would read to the end.`,
});

const stock = (id: number) => ({ stock: id % 100, place: { hall: `Hall ${id % 9}`, shelf: id % 1000 } });
