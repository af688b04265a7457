import { found } from '../failure.ts';
import {
  RestProductsCreateDocument,
  RestProductsDeleteDocument,
  RestProductsHealthDocument,
  RestProductsLikeDocument,
  RestProductsListDocument,
  RestProductsProductDocument,
  RestProductsUpdateDocument,
  RestProductsUserDocument,
} from '../operations.generated.ts';
import { route } from '../route.ts';
import { filledText, id, idOut, list, object, oneOf, orNull, text, whole } from '../schemas.ts';

const product = object({ id, title: text, image: orNull(text), likes: whole });

interface Product {
  readonly id: string;
  readonly name: string;
  readonly imageUrl: string | null;
  readonly likeCount: number;
}
const productOut = (given: Product) => ({
  id: idOut(given.id),
  title: given.name,
  image: given.imageUrl,
  likes: given.likeCount,
});

const NO_PRODUCT = 'product with this id';
const path = (...rest: readonly string[]) => rest.map((each) => `/rest/products${each}`);
const MOST = 1_000;

const down = { status: 'unhealthy', database: 'down' } as const;

export const products = [
  route({
    methods: ['GET'],
    paths: path('/api/products', '/flask/api/products'),
    summary: 'The products, the newest first; `Link` leads to more.',
    access: 'anyone',
    query: {
      first: {
        type: 'string',
        pattern: '^([1-9][0-9]{0,2}|1000)$',
        description: 'How many, 1 to 1000; default 1000.',
      },
      after: { type: 'string', minLength: 1, maxLength: 1000, description: 'Start after this cursor.' },
    },
    operation: RestProductsListDocument,
    variables: ({ query: { first = MOST, after } }) => ({ first: Math.min(Number(first), 100), after }),
    pages: { of: (data) => data.products, limit: ({ query: { first = MOST } }) => Number(first) },
    answer({ nodes, nextCursor, request: { query } }) {
      const more = new URLSearchParams({
        ...(query.first && { first: query.first }),
        after: nextCursor ?? '',
      });
      return {
        status: 200,
        body: (nodes as readonly (Product | null)[]).flatMap((each) => (each ? [productOut(each)] : [])),
        headers: nextCursor === null ? {} : { link: `<?${more}>; rel="next"` },
      };
    },
    answers: { 200: { description: 'The products.', schema: list(product) } },
  }),
  route({
    methods: ['POST'],
    paths: path('/api/products'),
    summary: 'Adds a product, at no price and with none in stock.',
    access: 'admin',
    body: object({ title: filledText }, { image: orNull(filledText) }),
    operation: RestProductsCreateDocument,
    // Nobody shall order for nothing what has no price yet.
    variables: ({ body }) => ({
      input: { kind: 'GOODS' as const, name: body.title, imageUrl: body.image ?? null, price: '0', stock: 0 },
    }),
    answer({ data }) {
      const created = found(data.createProduct?.product, NO_PRODUCT);
      const location = `/rest/products/api/products/${created.id}`;
      return { status: 201, body: productOut(created), headers: { location } };
    },
    answers: { 201: { description: 'The new product.', schema: product } },
  }),
  route({
    methods: ['GET'],
    paths: path('/api/products/{id}'),
    summary: 'A product.',
    access: 'anyone',
    operation: RestProductsProductDocument,
    variables: ({ id }) => ({ id }),
    answer: ({ data }) => ({ status: 200, body: productOut(found(data.product, NO_PRODUCT)) }),
    answers: { 200: { description: 'The product.', schema: product } },
    failures: [404],
  }),
  route({
    methods: ['PUT'],
    paths: path('/api/products/{id}'),
    summary: 'Changes a product; an image that is not given stays.',
    access: 'admin',
    body: object({ title: filledText }, { image: orNull(filledText) }),
    operation: RestProductsUpdateDocument,
    variables: ({ id, body }) => ({ input: { id, name: body.title, imageUrl: body.image } }),
    answer: ({ data }) => ({ status: 202, body: productOut(found(data.updateProduct?.product, NO_PRODUCT)) }),
    answers: { 202: { description: 'The product as it is now.', schema: product } },
    failures: [404],
  }),
  route({
    methods: ['DELETE'],
    paths: path('/api/products/{id}'),
    summary: 'Deletes a product and its likes.',
    access: 'admin',
    operation: RestProductsDeleteDocument,
    variables: ({ id }) => ({ input: { id } }),
    answer: () => ({ status: 204 }),
    answers: { 204: { description: 'It is gone.' } },
    failures: [404],
  }),
  route({
    methods: ['POST'],
    paths: path('/flask/api/products/{id}/like'),
    summary: 'Likes a product, as the user who asks; once.',
    access: 'viewer',
    operation: RestProductsLikeDocument,
    variables: ({ id }) => ({ input: { productId: id } }),
    answer({ data }) {
      const liked = found(data.likeProduct?.product, NO_PRODUCT);
      return {
        status: 200,
        body: { message: 'success', id: idOut(liked.id), likes: liked.likeCount },
      };
    },
    answers: {
      200: { description: 'It is liked.', schema: object({ message: oneOf('success'), id, likes: whole }) },
    },
    failures: [404, 409],
  }),
  route({
    methods: ['GET'],
    paths: path('/api/user'),
    summary: 'Some user, by chance, of the first 1000; for demonstrations.',
    access: 'admin',
    operation: RestProductsUserDocument,
    variables: () => ({ first: 100 }),
    pages: { of: (data) => data.users, limit: () => MOST },
    answer({ nodes }) {
      const users = (nodes as readonly ({ readonly id: string } | null)[]).flatMap((each) => each ?? []);
      const user = found(users[Math.floor(Math.random() * users.length)], 'user');
      return { status: 200, body: { id: idOut(user.id) } };
    },
    answers: { 200: { description: 'The user.', schema: object({ id }) } },
    failures: [404],
  }),
  route({
    methods: ['GET'],
    paths: path('/api/health', '/flask/api/health'),
    summary: 'Whether the products’ database answers.',
    access: 'anyone',
    operation: RestProductsHealthDocument,
    answer: () => ({ status: 200, body: { status: 'healthy', database: 'up' } }),
    answers: {
      200: {
        description: 'It does.',
        schema: object({ status: oneOf('healthy'), database: oneOf('up') }),
      },
    },
    whenDown: down,
  }),
  route({
    methods: ['GET'],
    paths: path('/ready'),
    summary: 'Whether requests about products can be answered.',
    access: 'anyone',
    operation: RestProductsHealthDocument,
    answer: () => ({ status: 200, body: { status: 'ready' } }),
    answers: { 200: { description: 'They can.', schema: object({ status: oneOf('ready') }) } },
    whenDown: { status: 'not ready' },
  }),
  route({
    methods: ['GET'],
    paths: path('/metrics'),
    summary: 'The metrics of the gateway’s process, in Prometheus’ text format.',
    access: 'admin',
    operation: null,
    async answer({ readMetrics }) {
      const { mediaType, text } = await readMetrics();
      return { status: 200, body: text, headers: { 'content-type': mediaType } };
    },
    answers: { 200: { description: 'The metrics.', schema: text, mediaType: 'text/plain' } },
  }),
];
