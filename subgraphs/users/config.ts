import { z } from 'zod';
import { type Environment, readSettings } from '../../kit/config.ts';
import { loadKeys } from '../../kit/viewer/keys.ts';

export const usersSettings = {
  TOKEN_LIFETIME: z.coerce
    .number()
    .int()
    .min(60)
    .max(30 * 86_400)
    .default(3_600)
    .describe('How long an access token is valid, in seconds.'),
};

export type UsersConfig = Awaited<ReturnType<typeof readUsersConfig>>;

export async function readUsersConfig(env: Environment) {
  const { TOKEN_LIFETIME } = readSettings(usersSettings, env, 'users');
  const { signingKey } = await loadKeys(env);
  return Object.freeze({ tokenLifetime: TOKEN_LIFETIME, signingKey });
}
