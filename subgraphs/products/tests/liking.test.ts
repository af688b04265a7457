import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserDeleted } from '../../../events/index.ts';
import { startOnBus } from '../../../events/testing/subgraph-on-bus.ts';
import { lineUp } from '../../../kit/testing/line-up.ts';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createProductsSubgraph } from '../index.ts';
import { mutate } from './documents.ts';

let products: TestSubgraph;
beforeEach(async () => {
  products = await createTestSubgraph(createProductsSubgraph);
});
afterEach(() => products[Symbol.asyncDispose]());

const like = (user: string, productId = '26') =>
  mutate(products, 'likeProduct', { productId }, customer(user));
const unlike = (user: string, productId = '26') =>
  mutate(products, 'unlikeProduct', { productId }, customer(user));

const readDrift = ({ database } = products) =>
  database.rows(
    'SELECT id FROM products WHERE like_count <> (SELECT COUNT(*) FROM likes WHERE product_id = products.id)',
    [],
  );

describe('a like', () => {
  it('counts at once, and is told to the others', async () => {
    await unlike('7');
    const { product: before } = await mutate(products, 'updateProduct', { id: '26' }, admin);
    const { product, userErrors } = await like('7');
    expect(userErrors).toEqual([]);
    expect(product).toMatchObject({ likeCount: before.likeCount + 1, viewerLikes: true, version: 1 });
    expect((await readOutbox(products.database)).at(-1)).toEqual({
      name: 'ProductLiked',
      subject: 'Product:26',
      sequence: expect.any(Number),
      payload: { userId: '7', likeCount: before.likeCount + 1 },
    });
  });

  it('is refused the second time, and the count stays', async () => {
    await like('7');
    const { product, userErrors } = await like('7');
    expect(product).toBeNull();
    expect(userErrors).toEqual([
      { code: 'ALREADY_LIKED', message: 'You like this product already.', path: ['productId'] },
    ]);
    expect(await readDrift()).toEqual([]);
  });

  it('is one however often it is sent at once, and of many users none is lost', async () => {
    const users = Array.from({ length: 40 }, (_, i) => String(5_000 + i));
    const answers = await Promise.all(users.flatMap((user) => [like(user, '1'), like(user, '1')]));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(40);
    expect(await readDrift()).toEqual([]);
    const sequences = (await readOutbox(products.database)).map(({ sequence }) => sequence);
    expect(new Set(sequences).size).toBe(40);
  });

  it('is taken back once', async () => {
    await like('7');
    const { product } = await unlike('7');
    expect(product).toMatchObject({ viewerLikes: false });
    expect((await unlike('7')).userErrors).toMatchObject([{ code: 'NOT_LIKED' }]);
    expect(await readDrift()).toEqual([]);
    const { likeCount } = product;
    expect(await readOutbox(products.database)).toMatchObject([
      { name: 'ProductLiked', payload: { userId: '7', likeCount: likeCount + 1 } },
      { name: 'ProductUnliked', payload: { userId: '7', likeCount } },
    ]);
  });

  it('is taken back once, also where its user is deleted at that moment', async () => {
    await using world = await startOnBus(createProductsSubgraph);
    const { subgraph } = world;
    const input = { productId: '26' };
    await mutate(subgraph, 'likeProduct', input, customer('5001'));
    const [{ product }] = await lineUp(subgraph.database, { table: 'products', id: '26' }, [
      () => mutate(subgraph, 'unlikeProduct', input, customer('5001')),
      () => world.publish(UserDeleted.message({ id: '5001', sequence: 2, payload: {} })),
    ]);
    await world.settled();
    expect(product).toMatchObject({ viewerLikes: false });
    expect(await readDrift(subgraph)).toEqual([]);
  });

  it('needs a product that there is', async () => {
    expect((await like('7', '0')).userErrors).toMatchObject([{ code: 'PRODUCT_NOT_FOUND' }]);
    expect((await unlike('7', '0')).userErrors).toMatchObject([{ code: 'PRODUCT_NOT_FOUND' }]);
    expect(errorCodes(await like('7', '1 or 1=1'))).toEqual(['BAD_USER_INPUT']);
    expect(await readOutbox(products.database)).toEqual([]);
  });

  it('needs a user', async () => {
    const input = { productId: '26' };
    expect(errorCodes(await mutate(products, 'likeProduct', input))).toEqual(['UNAUTHENTICATED']);
    expect(errorCodes(await mutate(products, 'likeProduct', input, admin))).toEqual(['FORBIDDEN']);
  });
});
