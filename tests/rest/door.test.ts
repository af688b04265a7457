import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createRest, REST_CODES, ROUTES } from '../../rest/index.ts';
import { createRestDoor, failure, KEYS, type RestDoor } from './rest-door.ts';

let door: RestDoor;
beforeAll(async () => {
  door = await createRestDoor({ carriesMessages: false });
});
afterAll(() => door.graph[Symbol.asyncDispose]());

/** How often the subgraphs were asked meanwhile. */
const callsOf = async (work: () => Promise<unknown>) => (await door.graph.costOf(work)).calls;

describe('who asks', () => {
  const USER_7 = 'GET /rest/orchestrate/user/7';

  it.each([
    ['a token of an admin', { as: admin }, 200],
    ['a token of the user', { as: customer('7') }, 200],
    ['a token of another user', { as: customer('8') }, 403],
    ['an API key of an admin', { key: KEYS.admin }, 200],
    ['an API key of the user', { key: KEYS.user }, 200],
    ['a token, which says who it is also beside an API key', { as: customer('8'), key: KEYS.user }, 403],
  ])('is known by %s', async (_, call, status) => {
    expect((await door.ask(USER_7, call)).status).toBe(status);
  });

  it.each([
    ['nothing is sent', {}],
    ['nobody has the API key', { key: `${KEYS.admin}x` }],
    ['nobody has the API key, although the token holds', { as: admin, key: 'wrong' }],
    ['the API key is a hash of the settings', { key: '2'.repeat(64) }],
  ])('is refused before any subgraph is asked when %s', async (_, call) => {
    const calls = await callsOf(async () => {
      const { status, headers, body } = await door.ask(USER_7, call);
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer');
      expect(body).toEqual(failure('UNAUTHENTICATED'));
    });
    expect(calls).toEqual({});
  });

  it('is refused for a wrong API key also where everybody may ask', async () => {
    const calls = await callsOf(async () => {
      expect((await door.ask('GET /rest/shop/product/9', { key: 'wrong' })).status).toBe(401);
    });
    expect(calls).toEqual({});
  });

  it('is told by the test path', async () => {
    expect(await door.ask('GET /rest/orchestrate/api/test')).toMatchObject({
      status: 200,
      body: { status: 'ok', viewer: null },
    });
    expect((await door.ask('GET /rest/orchestrate/api/test', { key: KEYS.user })).body).toEqual({
      status: 'ok',
      viewer: { id: '7', scopes: [] },
    });
  });
});

describe('a request that is none', () => {
  it.each([
    ['PUT /rest/orchestrate/user/7', 'GET, HEAD'],
    ['OPTIONS /rest/orchestrate/user/7', 'GET, HEAD'],
    ['GET /rest/shop/user', 'POST'],
    ['DELETE /rest/shop/order', 'POST'],
    ['PATCH /rest/products/api/products/9', 'GET, HEAD, PUT, DELETE'],
    ['POST /rest/openapi.json', 'GET, HEAD'],
    // It would start the feed.
    ['HEAD /rest/order-processor/', 'GET, POST'],
  ])('by another method is told the right ones: %s', async (request, allow) => {
    const { status, headers, body } = await door.ask(request, {
      as: admin,
      headers: { 'content-type': 'x/y' },
    });
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow });
    if (!request.startsWith('HEAD')) expect(body).toEqual(failure('METHOD_NOT_ALLOWED'));
  });

  it.each([
    '/rest',
    '/rest/',
    '/rest/nothing',
    '/rest/orchestrate',
    '/rest/orchestrate/user',
    '/rest/shop/%zz',
  ])('for nothing is a 404: %s', async (path) => {
    expect(await door.ask(`GET ${path}`)).toMatchObject({ status: 404, body: failure('NOT_FOUND') });
  });

  it.each([
    ['no JSON', 400, 'BAD_REQUEST', { body: '{', headers: { 'content-type': 'application/json' } }],
    ['empty', 400, 'BAD_REQUEST', { body: '', headers: { 'content-type': 'application/json' } }],
    ['a list', 400, 'BAD_USER_INPUT', { body: [] }],
    ['XML', 415, 'BAD_REQUEST', { body: '<a/>', headers: { 'content-type': 'application/xml' } }],
    ['over 1 MiB', 413, 'BAD_REQUEST', { body: { x: 'x'.repeat(1024 * 1024) } }],
  ])('with a body that is %s is refused', async (_, status, code, call) => {
    const answer = await door.ask('POST /rest/shop/order', { ...call, as: admin });
    expect(answer).toMatchObject({ status, body: failure(code) });
  });

  it.each(['abc', '1%20or%201=1', '-1', '1.5', '%zz', '%ff', 'x'.repeat(2_000), "1'--"])(
    'with the id %.20s is a 400',
    async (id) => {
      for (const path of ['orchestrate/user/details', 'order-processor/order_info', 'shop/user/purchased']) {
        const { status, body } = await door.ask(`GET /rest/${path}/${id}`, { as: admin });
        expect({ status, body }).toEqual({ status: 400, body: failure('BAD_USER_INPUT') });
      }
    },
  );
});

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { body } = await door.ask('GET /rest/openapi.json');
    const validator = new Validator();
    expect(await validator.validate(body)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('has every path of the table, and a name for each operation', async () => {
    const { body } = await door.ask('GET /rest/openapi.json');
    const operations = Object.values<Record<string, { operationId: string }>>(body.paths).flatMap((each) =>
      Object.values(each),
    );
    expect(Object.keys(body.paths).sort()).toEqual([...new Set(ROUTES.flatMap(({ paths }) => paths))].sort());
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });
});

describe('the setting', () => {
  it('REST switches it off', () => {
    expect(createRest({ REST: 'off' })).toBeUndefined();
  });

  it.each([
    'nonsense',
    '{}',
    '[{"name":"a","sha256":"plain"}]',
    `[{"name":"7","sha256":"${'0'.repeat(64)}"}]`,
  ])('REST_API_KEYS is refused as %s', (REST_API_KEYS) => {
    expect(() => createRest({ REST_API_KEYS })).toThrow(/^wrong setting: REST_API_KEYS: must be a JSON list/);
  });
});

it('docs/rest.md lists the codes of REST alone, and every path', () => {
  const page = readFileSync('docs/rest.md', 'utf8');
  const codes = [...page.matchAll(/^\| `([A-Z_]+)` \| \d+ \| (.*) \|$/gm)].map(([, code, meaning]) => [
    code,
    meaning,
  ]);
  expect(Object.fromEntries(codes)).toEqual(REST_CODES);
  for (const path of ROUTES.flatMap(({ paths }) => paths))
    expect(page).toContain(`\`${path.replace(/^\/rest\/[a-z-]+/, '')}\``);
});
