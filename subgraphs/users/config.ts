import { type Environment, readSettings, wholeNumber } from '../../kit/config.ts';
import { loadKeys } from '../../kit/viewer/keys.ts';

export const usersSettings = {
  TOKEN_LIFETIME: wholeNumber(3_600, 60, 30 * 86_400).describe(
    'How long an access token is valid, in seconds.',
  ),
};

export type UsersConfig = Awaited<ReturnType<typeof readUsersConfig>>;

export async function readUsersConfig(env: Environment) {
  const { TOKEN_LIFETIME } = readSettings(usersSettings, env, 'users');
  const keys = await loadKeys(env);
  return Object.freeze({ tokenLifetime: TOKEN_LIFETIME, keys });
}
