import { expect } from 'vitest';
import { createLogger } from '../../kit/logger.ts';
import { hasRoom, openAtRest } from '../../kit/server/room.ts';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import type { TestGraph } from '../graph.ts';

const FAULTS = 'userErrors { code message path }';
const ORDER = `order { id status pricing rejection { code message } executionPrice { amount }
  lines { productName quantity unitPrice { amount } executionPrice { amount } } }`;

const DOCUMENTS = {
  createProduct: `mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id version } ${FAULTS} } }`,
  updateProduct: `mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { product { id } ${FAULTS} } }`,
  deleteProduct: `mutation ($input: DeleteProductInput!) { deleteProduct(input: $input) { productId ${FAULTS} } }`,
  likeProduct: `mutation ($input: LikeProductInput!) { likeProduct(input: $input) { product { likeCount } ${FAULTS} } }`,
  placeOrder: `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ${ORDER} ${FAULTS} } }`,
  cancelOrder: `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { ${ORDER} ${FAULTS} } }`,
  deleteUser: `mutation ($input: DeleteUserInput!) { deleteUser(input: $input) { userId ${FAULTS} } }`,
  registerUser: `mutation ($input: RegisterUserInput!) { registerUser(input: $input) { user { id } ${FAULTS} } }`,
};

export type ShopMutation = keyof typeof DOCUMENTS;

/** Runs a mutation, as a customer or (`null`) as an admin, and gives its payload beside the answer's errors. */
export async function mutate(
  graph: TestGraph,
  mutation: ShopMutation,
  input: object,
  userId: string | null = null,
  // biome-ignore lint/suspicious/noExplicitAny: every payload has a shape of its own, and assertions check it
): Promise<any> {
  const viewer = userId === null ? admin : customer(userId);
  const { data, errors } = await graph.execute(DOCUMENTS[mutation], { viewer, variables: { input } });
  return { ...data?.[mutation], ...(errors && { errors }) };
}

let symbols = 0;

/** Adds a product of the test's own, and gives its id. */
export async function addProduct(graph: TestGraph, stock: number | null, price = '10.00'): Promise<string> {
  const symbol = `Q${(symbols++).toString(36).padStart(2, '0').toUpperCase()}`;
  const input = { symbol, kind: 'GOODS', name: `Product ${symbol}`, price, stock };
  const { product } = await mutate(graph, 'createProduct', input);
  return product.id;
}

/** Places an order of one product, and waits for it. */
export const buy = (
  graph: TestGraph,
  userId: string,
  productId: string,
  quantity: number,
  rest: object = {},
) => mutate(graph, 'placeOrder', { lines: [{ productId, quantity }], wait: true, ...rest }, userId);

/** What is left of a product, and what was sold of it. */
export async function readShelf(graph: TestGraph, id: string) {
  const { data } = await graph.execute('query ($id: ID!) { product(id: $id) { stock unitsSold } }', {
    variables: { id },
  });
  return data.product as { stock: number | null; unitsSold: number };
}

/** Where a broker carries messages, they are in no table on their way: what is still is looked at for longer. */
const QUIET_LOOKS = process.env.TEST_TOPOLOGY === 'processes' ? 15 : 2;

/** Waits until no message is under way. */
export async function settle(graph: TestGraph): Promise<void> {
  const databases = await Promise.all([...graph.subgraphs.keys()].map(graph.database));
  const isQuiet = async () => {
    for (const database of databases) {
      for (const table of ['event_outbox', 'event_deliveries']) {
        const [row] = await database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`, []);
        if (Number(row?.n) > 0) return false;
      }
    }
    return true;
  };
  let looks = 0;
  const countLooks = async () => {
    looks = (await isQuiet()) ? looks + 1 : 0;
    return looks;
  };
  await expect.poll(countLooks, { timeout: 30_000, interval: 30 }).toBeGreaterThanOrEqual(QUIET_LOOKS);
}

/** Every kept total that is not what its rows come to. */
export async function readDrift({ settings }: TestGraph) {
  const entries = readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom);
  const drifts = entries.map(async (entry) => {
    const subgraph = await openAtRest(entry, { log: createLogger('test', 'silent'), env: settings });
    return subgraph.recount(subgraph.database).finally(subgraph.close);
  });
  return (await Promise.all(drifts)).flat();
}
