import { describe, expect, it } from 'vitest';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createUsersSubgraph } from '../index.ts';
import { countRows, mutate } from './documents.ts';

const BILLYE = customer('123');
const versionOf = async (users: TestSubgraph, id: string) =>
  (await users.execute(`{ user(id: "${id}") { version } }`, { viewer: admin })).data.user.version;

describe('an update of a user', () => {
  it('changes what is given, leaves the rest, and is announced whole', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { data } = await mutate(users, 'updateUser', { id: '123', lastName: 'Topes-Ray' }, BILLYE);
    expect(data.updateUser).toEqual({
      user: {
        id: '123',
        username: 'billye.topes',
        email: 'billye.topes@example.org',
        firstName: 'Billye',
        lastName: 'Topes-Ray',
        postalCode: expect.any(String),
        birthDate: expect.any(String),
        version: 2,
      },
      userErrors: [],
    });
    expect(await readOutbox(users.database)).toEqual([
      {
        name: 'UserUpdated',
        subject: 'User:123',
        sequence: 2,
        payload: {
          username: 'billye.topes',
          email: 'billye.topes@example.org',
          firstName: 'Billye',
          lastName: 'Topes-Ray',
        },
      },
    ]);
  });

  it('takes back with null what a user need not have', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const input = { id: '123', postalCode: null, birthDate: null };
    const { data } = await mutate(users, 'updateUser', input, BILLYE);
    expect(data.updateUser.user).toMatchObject({ postalCode: null, birthDate: null, version: 2 });
  });

  it.each(['username', 'email', 'firstName', 'lastName'])('cannot take back the %s', async (field) => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { data } = await mutate(users, 'updateUser', { id: '123', [field]: null }, BILLYE);
    expect(data.updateUser.userErrors).toMatchObject([{ code: 'REQUIRED', path: [field] }]);
  });

  it('changes and announces nothing where nothing is different', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { data } = await mutate(users, 'updateUser', { id: '123', firstName: ' Billye ' }, BILLYE);
    expect(data.updateUser).toMatchObject({ user: { version: 1 }, userErrors: [] });
    expect(await readOutbox(users.database)).toEqual([]);
  });

  it('writes nothing when one of its fields is wrong', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const input = { id: '123', firstName: 'Bill', birthDate: '2999-01-01' };
    const { data } = await mutate(users, 'updateUser', input, BILLYE);
    expect(data.updateUser).toMatchObject({
      user: null,
      userErrors: [{ code: 'OUT_OF_RANGE', path: ['birthDate'] }],
    });
    expect(await versionOf(users, '123')).toBe(1);
    expect(await readOutbox(users.database)).toEqual([]);
  });

  it('cannot take the names of another user, but keep its own', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const wanted = { id: '123', username: 'robby.gegay', email: 'robby.gegay@example.com' };
    const { data } = await mutate(users, 'updateUser', wanted, BILLYE);
    expect(data.updateUser.userErrors).toMatchObject([
      { code: 'USERNAME_TAKEN', path: ['username'] },
      { code: 'EMAIL_TAKEN', path: ['email'] },
    ]);
    const own = { id: '123', username: 'billye.topes', lastName: 'Ray' };
    expect((await mutate(users, 'updateUser', own, BILLYE)).data.updateUser.userErrors).toEqual([]);
  });

  it('of a version that is outdated is a conflict, which names the present one', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const update = (lastName: string) =>
      mutate(users, 'updateUser', { id: '123', version: 1, lastName }, admin);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => update(`Ray ${i}`)));
    const payloads = answers.map(({ data }) => data.updateUser);
    expect(payloads.filter(({ user }) => user)).toMatchObject([{ user: { version: 2 } }]);
    expect(payloads.filter(({ user }) => !user)).toEqual(
      Array(19).fill({
        user: null,
        userErrors: [
          {
            code: 'CONFLICT',
            message: 'Somebody else changed the user meanwhile: read it again, its version is now 2.',
            path: ['version'],
          },
        ],
      }),
    );
    expect(await readOutbox(users.database)).toHaveLength(1);
  });

  it('counts every change when 20 come at once without a version', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        mutate(users, 'updateUser', { id: '123', lastName: `Ray ${i}` }, admin),
      ),
    );
    expect(await versionOf(users, '123')).toBe(21);
    const sequences = (await readOutbox(users.database)).map(({ sequence }) => sequence);
    expect(sequences.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
  });
});

const signIn = async (users: TestSubgraph, password: string) =>
  (await mutate(users, 'signIn', { login: 'billye.topes', password })).data.signIn.user;

describe('an update of a user with a new password', () => {
  const passwords = { currentPassword: 'tessera-demo', newPassword: 'a better one' };

  it('changes both', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const { data } = await mutate(users, 'updateUser', { id: '123', lastName: 'Ray', ...passwords }, BILLYE);
    expect(data.updateUser).toMatchObject({ user: { lastName: 'Ray', version: 2 }, userErrors: [] });
    expect(await signIn(users, 'a better one')).toEqual({ id: '123' });
    expect(await signIn(users, 'tessera-demo')).toBeNull();
    expect(await readOutbox(users.database)).toMatchObject([{ name: 'UserUpdated', sequence: 2 }]);
  });

  it('leaves the password where null is given for it', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const input = { id: '123', lastName: 'Ray', currentPassword: null, newPassword: null };
    const { data } = await mutate(users, 'updateUser', input, BILLYE);
    expect(data.updateUser).toMatchObject({ user: { lastName: 'Ray' }, userErrors: [] });
    expect(await signIn(users, 'tessera-demo')).toEqual({ id: '123' });
  });

  it.each([
    ['an email address that is taken', { email: 'robby.gegay@example.com' }, [['EMAIL_TAKEN', 'email']]],
    ['an outdated version', { lastName: 'Ray', version: 9 }, [['CONFLICT', 'version']]],
    [
      'a wrong present password',
      { lastName: 'Ray', currentPassword: 'wrong' },
      [['INVALID_CREDENTIALS', 'currentPassword']],
    ],
    [
      'no present password',
      { lastName: 'Ray', currentPassword: null },
      [['INVALID_CREDENTIALS', 'currentPassword']],
    ],
    [
      'a name that is missing and a password that is too short',
      { lastName: '', newPassword: 'short' },
      [
        ['REQUIRED', 'lastName'],
        ['TOO_SHORT', 'newPassword'],
      ],
    ],
  ])('changes neither with %s', async (_, given, expected) => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const input = { id: '123', ...passwords, ...given };
    const { data } = await mutate(users, 'updateUser', input, BILLYE);
    const { user, userErrors } = data.updateUser;
    expect(user).toBeNull();
    expect(userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])).toEqual(
      expected,
    );
    expect(await versionOf(users, '123')).toBe(1);
    expect(await signIn(users, 'tessera-demo')).toEqual({ id: '123' });
    expect(await readOutbox(users.database)).toEqual([]);
  });

  it('needs the present one of everybody but an admin, for another user', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const change = { lastName: 'Ray', newPassword: 'a better one' };
    const anothers = await mutate(users, 'updateUser', { id: '123', ...change }, admin);
    expect(anothers.data.updateUser.userErrors).toEqual([]);
    expect(await signIn(users, 'a better one')).toEqual({ id: '123' });
    const viewer = { id: '1000', scopes: ['admin'] };
    const own = await mutate(users, 'updateUser', { id: '1000', ...change }, viewer);
    expect(own.data.updateUser.userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
  });
});

describe('a change of a password', () => {
  it('lets the new one in, and the old one no longer', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const input = { id: '123', currentPassword: 'tessera-demo', newPassword: 'a better one' };
    const { data } = await mutate(users, 'changePassword', input, BILLYE);
    expect(data.changePassword).toMatchObject({ user: { id: '123', version: 1 }, userErrors: [] });
    expect(await signIn(users, 'a better one')).toEqual({ id: '123' });
    expect(await signIn(users, 'tessera-demo')).toBeNull();
    expect(await readOutbox(users.database)).toEqual([]);
  });

  it('lets a long one in whose characters have two units each', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const newPassword = '🔑'.repeat(254);
    const input = { id: '123', currentPassword: 'tessera-demo', newPassword };
    const { data } = await mutate(users, 'changePassword', input, BILLYE);
    expect(data.changePassword.userErrors).toEqual([]);
    expect(await signIn(users, newPassword)).toEqual({ id: '123' });
    expect(await signIn(users, '🔑'.repeat(255))).toBeNull();
  });

  it.each([{ currentPassword: 'wrong' }, { currentPassword: 'x'.repeat(100_000) }, {}])(
    'needs the present one (case %#)',
    async (given) => {
      await using users = await createTestSubgraph(createUsersSubgraph);
      const input = { id: '123', newPassword: 'a better one', ...given };
      const { data } = await mutate(users, 'changePassword', input, BILLYE);
      expect(data.changePassword).toEqual({
        user: null,
        userErrors: [
          {
            code: 'INVALID_CREDENTIALS',
            message: 'The current password is wrong.',
            path: ['currentPassword'],
          },
        ],
      });
      expect(await signIn(users, 'tessera-demo')).toEqual({ id: '123' });
    },
  );

  it.each([
    ['', 'REQUIRED'],
    ['short', 'TOO_SHORT'],
    ['🔑🔑🔑🔑', 'TOO_SHORT'],
    ['x'.repeat(255), 'TOO_LONG'],
  ])('refuses the new one "%s": %s', async (newPassword, code) => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const input = { id: '123', currentPassword: 'tessera-demo', newPassword };
    const { data } = await mutate(users, 'changePassword', input, BILLYE);
    expect(data.changePassword.userErrors).toMatchObject([{ code, path: ['newPassword'] }]);
  });

  it('is an admin’s for anybody without the present one, but for their own not', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const reset = { id: '123', newPassword: 'a better one' };
    expect((await mutate(users, 'changePassword', reset, admin)).data.changePassword.userErrors).toEqual([]);
    expect(await signIn(users, 'a better one')).toEqual({ id: '123' });
    const own = { id: '1000', newPassword: 'a better one' };
    const { data } = await mutate(users, 'changePassword', own, { id: '1000', scopes: ['admin'] });
    expect(data.changePassword.userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
  });
});

describe('a deletion of a user', () => {
  it('takes the credentials along, and is announced', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const before = await countRows(users);
    const { data } = await mutate(users, 'deleteUser', { id: '123' }, BILLYE);
    expect(data.deleteUser).toEqual({ userId: '123', userErrors: [] });
    expect(await countRows(users)).toEqual({
      ...before,
      users: 999,
      credentials: Number(before.credentials) - 1,
      event_outbox: 1,
    });
    expect(await readOutbox(users.database)).toEqual([
      { name: 'UserDeleted', subject: 'User:123', sequence: 2, payload: {} },
    ]);
    const signIn = await mutate(users, 'signIn', { login: 'billye.topes', password: 'tessera-demo' });
    expect(signIn.data.signIn.userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
  });

  it('happens once, however many ask for it', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => mutate(users, 'deleteUser', { id: '123' }, admin)),
    );
    const payloads = answers.map(({ data }) => data.deleteUser);
    expect(payloads.filter(({ userId }) => userId)).toHaveLength(1);
    expect(payloads.filter(({ userErrors }) => userErrors[0]?.code === 'USER_NOT_FOUND')).toHaveLength(19);
    expect(await readOutbox(users.database)).toHaveLength(1);
  });

  it('of a version that is outdated is a conflict', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    await mutate(users, 'updateUser', { id: '123', lastName: 'Ray' }, admin);
    const { data } = await mutate(users, 'deleteUser', { id: '123', version: 1 }, admin);
    expect(data.deleteUser).toMatchObject({ userId: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(await versionOf(users, '123')).toBe(2);
  });

  it('frees the username and the address', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    await mutate(users, 'deleteUser', { id: '123' }, admin);
    const names = { username: 'billye.topes', email: 'billye.topes@example.org' };
    const { data } = await mutate(users, 'updateUser', { id: '1', ...names }, admin);
    expect(data.updateUser.userErrors).toEqual([]);
  });
});

describe.each([
  ['updateUser', { lastName: 'Ray' }],
  ['changePassword', { currentPassword: 'x', newPassword: 'a better one' }],
  ['deleteUser', {}],
] as const)('%s', (mutation, input) => {
  it.each(['0', '1001', '00000000-0000-7000-8000-000000000000'])(
    'tells an admin that there is no user %s',
    async (id) => {
      await using users = await createTestSubgraph(createUsersSubgraph);
      const { data, errors } = await mutate(users, mutation, { id, ...input }, admin);
      expect(errors).toBeUndefined();
      expect(data[mutation].userErrors).toEqual([
        { code: 'USER_NOT_FOUND', message: 'There is no user with this id.', path: ['id'] },
      ]);
    },
  );

  it('is refused to another customer before any lookup', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const statements = await users.statements(async () => {
      const [anothers, unknown] = await Promise.all(
        ['1', '1001'].map((id) => mutate(users, mutation, { id, ...input }, BILLYE)),
      );
      expect(anothers).toEqual(unknown);
      expect(anothers?.data).toEqual({ [mutation]: null });
      expect(errorCodes(anothers ?? {})).toEqual(['FORBIDDEN']);
    });
    expect(statements).toEqual([]);
  });

  it('is refused without a viewer, and for a malformed id', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    expect(errorCodes(await mutate(users, mutation, { id: '123', ...input }))).toEqual(['UNAUTHENTICATED']);
    const malformed = await mutate(users, mutation, { id: '1 or 1=1', ...input }, admin);
    expect(errorCodes(malformed)).toEqual(['BAD_USER_INPUT']);
  });
});
