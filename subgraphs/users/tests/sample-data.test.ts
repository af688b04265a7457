import { beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../../kit/logger.ts';
import { plain } from '../../../kit/testing/response.ts';
import { createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { makeKeys } from '../../../kit/viewer/local-keys.ts';
import { createUsersSubgraph } from '../index.ts';

let given: Readonly<Record<string, string>>;
beforeAll(async () => {
  const { signingKey, jwks, subgraphSecret } = await makeKeys();
  given = {
    AUTH_SIGNING_KEY: JSON.stringify(signingKey),
    AUTH_JWKS: JSON.stringify(jwks),
    SUBGRAPH_SECRET: subgraphSecret,
  };
});

/** The scopes of the token that a sign-in with the sample data's password gives; null where it gives none. */
async function scopesOf(users: TestSubgraph, login: string): Promise<string | null> {
  const { data } = await users.execute(
    'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }',
    { variables: { input: { login, password: 'tessera-demo' } } },
  );
  const { token, userErrors } = data.signIn;
  if (!token) {
    expect(userErrors).toEqual([{ code: 'INVALID_CREDENTIALS' }]);
    return null;
  }
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).scope;
}

describe('the sample data', () => {
  it('is there by itself where the keys are made, with an admin', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    expect(await scopesOf(users, 'andrewgillis')).toBe('admin');
  });

  it.each(['production', 'no production'])(
    'is not there by itself where keys are given (%s)',
    async (kind) => {
      const env = { ...given, SEED: '', ...(kind === 'production' && { NODE_ENV: kind, HOST: '0.0.0.0' }) };
      await using users = await createTestSubgraph(createUsersSubgraph, { env });
      expect(await users.database.rows('SELECT id FROM users', [])).toEqual([]);
      expect(await scopesOf(users, 'andrewgillis')).toBeNull();
    },
  );

  it('is not there by itself behind a proxy', async () => {
    const env = { SEED: '', TRUSTED_PROXIES: 'loopback' };
    await using users = await createTestSubgraph(createUsersSubgraph, { env });
    expect(await users.database.rows('SELECT id FROM users', [])).toEqual([]);
  });

  it('makes nobody an admin where keys are given, also when it is asked for', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph, { env: { ...given, SEED: 'demo' } });
    expect(await scopesOf(users, 'andrewgillis')).toBe('');
    expect(await scopesOf(users, 'billye.topes')).toBe('');
  });

  it('lets its admin in nowhere else with the password that everybody knows', async () => {
    await using users = await createTestSubgraph(createUsersSubgraph);
    const moved = await createUsersSubgraph({
      log: createLogger('test', 'silent'),
      database: users.database,
      env: given,
    });
    const execute: TestSubgraph['execute'] = (query, options) =>
      moved.execute({ query, viewer: null, requestId: 'test', ...options }).then(plain);
    expect(await scopesOf({ ...users, execute }, 'andrewgillis')).toBeNull();
    expect(await scopesOf({ ...users, execute }, 'billye.topes')).toBe('');
    expect(await scopesOf(users, 'andrewgillis')).toBe('admin');
  });
});
