import { found, notFound, RestError } from '../failure.ts';
import {
  RestShopOrderDocument,
  RestShopProductCreateDocument,
  RestShopProductDeleteDocument,
  RestShopProductDocument,
  type RestShopProductQuery,
  RestShopProductUpdateDocument,
  RestShopPurchasedDocument,
  RestShopUserCreateDocument,
  RestShopUserDeleteDocument,
  RestShopUserDocument,
  RestShopUserMatchDocument,
  RestShopUserUpdateDocument,
} from '../operations.generated.ts';
import { route } from '../route.ts';
import {
  amount,
  amountOut,
  filledText,
  id,
  idOut,
  type JsonSchema,
  mapOf,
  object,
  oneOf,
  orNull,
  text,
  whole,
} from '../schemas.ts';

const username = filledText;
const email = filledText;
const password: JsonSchema = { type: 'string', minLength: 8, maxLength: 254 };
const name = filledText;
const quantity: JsonSchema = { type: 'integer', minimum: 0, maximum: 1_000_000_000 };
/** A product of the graph may be without limit. */
const stock = orNull(whole);

const user = object({ id, username: text, email: text });
const product = object({ id, name: text, description: text, price: amount, quantity: stock });
const gone = object({ id });

const userOut = (given: { id: string; username: string; email: string }) => ({
  id: idOut(given.id),
  username: given.username,
  email: given.email,
});

type Product = Omit<NonNullable<RestShopProductQuery['product']>, 'version'>;
const productOut = (given: Product) => ({
  id: idOut(given.id),
  name: given.name,
  description: given.description,
  price: amountOut(given.price.amount),
  quantity: given.stock,
});

const command = (word: string): JsonSchema => ({ type: 'string', const: word });
const NO_USER = 'user with this id';
const NO_PRODUCT = 'product with this id';
const path = (rest: string) => [`/rest/shop${rest}`];
const UPDATED = 'as it is now';

export const shop = [
  route({
    methods: ['POST'],
    paths: path('/user'),
    command: 'create',
    summary: 'Opens an account. An admin may choose its id.',
    access: 'anyone',
    body: object(
      { command: command('create'), username, email, password },
      { id, first_name: filledText, last_name: filledText },
    ),
    operation: RestShopUserCreateDocument,
    variables: ({ body }) => ({
      input: {
        ...(body.id !== undefined && { id: String(body.id) }),
        username: body.username,
        email: body.email,
        password: body.password,
        // The shop knows its users by no other name.
        firstName: body.first_name ?? body.username,
        lastName: body.last_name ?? body.username,
      },
    }),
    answer: ({ data }) => ({ status: 200, body: userOut(found(data.registerUser?.user, NO_USER)) }),
    answers: { 200: { description: 'The new user.', schema: user } },
    failures: [403, 409, 429],
  }),
  route({
    methods: ['POST'],
    paths: path('/user'),
    command: 'update',
    summary: 'Changes what is given of a user: all of it, or nothing.',
    access: 'viewer',
    body: object({ command: command('update'), id }, { username, email, password, current_password: text }),
    operation: RestShopUserUpdateDocument,
    variables: ({ body }) => ({
      input: {
        id: String(body.id),
        username: body.username,
        email: body.email,
        currentPassword: body.current_password,
        newPassword: body.password,
      },
    }),
    answer: ({ data }) => ({ status: 200, body: userOut(found(data.updateUser?.user, NO_USER)) }),
    answers: { 200: { description: `The user ${UPDATED}.`, schema: user } },
    failures: [404, 409, 429],
  }),
  route({
    methods: ['POST'],
    paths: path('/user'),
    command: 'delete',
    summary: 'Closes the account that all of these fields match.',
    access: 'viewer',
    body: object({ command: command('delete'), id, username, email, password: filledText }),
    before: {
      operation: RestShopUserMatchDocument,
      variables: ({ body }) => ({ input: { login: body.username, password: body.password } }),
      keep(data, { body }) {
        const match = data.signIn?.user;
        const isMeant =
          match?.id === String(body.id).toLowerCase() &&
          match.username === body.username.toLowerCase() &&
          match.email === body.email.toLowerCase();
        if (!isMeant) throw notFound('user that all of these fields match');
        return match.version;
      },
    },
    operation: RestShopUserDeleteDocument,
    variables: ({ body }, version) => ({ input: { id: String(body.id), version } }),
    answer: ({ data }) => ({ status: 200, body: { id: idOut(found(data.deleteUser?.userId, NO_USER)) } }),
    answers: { 200: { description: 'The user is gone.', schema: gone } },
    failures: [404, 409, 429],
  }),
  route({
    methods: ['GET'],
    paths: path('/user/{id}'),
    summary: 'A user.',
    access: 'viewer',
    operation: RestShopUserDocument,
    variables: ({ id }) => ({ id }),
    answer: ({ data }) => ({ status: 200, body: userOut(found(data.user, NO_USER)) }),
    answers: { 200: { description: 'The user.', schema: user } },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/user/purchased/{id}'),
    summary: 'What a user bought, by product id.',
    access: 'viewer',
    operation: RestShopPurchasedDocument,
    variables: ({ id }) => ({ id, first: 100 }),
    pages: { of: (data) => data.user?.purchases, limit: () => Number.POSITIVE_INFINITY },
    answer({ data, nodes }) {
      found(data.user, NO_USER);
      const bought = (nodes as readonly Purchase[]).flatMap(({ product, quantity }) =>
        product ? [[product.id, quantity]] : [],
      );
      if (bought.length === 0) throw notFound('purchase of this user');
      return { status: 200, body: Object.fromEntries(bought) };
    },
    answers: { 200: { description: 'How many of each product.', schema: mapOf(whole) } },
    failures: [404],
  }),
  route({
    methods: ['POST'],
    paths: path('/product'),
    command: 'create',
    summary: 'Adds a product.',
    access: 'admin',
    body: object({ command: command('create'), name, price: amount, quantity }, { id, description: text }),
    operation: RestShopProductCreateDocument,
    variables: ({ body }) => ({
      input: {
        ...(body.id !== undefined && { id: String(body.id) }),
        kind: 'GOODS' as const,
        name: body.name,
        description: body.description ?? '',
        price: String(body.price),
        stock: body.quantity,
      },
    }),
    answer: ({ data }) => ({ status: 200, body: productOut(found(data.createProduct?.product, NO_PRODUCT)) }),
    answers: { 200: { description: 'The new product.', schema: product } },
    failures: [409],
  }),
  route({
    methods: ['POST'],
    paths: path('/product'),
    command: 'update',
    summary: 'Changes what is given of a product: all of it, or nothing.',
    access: 'admin',
    body: object({ command: command('update'), id }, { name, description: text, price: amount, quantity }),
    operation: RestShopProductUpdateDocument,
    variables: ({ body }) => ({
      input: {
        id: String(body.id),
        name: body.name,
        description: body.description,
        price: body.price === undefined ? undefined : String(body.price),
        stock: body.quantity,
      },
    }),
    answer: ({ data }) => ({ status: 200, body: productOut(found(data.updateProduct?.product, NO_PRODUCT)) }),
    answers: { 200: { description: `The product ${UPDATED}.`, schema: product } },
    failures: [404],
  }),
  route({
    methods: ['POST'],
    paths: path('/product'),
    command: 'delete',
    summary: 'Deletes the product that all of these fields match.',
    access: 'admin',
    body: object(
      { command: command('delete'), id, name, price: amount, quantity: orNull(quantity) },
      { description: text },
    ),
    before: {
      operation: RestShopProductDocument,
      variables: ({ body }) => ({ id: String(body.id) }),
      keep(data, { body }) {
        const { version, ...given } = found(data.product, NO_PRODUCT);
        const match = productOut(given);
        const isMeant = (['name', 'price', 'quantity', 'description'] as const).every(
          (field) => body[field] === undefined || body[field] === match[field],
        );
        if (!isMeant) throw notFound('product that all of these fields match');
        return version;
      },
    },
    operation: RestShopProductDeleteDocument,
    variables: ({ body }, version) => ({ input: { id: String(body.id), version } }),
    answer: ({ data }) => ({
      status: 200,
      body: { id: idOut(found(data.deleteProduct?.productId, NO_PRODUCT)) },
    }),
    answers: { 200: { description: 'The product is gone.', schema: gone } },
    failures: [404, 409],
  }),
  route({
    methods: ['GET'],
    paths: path('/product/{id}'),
    summary: 'A product.',
    access: 'anyone',
    operation: RestShopProductDocument,
    variables: ({ id }) => ({ id }),
    answer: ({ data }) => ({ status: 200, body: productOut(found(data.product, NO_PRODUCT)) }),
    answers: { 200: { description: 'The product; its quantity is null without a limit.', schema: product } },
    failures: [404],
  }),
  route({
    methods: ['POST'],
    paths: path('/order'),
    summary: 'Places an order, and waits for what becomes of it. `Idempotency-Key` names the attempt.',
    access: 'viewer',
    body: object(
      { product_id: id, user_id: id, quantity: { type: 'integer', minimum: 1, maximum: 100_000 } },
      { command: command('place order') },
    ),
    operation: RestShopOrderDocument,
    variables: ({ body, headers: { 'idempotency-key': key } }) => ({
      input: {
        userId: String(body.user_id),
        lines: [{ productId: String(body.product_id), quantity: body.quantity }],
        wait: true,
        ...(typeof key === 'string' && { idempotencyKey: key }),
      },
    }),
    answer({ data, request: { body } }) {
      const order = data.placeOrder?.order;
      if (!order) throw new RestError('INTERNAL_SERVER_ERROR', 'The order was not placed.');
      const { product_id, user_id, quantity } = body;
      const answered = { id: idOut(order.id), product_id, user_id, quantity };
      // Called off while somebody waited for it, by another request.
      if (order.status === 'CANCELLED') throw new RestError('NOT_FULFILLED', 'The order was called off.');
      if (order.status !== 'PENDING') return { status: 200, body: { ...answered, status: 'Success' } };
      const location = `/rest/order-processor/order_info/${order.id}`;
      return { status: 202, body: { ...answered, status: 'Pending' }, headers: { location } };
    },
    answers: {
      200: { description: 'It is confirmed.', schema: placed('Success') },
      202: { description: 'It takes longer: ask at `Location`.', schema: placed('Pending') },
    },
    failures: [404, 409],
    wordings: { INSUFFICIENT_STOCK: 'Exceeded quantity limit' },
  }),
];

interface Purchase {
  readonly quantity: number;
  readonly product: { readonly id: string } | null;
}

function placed(status: string): JsonSchema {
  return object({ id, product_id: id, user_id: id, quantity: whole, status: oneOf(status) });
}
