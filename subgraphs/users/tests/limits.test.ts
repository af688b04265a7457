import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../kit/logger.ts';
import { createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
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

it('keeps no login and no address of who tried', async () => {
  await using users = await start();
  await signIn(users, 'robby.gegay', 'wrong', '203.0.113.7');
  const kept = await users.database.rows('SELECT * FROM attempts', []);
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toMatch(/robby|203/);
});
