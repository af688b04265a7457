import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createUsersSubgraph } from '../index.ts';
import { mutate } from './documents.ts';

const NOON = Date.parse('2026-03-01T12:00:00.000Z') / 1000;
let seconds = NOON;
const start = () => createTestSubgraph(createUsersSubgraph, { now: () => new Date(seconds * 1000) });

/** The viewer of a token that was issued at this second. */
const holder = (id: string, issuedAt: number, scopes: string[] = []) => ({ id, scopes, issuedAt });

/** What a viewer can see and change of user 123: the codes of why not, without repetition. */
async function refusals(users: TestSubgraph, viewer: ReturnType<typeof holder>): Promise<unknown[]> {
  const answers = [
    await users.execute('{ user(id: "123") { id } }', { viewer }),
    await users.entities('User', [{ id: '123' }], 'id', { viewer }),
    await mutate(users, 'updateUser', { id: '123', lastName: 'Topes' }, viewer),
    await mutate(
      users,
      'changePassword',
      { id: '123', currentPassword: 'x', newPassword: 'too late' },
      viewer,
    ),
    await mutate(users, 'deleteUser', { id: '123', version: 99 }, viewer),
  ];
  const codes = answers.map((answer) => errorCodes(answer)[0] ?? 'none');
  return [...new Set(codes)];
}

describe('a token', () => {
  it.each([
    ['changePassword', {}],
    ['updateUser', { lastName: 'Ray' }],
  ] as const)(
    'opens nothing of users any more, once %s has changed the password; a new one does',
    async (mutation, change) => {
      await using users = await start();
      seconds = NOON;
      const viewer = holder('123', NOON - 60);
      expect(await refusals(users, viewer)).toEqual(['none']);
      const input = { id: '123', currentPassword: 'tessera-demo', newPassword: 'a better one', ...change };
      expect((await mutate(users, mutation, input, viewer)).data[mutation].userErrors).toEqual([]);
      expect(await refusals(users, viewer)).toEqual(['UNAUTHENTICATED']);
      const { data } = await users.execute('{ me { id } }', { viewer });
      expect(data.me).toBeNull();
      expect(await refusals(users, holder('123', NOON))).toEqual(['none']);
      expect(await refusals(users, holder('1', NOON - 60))).toEqual(['FORBIDDEN']);
    },
  );

  it('of an administrator opens nothing of users any more, once an administrator has set the password', async () => {
    await using users = await start();
    seconds = NOON;
    const viewer = holder('1000', NOON - 60, ['admin']);
    const list = () => users.execute('{ users(first: 1) { edges { cursor } } }', { viewer });
    expect(errorCodes(await list())).toEqual([]);
    await mutate(users, 'changePassword', { id: '1000', newPassword: 'a better one' }, admin);
    expect(errorCodes(await list())).toEqual(['UNAUTHENTICATED']);
    expect(await refusals(users, viewer)).toEqual(['UNAUTHENTICATED']);
  });

  it('of an administrator opens nothing of users any more, once the account is closed', async () => {
    await using users = await start();
    seconds = NOON;
    await mutate(users, 'deleteUser', { id: '1000' }, admin);
    expect(await refusals(users, holder('1000', NOON - 60, ['admin']))).toEqual(['UNAUTHENTICATED']);
  });
});
