import { describe, expect, it } from 'vitest';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createUsersSubgraph } from '../index.ts';
import { ADA, countRows, mutate } from './documents.ts';

const now = () => new Date('2026-03-01T12:00:00.000Z');

describe('who registers', () => {
  it('is there, signs in, and is announced without the password', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const details = { ...ADA, postalCode: 'w1s 4bs', birthDate: '1990-12-10' };
    const { data, errors } = await mutate(users, 'registerUser', details);
    expect(errors).toBeUndefined();
    const { user, userErrors } = data.registerUser;
    expect(userErrors).toEqual([]);
    const { password, ...profile } = details;
    expect(user).toEqual({ ...profile, id: expect.any(String), postalCode: 'W1S 4BS', version: 1 });

    const read = await users.execute('{ me { id username } }', { viewer: customer(user.id) });
    expect(read.data.me).toEqual({ id: user.id, username: 'ada.lovelace' });
    const signIn = await mutate(users, 'signIn', { login: 'Ada.Lovelace', password });
    expect(signIn.data.signIn).toEqual({ user: { id: user.id }, userErrors: [] });
    expect(await readOutbox(users.database)).toEqual([
      {
        name: 'UserRegistered',
        subject: `User:${user.id}`,
        sequence: 1,
        payload: {
          username: 'ada.lovelace',
          email: 'ada@example.com',
          firstName: 'Ada',
          lastName: 'Lovelace',
        },
      },
    ]);
  });

  it('needs no postal code and no birth date', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { data } = await mutate(users, 'registerUser', { ...ADA, postalCode: null });
    expect(data.registerUser.user).toMatchObject({ postalCode: null, birthDate: null });
  });

  it('is stored in one form, however it was written', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { data } = await mutate(users, 'registerUser', {
      ...ADA,
      username: ' Ada.Lovelace ',
      email: 'ADA@Example.com',
      firstName: '  Ada\u0301 ',
    });
    expect(data.registerUser.user).toMatchObject({
      username: 'ada.lovelace',
      email: 'ada@example.com',
      firstName: 'Ad\u00e1',
    });
  });

  it.each([
    ['username', 'REQUIRED', ''],
    ['username', 'REQUIRED', '   '],
    ['username', 'TOO_LONG', 'x'.repeat(51)],
    ['username', 'INVALID_FORMAT', 'ada@example.com'],
    ['username', 'INVALID_FORMAT', 'ada lovelace'],
    ['username', 'INVALID_FORMAT', '.ada'],
    ['username', 'INVALID_FORMAT', "' or 1=1 --"],
    ['username', 'INVALID_FORMAT', 'аda'],
    ['email', 'REQUIRED', ''],
    ['email', 'INVALID_FORMAT', 'ada'],
    ['email', 'INVALID_FORMAT', 'ada@'],
    ['email', 'INVALID_FORMAT', 'ada@@example.com'],
    ['email', 'TOO_LONG', `${'x'.repeat(250)}@example.com`],
    ['email', 'TOO_LONG', 'x'.repeat(100_000)],
    ['password', 'REQUIRED', ''],
    ['password', 'TOO_SHORT', 'seven77'],
    ['password', 'TOO_SHORT', '🔑'.repeat(7)],
    ['password', 'TOO_LONG', 'x'.repeat(255)],
    ['password', 'TOO_LONG', '🔑'.repeat(255)],
    ['password', 'INVALID_FORMAT', `half \ud83d emoji`],
    ['firstName', 'REQUIRED', ''],
    ['firstName', 'TOO_LONG', 'x'.repeat(101)],
    ['firstName', 'TOO_LONG', '🎉'.repeat(101)],
    ['firstName', 'INVALID_FORMAT', 'Ada\u0000'],
    ['firstName', 'INVALID_FORMAT', 'Ada\ud83d'],
    ['lastName', 'REQUIRED', ' \t\n '],
    ['postalCode', 'INVALID_FORMAT', ''],
    ['postalCode', 'INVALID_FORMAT', 'nowhere'],
    ['postalCode', 'INVALID_FORMAT', 'M6H; 9W6'],
    ['postalCode', 'TOO_LONG', '1'.repeat(17)],
    ['birthDate', 'INVALID_FORMAT', ''],
    ['birthDate', 'INVALID_FORMAT', 'yesterday'],
    ['birthDate', 'INVALID_FORMAT', '10-12-1990'],
    ['birthDate', 'INVALID_FORMAT', '1990-02-30'],
    ['birthDate', 'OUT_OF_RANGE', '1899-12-31'],
    ['birthDate', 'OUT_OF_RANGE', '2026-03-02'],
  ])('is refused for a wrong %s: %s', async (field, code, value) => {
    await using users = await createTestSubgraph(createUsersSubgraph, { now });
    const before = await countRows(users);
    const { data } = await mutate(users, 'registerUser', { ...ADA, [field]: value });
    expect(data.registerUser).toEqual({
      user: null,
      userErrors: [{ code, message: expect.any(String), path: [field] }],
    });
    expect(data.registerUser.userErrors[0].message.length).toBeLessThan(200);
    expect(await countRows(users)).toEqual(before);
  });

  it.each([
    ['username', 'x'.repeat(50)],
    ['email', 'a@b'],
    ['password', 'x'.repeat(254)],
    ['password', '🔑'.repeat(8)],
    ['firstName', '🎉'.repeat(100)],
    ['lastName', '𠮷'.repeat(100)],
    ['birthDate', '1900-01-01'],
    ['birthDate', '2026-03-01'],
    ['postalCode', '12345-6789'],
  ])('may have the %s %s', async (field, value) => {
    await using users = await createTestSubgraph(createUsersSubgraph, { now });
    const { data } = await mutate(users, 'registerUser', { ...ADA, [field]: value });
    expect(data.registerUser.userErrors).toEqual([]);
  });

  it('is told of all faults at once', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { data } = await mutate(users, 'registerUser', { ...ADA, username: '', email: 'x', password: 'y' });
    expect(data.registerUser.userErrors).toEqual([
      { code: 'REQUIRED', message: 'The username is missing.', path: ['username'] },
      {
        code: 'INVALID_FORMAT',
        message: 'The email address must be an address such as ada@example.com.',
        path: ['email'],
      },
      { code: 'TOO_SHORT', message: 'The password must have at least 8 characters.', path: ['password'] },
    ]);
  });

  it('cannot take the username or the address of another, in any case', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const before = await countRows(users);
    const input = { ...ADA, username: 'Robby.Gegay', email: 'Billye.Topes@Example.org' };
    const { data } = await mutate(users, 'registerUser', input);
    expect(data.registerUser).toEqual({
      user: null,
      userErrors: [
        { code: 'USERNAME_TAKEN', message: 'Somebody else has this username.', path: ['username'] },
        { code: 'EMAIL_TAKEN', message: 'Somebody else has this email address.', path: ['email'] },
      ],
    });
    expect(await countRows(users)).toEqual(before);
  });

  it.each([
    [{ username: 'ada.lovelace' }, 'USERNAME_TAKEN'],
    [{ email: 'ada@example.com' }, 'EMAIL_TAKEN'],
  ])('wins alone of 20 who want %j at once', async (same, code) => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const before = await countRows(users);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        mutate(users, 'registerUser', { ...ADA, username: `ada${i}`, email: `ada${i}@example.com`, ...same }),
      ),
    );
    const payloads = answers.map(({ data }) => data.registerUser);
    expect(payloads.filter(({ user }) => user)).toHaveLength(1);
    const codes = payloads.flatMap(({ userErrors }) => userErrors.map((each: { code: string }) => each.code));
    expect(codes).toEqual(Array(19).fill(code));
    expect(await countRows(users)).toEqual({
      ...before,
      users: 1001,
      credentials: Number(before.credentials) + 1,
      event_outbox: 1,
    });
  });
});

describe('an id that is chosen', () => {
  it('is an admin’s to choose', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    for (const viewer of [null, customer('7')]) {
      const { errors } = await mutate(users, 'registerUser', { ...ADA, id: '5001' }, viewer);
      expect(errors).toMatchObject([{ extensions: { code: viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED' } }]);
    }
    const { data } = await mutate(users, 'registerUser', { ...ADA, id: '5001' }, admin);
    expect(data.registerUser).toMatchObject({ user: { id: '5001' }, userErrors: [] });
  });

  it('is refused when it is no id', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { errors } = await mutate(users, 'registerUser', { ...ADA, id: '1 or 1=1' }, admin);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is given once, also after its user is gone', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const taken = {
      user: null,
      userErrors: [{ code: 'ID_TAKEN', message: expect.any(String), path: ['id'] }],
    };
    const register = async (id: string, username: string) => {
      const input = { ...ADA, id, username, email: `${username}@example.com` };
      return (await mutate(users, 'registerUser', input, admin)).data.registerUser;
    };
    expect(await register('7', 'ada')).toEqual(taken);
    expect(await register('5001', 'ada')).toMatchObject({ userErrors: [] });
    expect(await register('5001', 'grace')).toEqual(taken);
    for (const id of ['7', '5001']) {
      await mutate(users, 'deleteUser', { id }, admin);
      expect(await register(id, 'grace')).toEqual(taken);
    }
  });

  it('is one account, however often it is sent with an idempotency key', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const send = () => mutate(users, 'registerUser', { ...ADA, id: '5001', idempotencyKey: 'k' }, admin);
    const [first, ...again] = await Promise.all([send(), send(), send()]);
    expect(first?.data.registerUser.user.id).toBe('5001');
    for (const each of again) expect(each).toEqual(first);
    expect(await countRows(users)).toMatchObject({ users: 1001, event_outbox: 1 });
  });
});

it('limits no admin who registers others', async () => {
  await using users = await createTestSubgraph(createUsersSubgraph, { env: { REGISTER_ADDRESS_LIMIT: '1' } });
  for (const username of ['ada', 'grace']) {
    const input = { ...ADA, username, email: `${username}@example.com` };
    const query =
      'mutation ($input: RegisterUserInput!) { registerUser(input: $input) { user { username } } }';
    const asked = { viewer: admin, variables: { input }, clientAddress: '203.0.113.7' };
    expect(await users.execute(query, asked)).toEqual({ data: { registerUser: { user: { username } } } });
  }
});

describe('a registration that is sent again', () => {
  const attempt = { ...ADA, idempotencyKey: 'attempt-1' };

  it('opens one account, and answers with it', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const first = await mutate(users, 'registerUser', attempt);
    expect(first.data.registerUser.userErrors).toEqual([]);
    const again = await Promise.all(Array.from({ length: 5 }, () => mutate(users, 'registerUser', attempt)));
    for (const each of again) expect(each).toEqual(first);
    expect(await countRows(users)).toMatchObject({ users: 1001, event_outbox: 1 });
  });

  it.each([
    ['another password', { password: 'difference engine' }],
    ['another name', { firstName: 'Augusta' }],
  ])('is refused with %s', async (_, change) => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    await mutate(users, 'registerUser', attempt);
    const { data } = await mutate(users, 'registerUser', { ...attempt, ...change });
    expect(data.registerUser).toEqual({
      user: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', message: expect.any(String), path: ['idempotencyKey'] }],
    });
  });

  it('may be mended and sent under the same key', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    await mutate(users, 'registerUser', { ...attempt, username: 'robby.gegay' });
    const { data } = await mutate(users, 'registerUser', attempt);
    expect(data.registerUser.userErrors).toEqual([]);
  });

  it('shares its key with nobody else', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    await mutate(users, 'registerUser', attempt);
    const other = { ...attempt, username: 'grace', email: 'grace@example.com' };
    const { data } = await mutate(users, 'registerUser', other);
    expect(data.registerUser).toMatchObject({ user: { username: 'grace' }, userErrors: [] });
  });

  it.each(['', 'x'.repeat(65)])('needs a key of 1 to 64 characters, not "%s"', async (idempotencyKey) => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { data } = await mutate(users, 'registerUser', { ...ADA, idempotencyKey });
    expect(data.registerUser.userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_INVALID', path: ['idempotencyKey'] },
    ]);
  });
});

it('never shows a password or its hash', async () => {
  await using users = await createTestSubgraph(createUsersSubgraph);
  const registered = await mutate(users, 'registerUser', { ...ADA, idempotencyKey: 'k' });
  const { data } = await users.execute('{ __type(name: "User") { fields { name } } }', { viewer: admin });
  const kept = await users.database.rows('SELECT * FROM idempotency_keys', []);
  const messages = await users.database.rows('SELECT * FROM event_outbox', []);
  expect(JSON.stringify([registered, data, kept, messages])).not.toMatch(/analytical engine|password|\$8\$/);
});
