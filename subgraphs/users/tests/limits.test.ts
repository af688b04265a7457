import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../kit/logger.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createUsersSubgraph } from '../index.ts';
import { ADA, mutate } from './documents.ts';

const PASSWORD = 'tessera-demo';
const MINUTE = 60_000;

let time = Date.parse('2026-03-01T12:00:00.000Z');
const now = () => new Date(time);
const env = { SIGN_IN_LIMIT: '3', SIGN_IN_ADDRESS_LIMIT: '5', REGISTER_ADDRESS_LIMIT: '2' };
const start = () => createTestSubgraph(createUsersSubgraph, { env, now });

/** What came of a sign-in: the user's id, or the code of why not. */
async function signIn(users: TestSubgraph, login: string, password: string, clientAddress?: string) {
  const { data, errors } = await users.execute(
    'mutation ($input: SignInInput!) { signIn(input: $input) { user { id } userErrors { code } } }',
    { variables: { input: { login, password } }, ...(clientAddress && { clientAddress }) },
  );
  return errors?.[0]?.extensions?.code ?? data.signIn.user?.id ?? data.signIn.userErrors[0].code;
}

describe('signing in', () => {
  it('is refused after too many failures, whatever the password, until the window has passed', async () => {
    await using users = await start();
    for (let i = 0; i < 3; i++)
      expect(await signIn(users, 'robby.gegay', 'wrong')).toBe('INVALID_CREDENTIALS');
    time += 5 * MINUTE;
    const refused = await mutate(users, 'signIn', { login: 'robby.gegay', password: PASSWORD });
    expect(refused).toEqual({
      data: { signIn: null },
      errors: [
        expect.objectContaining({
          message: 'Too many attempts: try again in 600 s.',
          extensions: { code: 'RATE_LIMITED', retryAfter: 600 },
        }),
      ],
    });
    expect(await signIn(users, 'ROBBY.Gegay', PASSWORD)).toBe('RATE_LIMITED');
    time += 10 * MINUTE;
    expect(await signIn(users, 'robby.gegay', PASSWORD)).not.toMatch(/[A-Z]/);
  });

  it('counts both logins of a user together, and each user apart', async () => {
    await using users = await start();
    const [robby] = await users.database.rows<{ email: string }>(
      "SELECT email FROM users WHERE username = 'robby.gegay'",
      [],
    );
    await signIn(users, 'robby.gegay', 'wrong');
    await signIn(users, robby?.email as string, 'wrong');
    await signIn(users, 'robby.gegay', 'wrong');
    expect(await signIn(users, robby?.email as string, 'wrong')).toBe('RATE_LIMITED');
    expect(await signIn(users, 'admin', 'wrong')).toBe('INVALID_CREDENTIALS');
  });

  it('treats a login that nobody has like any other', async () => {
    await using users = await start();
    for (let i = 0; i < 3; i++) expect(await signIn(users, 'nobody', 'x')).toBe('INVALID_CREDENTIALS');
    expect(await signIn(users, 'nobody', 'x')).toBe('RATE_LIMITED');
  });

  it('holds nothing against who knows the password', async () => {
    await using users = await start();
    for (let i = 0; i < 6; i++)
      expect(await signIn(users, 'robby.gegay', PASSWORD, '203.0.113.7')).not.toMatch(/[A-Z]/);
  });

  it('holds nothing against who knows it and came too often at once, nor against the address', async () => {
    await using users = await start();
    const codes = await Promise.all(
      Array.from({ length: 10 }, () => signIn(users, 'billye.topes', PASSWORD, '203.0.113.7')),
    );
    expect([...new Set(codes)].sort()).toEqual(['123', 'RATE_LIMITED']);
    expect(await signIn(users, 'billye.topes', PASSWORD, '203.0.113.7')).toBe('123');
    for (let i = 0; i < 5; i++)
      expect(await signIn(users, `user-${i}`, 'guess', '203.0.113.7')).toBe('INVALID_CREDENTIALS');
    expect(await signIn(users, 'user-5', 'guess', '203.0.113.7')).toBe('RATE_LIMITED');
  });

  it('lets no more through when many try at once, on several replicas', async () => {
    await using users = await start();
    const replica = await createUsersSubgraph({
      log: createLogger('test', 'silent'),
      database: users.database,
      env,
      now,
    });
    const other = {
      ...users,
      execute: ((query, options) =>
        replica.execute({ query, viewer: null, requestId: 'test', ...options })) as TestSubgraph['execute'],
    };
    const codes = await Promise.all(
      Array.from({ length: 12 }, (_, i) => signIn(i % 2 ? users : other, 'robby.gegay', 'wrong')),
    );
    expect(codes.sort()).toEqual([...Array(3).fill('INVALID_CREDENTIALS'), ...Array(9).fill('RATE_LIMITED')]);
  });

  it('is refused to an address that tries many logins, and to its whole IPv6 network', async () => {
    await using users = await start();
    const attempt = (i: number, address: string) => signIn(users, `user-${i}`, 'guess', address);
    for (let i = 0; i < 5; i++) expect(await attempt(i, `2001:db8:0:1::${i}`)).toBe('INVALID_CREDENTIALS');
    expect(await attempt(5, '2001:db8::1:0:0:0:9')).toBe('RATE_LIMITED');
    expect(await attempt(6, '2001:db8:0:2::1')).toBe('INVALID_CREDENTIALS');
    for (let i = 10; i < 15; i++) await attempt(i, '203.0.113.7');
    expect(await attempt(15, '::ffff:203.0.113.7')).toBe('RATE_LIMITED');
    expect(await attempt(16, '203.0.113.8')).toBe('INVALID_CREDENTIALS');
  });
});

describe('changing a password', () => {
  const change = (users: TestSubgraph, id: string, currentPassword: string, clientAddress?: string) =>
    users
      .execute(
        'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } userErrors { code } } }',
        {
          viewer: customer(id),
          variables: { input: { id, currentPassword, newPassword: PASSWORD } },
          ...(clientAddress && { clientAddress }),
        },
      )
      .then(
        ({ data, errors }) =>
          errors?.[0]?.extensions?.code ??
          data.changePassword.user?.id ??
          data.changePassword.userErrors[0].code,
      );

  it('tells no more of the present one than signing in does, to who has the user’s token', async () => {
    await using users = await start();
    expect(await change(users, '123', 'wrong')).toBe('INVALID_CREDENTIALS');
    expect(await signIn(users, 'billye.topes', 'wrong')).toBe('INVALID_CREDENTIALS');
    expect(await change(users, '123', 'wrong')).toBe('INVALID_CREDENTIALS');
    expect(await change(users, '123', PASSWORD)).toBe('RATE_LIMITED');
    expect(await signIn(users, 'billye.topes', PASSWORD)).toBe('RATE_LIMITED');
    expect(await change(users, '1', PASSWORD)).toBe('1');
    const input = { id: '123', newPassword: 'a better one' };
    expect((await mutate(users, 'changePassword', input, admin)).data.changePassword.user.id).toBe('123');
  });

  it('along with other data counts as often', async () => {
    await using users = await start();
    const input = { id: '123', lastName: 'Ray', currentPassword: 'wrong', newPassword: 'a better one' };
    for (let i = 0; i < 3; i++) {
      const { data } = await mutate(users, 'updateUser', input, customer('123'));
      expect(data.updateUser.userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
    }
    const right = { ...input, currentPassword: PASSWORD };
    const { errors } = await mutate(users, 'updateUser', right, customer('123'));
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  });

  it('is refused to an address that tries many users', async () => {
    await using users = await start();
    for (const id of ['1', '1', '1', '123', '123'])
      expect(await change(users, id, 'wrong', '203.0.113.7')).toBe('INVALID_CREDENTIALS');
    expect(await change(users, '123', 'wrong', '203.0.113.7')).toBe('RATE_LIMITED');
  });

  it('holds nothing against who knows it', async () => {
    await using users = await start();
    for (let i = 0; i < 5; i++) expect(await change(users, '123', PASSWORD)).toMatch(/123|INVALID/);
    expect(await signIn(users, 'billye.topes', PASSWORD)).toBe('123');
  });

  it('keeps nobody else from signing in, however often it is asked for at once', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph, {
      env: { SIGN_IN_LIMIT: '1000' },
      now,
    });
    const changes = Array.from({ length: 40 }, () => change(users, '123', 'wrong', '203.0.113.7'));
    expect(await signIn(users, 'robby.gegay', PASSWORD, '203.0.113.8')).not.toMatch(/[A-Z]/);
    const codes = new Set(await Promise.all(changes));
    expect([...codes].sort()).toEqual(['INVALID_CREDENTIALS', 'RATE_LIMITED']);
  });
});

describe('changing names', () => {
  it('tells a user no more of who is here than registering does; other changes are free', async () => {
    await using users = await start();
    const update = async (change: object, viewer = customer('123')) => {
      const { data, errors } = await mutate(users, 'updateUser', { id: '123', ...change }, viewer);
      return errors?.[0]?.extensions?.code ?? data.updateUser.userErrors[0]?.code ?? 'changed';
    };
    expect(await update({ username: 'robby.gegay' })).toBe('USERNAME_TAKEN');
    expect(await update({ username: 'billye.topes', lastName: 'Tope' })).toBe('changed');
    expect(await update({ email: 'billye@example.com' })).toBe('changed');
    expect(await update({ email: 'robby@example.com' })).toBe('RATE_LIMITED');
    expect(await update({ username: 'robby.gegay' })).toBe('RATE_LIMITED');
    expect(await update({ firstName: 'Bill', username: 'BILLYE.topes' })).toBe('changed');
    expect(await update({ username: 'robby.gegay' }, admin)).toBe('USERNAME_TAKEN');
  });
});

describe('registering', () => {
  it('is refused to an address from where too many come, for an hour', async () => {
    await using users = await start();
    const register = async (name: string, clientAddress: string) => {
      const input = { ...ADA, username: name, email: `${name}@example.com` };
      const { data, errors } = await users.execute(
        'mutation ($input: RegisterUserInput!) { registerUser(input: $input) { user { username } } }',
        { variables: { input }, clientAddress },
      );
      return errors ? errors[0]?.extensions : data.registerUser.user.username;
    };
    expect(await register('ada1', '203.0.113.7')).toBe('ada1');
    expect(await register('ada2', '203.0.113.7')).toBe('ada2');
    expect(await register('ada3', '203.0.113.7')).toEqual({ code: 'RATE_LIMITED', retryAfter: 3_600 });
    expect(await register('ada3', '203.0.113.8')).toBe('ada3');
    time += 60 * MINUTE;
    expect(await register('ada4', '203.0.113.7')).toBe('ada4');
  });
});

it('hashes a password anew at a sign-in, where its hash is weaker than those of today', async () => {
  await using users = await start();
  const stored = async () => {
    const [row] = await users.database.rows<{ password_hash: string; updated_at: string }>(
      "SELECT password_hash, updated_at FROM credentials WHERE user_id = '123'",
      [],
    );
    return { cost: row?.password_hash.split('$').slice(0, 3).join('$'), at: String(row?.updated_at) };
  };
  const weak = '16384$8$1$8ZmIFgzVEiEzuUv07ah8NQ$-QQbj_N8ria9BI2HDDzOqKA6Tef9pO-tRG2vFJyPDDU';
  await users.database.transaction((trx) =>
    trx('credentials').where({ user_id: '123' }).update({ password_hash: weak }),
  );
  const before = await stored();
  expect(before.cost).toBe('16384$8$1');
  await signIn(users, 'billye.topes', 'wrong');
  expect(await stored()).toEqual(before);
  expect(await signIn(users, 'billye.topes', PASSWORD)).toBe('123');
  expect(await stored()).toEqual({ cost: '16384$8$5', at: before.at });
  expect(await signIn(users, 'billye.topes', PASSWORD)).toBe('123');
  expect(await signIn(users, 'billye.topes', 'wrong')).toBe('INVALID_CREDENTIALS');
});

it('keeps no login and no address of who tried', async () => {
  await using users = await start();
  await signIn(users, 'robby.gegay', 'wrong', '203.0.113.7');
  const kept = await users.database.rows('SELECT * FROM attempts', []);
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toMatch(/robby|203/);
});
