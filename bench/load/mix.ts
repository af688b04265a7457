import type { Deployment } from '../orders/deployment.ts';

const FAULTS = 'userErrors { code }';
const CREATE = `mutation ($input: CreateProductInput!) { result: createProduct(input: $input) { product { id } ${FAULTS} } }`;
const UPDATE = `mutation ($input: UpdateProductInput!) { result: updateProduct(input: $input) { product { id } ${FAULTS} } }`;
const UPDATE_USER = `mutation ($input: UpdateUserInput!) { result: updateUser(input: $input) { user { id } ${FAULTS} } }`;
const DELETE = `mutation ($input: DeleteProductInput!) { result: deleteProduct(input: $input) { productId ${FAULTS} } }`;
const ORDER = `mutation ($input: PlaceOrderInput!) { result: placeOrder(input: $input) { order { id } ${FAULTS} } }`;
const READ_USER =
  'query ($id: ID!) { result: user(id: $id) { id firstName orders(first: 3) { edges { node { status } } } } }';
const READ_PRODUCT = 'query ($id: ID!) { result: product(id: $id) { id name stock unitsSold } }';

const USERS = 1_000;
const PRODUCTS = 100;
const SERVICES = 12;

interface Answer {
  readonly data?: {
    readonly result?: {
      readonly product?: { readonly id: string };
      readonly userErrors?: readonly { readonly code: string }[];
    } | null;
  };
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/**
 * Sends requests in the proportions of a shop: half of them reads, a quarter orders, the rest changes of the catalogue
 * and of users. Nobody registers among them: hashing a password is meant to take longer than the latency that is asked for.
 */
export function createMix(deployment: Deployment) {
  const own: string[] = [];
  let symbol = Math.floor(Math.random() * 36 ** 3);
  const draw = (bound: number) => String(1 + Math.floor(Math.random() * bound));

  const ask = async (query: string, variables: object): Promise<Answer> =>
    (await deployment.ask(query, variables)) as Answer;
  const create = async () => {
    // Symbols are few: one that is taken is an error of the load's own making, and counted as such.
    symbol = (symbol + 7) % 36 ** 3;
    const text = symbol.toString(36).toUpperCase().padStart(3, '0');
    const input = { symbol: text, kind: 'GOODS', name: `Load ${text}`, price: '9.99', stock: 1_000 };
    const answer = await ask(CREATE, { input });
    const id = answer.data?.result?.product?.id;
    if (id) own.push(id);
    return answer;
  };
  const send = (): Promise<Answer> => {
    const share = Math.random();
    if (share < 0.3) return ask(READ_USER, { id: draw(USERS) });
    if (share < 0.5) return ask(READ_PRODUCT, { id: draw(PRODUCTS) });
    if (share < 0.75) {
      const lines = [{ productId: draw(SERVICES), quantity: 1 }];
      return ask(ORDER, { input: { userId: draw(USERS), lines } });
    }
    if (share < 0.85 || own.length === 0) return create();
    if (share < 0.9) return ask(UPDATE, { input: { id: own[0], price: `${draw(99)}.00` } });
    if (share < 0.95) return ask(UPDATE_USER, { input: { id: draw(USERS), postalCode: `A1A ${draw(9)}A1` } });
    return ask(DELETE, { input: { id: own.shift() } });
  };

  return {
    /** Sends one request; gives the code of its first error, null when all went well. */
    async send(): Promise<string | null> {
      try {
        const { data, errors } = await send();
        if (errors) return errors[0]?.extensions?.code ?? 'UNKNOWN';
        return data?.result?.userErrors?.[0]?.code ?? null;
      } catch {
        return 'NO_ANSWER';
      }
    },
  };
}
