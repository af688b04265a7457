import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SubgraphError } from '../../gateway/index.ts';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createRestDoor, failure, KEYS, type RestCall, type RestDoor } from './rest-door.ts';

let door: RestDoor;
beforeAll(async () => {
  door = await createRestDoor({ carriesMessages: false });
});
afterAll(() => door.graph[Symbol.asyncDispose]());

const send = async (request: string, call: RestCall = {}) => {
  const [method, path] = request.split(' ');
  const { status, body } = await door.ask(`${method} /rest/products${path}`, call);
  return { status, body };
};
const asAdmin = (body?: unknown): RestCall => ({ as: admin, body });

const CURIO = {
  id: 9,
  title: 'Curio',
  image: 'https://images.example.com/products/curio.jpg',
  likes: 392,
};

describe('products', () => {
  it('are listed whole to anybody, by both paths', async () => {
    const { status, body } = await send('GET /api/products');
    expect(status).toBe(200);
    expect(body).toHaveLength(102);
    expect(body).toContainEqual(CURIO);
    expect((await send('GET /flask/api/products')).body).toEqual(body);
  });

  it('are listed a page at a time where that is asked for', async () => {
    const all = (await send('GET /api/products')).body;
    const read: unknown[] = [];
    let query = '?first=40';
    for (let page = 1; query; page++) {
      const { body, headers } = await door.ask(`GET /rest/products/api/products${query}`);
      read.push(...body);
      query = /^<(.*)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1] ?? '';
      expect(page).toBeLessThan(4);
    }
    expect(read).toEqual(all);
  });

  it.each(['?first=0', '?first=1001', '?first=abc', '?first=', '?after=nonsense'])(
    'are a 400 with %s',
    async (query) => {
      expect(await send(`GET /api/products${query}`)).toEqual({
        status: 400,
        body: failure('BAD_USER_INPUT'),
      });
    },
  );
});

describe('a product', () => {
  it('is told to anybody', async () => {
    expect(await send('GET /api/products/9')).toEqual({ status: 200, body: CURIO });
    expect(await send('GET /api/products/0')).toEqual({ status: 404, body: failure('NOT_FOUND') });
    expect(await send('GET /api/products/abc')).toEqual({ status: 400, body: failure('BAD_USER_INPUT') });
  });

  it('is created, updated and deleted by an admin', async () => {
    const image = 'https://images.example.com/pot.jpg';
    const created = await door.ask('POST /rest/products/api/products', asAdmin({ title: 'Pot', image }));
    const { id } = created.body;
    expect(created).toMatchObject({ status: 201, body: { title: 'Pot', image, likes: 0 } });
    expect(created.headers.location).toBe(`/rest/products/api/products/${id}`);
    const path = `/api/products/${id}`;
    expect((await send(`GET ${path}`)).body).toEqual(created.body);
    expect(await send(`PUT ${path}`, asAdmin({ title: 'Pan' }))).toEqual({
      status: 202,
      body: { id, title: 'Pan', image, likes: 0 },
    });
    expect((await send(`PUT ${path}`, asAdmin({ title: 'Pan', image: null }))).body.image).toBeNull();
    expect(await send(`DELETE ${path}`, asAdmin())).toEqual({ status: 204, body: '' });
    for (const request of [`GET ${path}`, `DELETE ${path}`])
      expect(await send(request, asAdmin())).toMatchObject({ status: 404 });
    expect(await send(`PUT ${path}`, asAdmin({ title: 'Pan' }))).toEqual({
      status: 404,
      body: failure('PRODUCT_NOT_FOUND'),
    });
  });

  it('costs nothing and is not in stock at first, so that nobody orders it for nothing', async () => {
    const { body } = await send('POST /api/products', asAdmin({ title: 'Kettle' }));
    expect((await door.ask(`GET /rest/shop/product/${body.id}`)).body).toMatchObject({
      price: 0,
      quantity: 0,
    });
  });

  it.each([
    {},
    { title: '' },
    { title: ' ' },
    { title: 5 },
    { title: 'Pot', image: 5 },
    { title: 'Pot', image: 'here' },
  ])('is a 400 as %j', async (body) => {
    for (const request of ['POST /api/products', 'PUT /api/products/9'])
      expect(await send(request, asAdmin(body))).toMatchObject({ status: 400 });
  });

  it.each(['POST /api/products', 'PUT /api/products/9', 'DELETE /api/products/9'])(
    'is an admin’s to change: %s',
    async (request) => {
      const body = request.startsWith('DELETE') ? undefined : { title: 'Pot' };
      expect(await send(request, { body })).toEqual({ status: 401, body: failure('UNAUTHENTICATED') });
      expect(await send(request, { body, as: customer('7') })).toEqual({
        status: 403,
        body: failure('FORBIDDEN'),
      });
    },
  );
});

describe('a like', () => {
  const LIKE = 'POST /flask/api/products/32/like';

  it('counts once for a user', async () => {
    const { likes } = (await send('GET /api/products/32')).body;
    expect(await send(LIKE, { key: KEYS.user })).toEqual({
      status: 200,
      body: { message: 'success', id: 32, likes: likes + 1 },
    });
    expect(await send(LIKE, { as: customer('7') })).toEqual({ status: 409, body: failure('ALREADY_LIKED') });
    expect((await send(LIKE, { as: customer('8') })).body.likes).toBe(likes + 2);
  });

  it('needs a product, and a user', async () => {
    const like = (id: string, call: RestCall) => send(`POST /flask/api/products/${id}/like`, call);
    expect(await like('9999', { as: customer('7') })).toEqual({
      status: 404,
      body: failure('PRODUCT_NOT_FOUND'),
    });
    expect(await like('abc', { as: customer('7') })).toEqual({
      status: 400,
      body: failure('BAD_USER_INPUT'),
    });
    expect(await like('32', {})).toEqual({ status: 401, body: failure('UNAUTHENTICATED') });
    expect(await like('32', { as: admin })).toEqual({ status: 403, body: failure('FORBIDDEN') });
  });
});

describe('a random user', () => {
  it('is one that there is, told to admins', async () => {
    const { status, body } = await send('GET /api/user', asAdmin());
    expect(status).toBe(200);
    expect((await door.ask(`GET /rest/shop/user/${body.id}`, { as: admin })).status).toBe(200);
    expect(await send('GET /api/user', { as: customer('7') })).toMatchObject({ status: 403 });
  });

  it('is any of them, and not of their first page alone', async () => {
    const { data } = await door.graph.execute('{ users(first: 100) { edges { node { id } } } }', {
      viewer: admin,
    });
    const first = new Set(data.users.edges.map(({ node }: { node: { id: string } }) => node.id));
    const drawn = await Promise.all(Array.from({ length: 10 }, () => send('GET /api/user', asAdmin())));
    expect(drawn.filter(({ body }) => !first.has(String(body.id)))).not.toEqual([]);
  });
});

describe('health', () => {
  const HEALTHY = { status: 'healthy', database: 'up' };

  it('is told to anybody', async () => {
    expect(await send('GET /api/health')).toEqual({ status: 200, body: HEALTHY });
    expect(await send('GET /flask/api/health')).toEqual({ status: 200, body: HEALTHY });
    expect(await send('GET /ready')).toEqual({ status: 200, body: { status: 'ready' } });
  });

  it('is bad while the database or the service is away', async () => {
    using _ = door.graph.replace('products', {
      execute: () => Promise.reject(new SubgraphError('products', 'SUBGRAPH_UNAVAILABLE')),
    });
    const unhealthy = { status: 'unhealthy', database: 'down', ...failure('SUBGRAPH_UNAVAILABLE') };
    expect(await send('GET /api/health')).toEqual({ status: 503, body: unhealthy });
    expect(await send('GET /flask/api/health')).toEqual({ status: 503, body: unhealthy });
    expect(await send('GET /ready')).toEqual({
      status: 503,
      body: { status: 'not ready', ...failure('SUBGRAPH_UNAVAILABLE') },
    });
  });
});

describe('the metrics', () => {
  it('are Prometheus’ text, for admins', async () => {
    const { status, headers, body } = await door.ask('GET /rest/products/metrics', { key: KEYS.admin });
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).toContain('# TYPE tessera_gateway_compiled_operations_total counter');
    expect(await send('GET /metrics')).toMatchObject({ status: 401 });
  });
});
