import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, customer } from '../../kit/testing/subgraph.ts';
import { createRestDoor, failure, type RestCall, type RestDoor } from './rest-door.ts';

let door: RestDoor;
beforeAll(async () => {
  door = await createRestDoor();
});
afterAll(() => door.graph[Symbol.asyncDispose]());

const post = async (path: string, body: unknown, call: RestCall = { as: admin }) => {
  const { status, body: answer, headers } = await door.ask(`POST /rest/shop${path}`, { ...call, body });
  return { status, body: answer, ...(headers.location !== undefined && { location: headers.location }) };
};
const get = async (path: string, call: RestCall = { as: admin }) => {
  const { status, body } = await door.ask(`GET /rest/shop${path}`, call);
  return { status, body };
};

let last = 7_000;
/** A user of the test's own. */
async function addUser(changes: object = {}) {
  const id = ++last;
  const fields = { id, username: `shopper${id}`, email: `shopper${id}@example.com`, password: 'a password' };
  const answer = await post('/user', { command: 'create', ...fields, ...changes });
  return { ...fields, ...changes, answer };
}

/** A product of the test's own. */
async function addProduct(quantity = 5, changes: object = {}) {
  const fields = { id: ++last, name: 'Pot', description: 'A pot.', price: 12.5, quantity, ...changes };
  const answer = await post('/product', { command: 'create', ...fields });
  return { ...fields, answer };
}

describe('a user of the shop', () => {
  it('is created with the id that was chosen, and read without the password', async () => {
    const { id, username, email, answer } = await addUser();
    expect(answer).toEqual({ status: 200, body: { id, username, email } });
    expect(await get(`/user/${id}`)).toEqual({ status: 200, body: { id, username, email } });
    expect(await get(`/user/${id}`, { as: customer(String(id)) })).toMatchObject({ status: 200 });
    expect(await get(`/user/${id}`, { as: customer('8') })).toMatchObject({ status: 403 });
  });

  it('may open an account without a token, but not choose its id', async () => {
    const fields = {
      command: 'create',
      username: 'anybody',
      email: 'anybody@example.com',
      password: 'a password',
    };
    expect(await post('/user', { ...fields, id: 7999 }, {})).toEqual({
      status: 401,
      body: failure('UNAUTHENTICATED'),
    });
    expect(await post('/user', { ...fields, id: 7999 }, { as: customer('7') })).toMatchObject({
      status: 403,
    });
    expect(await post('/user', fields, {})).toEqual({
      status: 200,
      body: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        username: 'anybody',
        email: 'anybody@example.com',
      },
    });
  });

  it.each([
    ['an id that is taken', { id: 7 }, 'ID_TAKEN'],
    ['a username that is taken', { username: 'robby.gegay' }, 'USERNAME_TAKEN'],
    ['an email address that is taken', { email: 'robby.gegay@example.com' }, 'EMAIL_TAKEN'],
  ])('is a 409 with %s', async (_, changes, code) => {
    expect((await addUser(changes)).answer).toEqual({ status: 409, body: failure(code) });
  });

  it.each([
    ['no command', { command: undefined }],
    ['another command', { command: 'destroy' }],
    ['no username', { username: undefined }],
    ['an empty username', { username: ' ' }],
    ['a username that is a number', { username: 5 }],
    ['an empty email address', { email: '' }],
    ['no email address', { email: 'nonsense' }],
    ['no password', { password: undefined }],
    ['a short password', { password: 'short' }],
    ['an id that is none', { id: 'abc' }],
    ['an id that is negative', { id: -1 }],
    ['an id that is a fraction', { id: 1.5 }],
    ['an id that is null', { id: null }],
  ])('is a 400 with %s', async (_, changes) => {
    const { answer } = await addUser(changes);
    expect(answer).toMatchObject({ status: 400, body: { error: { requestId: 'test' } } });
  });

  it('is updated in what is given, the password included', async () => {
    const { id, username } = await addUser();
    const changed = { id, username, email: `new${id}@example.com` };
    expect(await post('/user', { command: 'update', id, email: changed.email })).toEqual({
      status: 200,
      body: changed,
    });
    expect(await post('/user', { command: 'update', id, password: 'another password' })).toEqual({
      status: 200,
      body: changed,
    });
    const { data } = await door.graph.execute(
      'mutation ($input: SignInInput!) { signIn(input: $input) { user { id } } }',
      { variables: { input: { login: username, password: 'another password' } } },
    );
    expect(data.signIn.user).toEqual({ id: String(id) });
  });

  it('is updated in all that is given at once, the password included, or in nothing', async () => {
    const { id, username, email, password } = await addUser();
    const as = customer(String(id));
    const update = (changes: object) => post('/user', { command: 'update', id, ...changes }, { as });
    const next = { password: 'another password', current_password: password };
    const taken = { ...next, email: 'robby.gegay@example.com' };
    expect(await update(taken)).toEqual({ status: 409, body: failure('EMAIL_TAKEN') });
    const free = { ...next, email: `new${id}@example.com` };
    const wrong = { ...free, current_password: 'a wrong password' };
    expect(await update(wrong)).toEqual({ status: 403, body: failure('INVALID_CREDENTIALS') });
    expect(await update({ ...free, password: 'short' })).toMatchObject({ status: 400 });
    expect(await get(`/user/${id}`)).toEqual({ status: 200, body: { id, username, email } });
    // It is the first password that still holds.
    expect(await update(free)).toEqual({ status: 200, body: { id, username, email: free.email } });
    expect(await update(free)).toEqual({ status: 403, body: failure('INVALID_CREDENTIALS') });
  });

  it('is updated only where there is one, by who may, to what is free', async () => {
    const update = { command: 'update', id: 99_999, email: 'nobody@example.com' };
    expect(await post('/user', update)).toEqual({ status: 404, body: failure('USER_NOT_FOUND') });
    expect(await post('/user', { ...update, id: 7 }, { as: customer('8') })).toMatchObject({ status: 403 });
    expect(await post('/user', { ...update, id: 7 }, {})).toMatchObject({ status: 401 });
    const taken = { ...update, id: 7, email: 'robby.gegay@example.com' };
    expect(await post('/user', taken)).toEqual({ status: 409, body: failure('EMAIL_TAKEN') });
    expect(await post('/user', { ...update, email: 5 })).toMatchObject({ status: 400 });
  });

  it('is deleted when all fields match', async () => {
    const { answer: _, ...fields } = await addUser();
    const command = 'delete';
    for (const wrong of [
      { id: 7 },
      { username: 'robby.gegay' },
      { email: 'other@example.com' },
      { password: 'a wrong password' },
    ])
      expect(await post('/user', { command, ...fields, ...wrong })).toEqual({
        status: 404,
        body: failure('NOT_FOUND'),
      });
    expect(await post('/user', { command, ...fields, password: undefined })).toMatchObject({ status: 400 });
    expect(await post('/user', { command, ...fields }, {})).toMatchObject({ status: 401 });
    expect(await post('/user', { command, ...fields }, { as: customer('8') })).toMatchObject({ status: 403 });
    expect(await post('/user', { command, ...fields })).toEqual({ status: 200, body: { id: fields.id } });
    expect(await get(`/user/${fields.id}`)).toMatchObject({ status: 404 });
    expect(await post('/user', { command, ...fields })).toMatchObject({ status: 404 });
  });
});

describe('a product of the shop', () => {
  it('is created with the id that was chosen, and read by anybody', async () => {
    const { answer, ...fields } = await addProduct();
    expect(answer).toEqual({ status: 200, body: fields });
    expect(await get(`/product/${fields.id}`, {})).toEqual({ status: 200, body: fields });
  });

  it('has no quantity where there is no limit', async () => {
    expect((await get('/product/9')).body).toMatchObject({
      id: 9,
      name: 'Curio',
      price: 8.99,
      quantity: null,
    });
  });

  it.each(['0', '9999'])('is a 404 with the id %s', async (id) => {
    expect(await get(`/product/${id}`)).toEqual({ status: 404, body: failure('NOT_FOUND') });
  });

  it('is an admin’s to change', async () => {
    const body = { command: 'create', name: 'Pot', price: 1, quantity: 1 };
    expect(await post('/product', body, {})).toEqual({ status: 401, body: failure('UNAUTHENTICATED') });
    expect(await post('/product', body, { as: customer('7') })).toEqual({
      status: 403,
      body: failure('FORBIDDEN'),
    });
  });

  it('is a 409 with an id that is taken', async () => {
    expect((await addProduct(1, { id: 9 })).answer).toEqual({ status: 409, body: failure('ID_TAKEN') });
  });

  it.each([
    ['no name', { name: undefined }],
    ['an empty name', { name: '' }],
    ['a price that is text', { price: '12.50' }],
    ['a negative price', { price: -1 }],
    ['a price with three decimals', { price: 1.005 }],
    ['a quantity that is a fraction', { quantity: 1.5 }],
    ['a negative quantity', { quantity: -1 }],
  ])('is a 400 with %s', async (_, changes) => {
    expect((await addProduct(1, changes)).answer).toMatchObject({ status: 400 });
  });

  it('is updated in what is given', async () => {
    const { answer: _, ...fields } = await addProduct();
    const update = { command: 'update', id: fields.id };
    const renamed = { ...fields, name: 'Pan', price: 13.37 };
    expect(await post('/product', { ...update, name: 'Pan', price: 13.37 })).toEqual({
      status: 200,
      body: renamed,
    });
    expect(await post('/product', { ...update, quantity: 0 })).toEqual({
      status: 200,
      body: { ...renamed, quantity: 0 },
    });
    expect(await post('/product', { command: 'update', id: 9999, name: 'Pan' })).toEqual({
      status: 404,
      body: failure('PRODUCT_NOT_FOUND'),
    });
    expect(await post('/product', { ...update, price: 'free' })).toMatchObject({ status: 400 });
  });

  it('is updated in all that is given at once, or in nothing', async () => {
    const { answer: _, ...fields } = await addProduct();
    const update = (changes: object) => post('/product', { command: 'update', id: fields.id, ...changes });
    for (const [changes, code] of [
      [{ quantity: 9, price: 1.005 }, 'INVALID_FORMAT'],
      [{ quantity: 9, description: 'x'.repeat(2_001) }, 'TOO_LONG'],
      [{ name: 'Pan', quantity: -1 }, 'BAD_USER_INPUT'],
    ] as const)
      expect(await update(changes)).toEqual({ status: 400, body: failure(code) });
    expect(await get(`/product/${fields.id}`)).toEqual({ status: 200, body: fields });
    expect(await update({ name: 'Pan', quantity: 9 })).toEqual({
      status: 200,
      body: { ...fields, name: 'Pan', quantity: 9 },
    });
  });

  it('is deleted when all fields match', async () => {
    const { answer: _, ...fields } = await addProduct();
    const command = 'delete';
    for (const wrong of [
      { name: 'Pan' },
      { price: 1 },
      { quantity: 1 },
      { description: 'A pan.' },
      { id: 9999 },
    ])
      expect(await post('/product', { command, ...fields, ...wrong })).toEqual({
        status: 404,
        body: failure('NOT_FOUND'),
      });
    expect(await post('/product', { command, ...fields, price: undefined })).toMatchObject({ status: 400 });
    expect(await post('/product', { command, ...fields })).toEqual({ status: 200, body: { id: fields.id } });
    expect(await get(`/product/${fields.id}`)).toMatchObject({ status: 404 });
  });
});

describe('an order of the shop', () => {
  const order = (product_id: unknown, quantity: unknown, user_id: unknown = 7) =>
    post('/order', { command: 'place order', product_id, user_id, quantity });

  it('is waited for; the last unit sells, and one more exceeds the limit', async () => {
    const { id } = await addProduct(3);
    const { id: user } = await addUser();
    const placed = (quantity: number) => ({
      status: 200,
      body: { id: expect.any(String), product_id: id, user_id: user, quantity, status: 'Success' },
    });
    expect(await order(id, 2, user)).toEqual(placed(2));
    expect(await get(`/user/purchased/${user}`)).toEqual({ status: 200, body: { [id]: 2 } });
    expect(await order(id, 1, user)).toEqual(placed(1));
    expect(await get(`/user/purchased/${user}`)).toEqual({ status: 200, body: { [id]: 3 } });
    expect((await get(`/product/${id}`)).body.quantity).toBe(0);
    expect(await order(id, 1, user)).toEqual({
      status: 409,
      body: failure('INSUFFICIENT_STOCK', 'Exceeded quantity limit'),
    });
  });

  it('of twenty at once for five units: exactly five succeed', async () => {
    const { id } = await addProduct(5);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => order(id, 1, i + 1)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(5).fill(200), ...Array(15).fill(409)]);
  });

  it('is one, however often it is sent with an idempotency key', async () => {
    const { id } = await addProduct(5);
    const body = { product_id: id, user_id: 7, quantity: 1 };
    const send = () => post('/order', body, { as: admin, headers: { 'idempotency-key': `order-${id}` } });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await get(`/product/${id}`)).body.quantity).toBe(4);
  });

  it('is a 404 for an unknown user or product', async () => {
    expect(await order(9999, 1)).toEqual({ status: 404, body: failure('PRODUCT_NOT_FOUND') });
    expect(await order(9, 1, 99_999)).toEqual({ status: 404, body: failure('USER_NOT_FOUND') });
  });

  it.each([
    ['no quantity', 9, undefined, 7],
    ['a quantity of 0', 9, 0, 7],
    ['a negative quantity', 9, -1, 7],
    ['a quantity that is text', 9, '1', 7],
    ['no product', undefined, 1, 7],
    ['a product that is no id', 'abc', 1, 7],
    ['no user', 9, 1, null],
    ['a user that is no id', 9, 1, '1 or 1=1'],
  ])('is a 400 with %s', async (_, product, quantity, user) => {
    expect(await order(product, quantity, user)).toEqual({ status: 400, body: failure('BAD_USER_INPUT') });
  });

  it('is placed for oneself, or by an admin', async () => {
    const body = { product_id: 9, user_id: 7, quantity: 1 };
    expect(await post('/order', body, { as: customer('7') })).toMatchObject({ status: 200 });
    expect(await post('/order', body, { as: customer('8') })).toEqual({
      status: 403,
      body: failure('FORBIDDEN'),
    });
    expect(await post('/order', body, {})).toEqual({ status: 401, body: failure('UNAUTHENTICATED') });
  });

  it('that takes longer is a 202 that says where to ask', async () => {
    const slow = await createRestDoor({ carriesMessages: false });
    await using _ = slow.graph;
    const body = { product_id: 9, user_id: 7, quantity: 1 };
    const { status, headers, body: answer } = await slow.ask('POST /rest/shop/order', { as: admin, body });
    expect({ status, answer }).toEqual({
      status: 202,
      answer: { id: answer.id, ...body, status: 'Pending' },
    });
    const order = await slow.ask(`GET ${headers.location}`, { as: admin });
    expect(order.body).toMatchObject({ id: answer.id, status: 'PENDING', execution_price: null });
  });
});

describe('what a user bought', () => {
  it('is told by product id', async () => {
    expect(await get('/user/purchased/123')).toEqual({
      status: 200,
      body: { 26: 2, 34: 1, 40: 1, 69: 5, 73: 4 },
    });
  });

  it('is a 404 where it is nothing, or there is no such user', async () => {
    const { id } = await addUser();
    for (const each of [id, 0, 99_999])
      expect(await get(`/user/purchased/${each}`)).toEqual({ status: 404, body: failure('NOT_FOUND') });
  });

  it('is told to that user and to admins', async () => {
    expect(await get('/user/purchased/123', { as: customer('123') })).toMatchObject({ status: 200 });
    expect(await get('/user/purchased/123', { as: customer('7') })).toMatchObject({ status: 403 });
    expect(await get('/user/purchased/123', {})).toMatchObject({ status: 401 });
  });
});
