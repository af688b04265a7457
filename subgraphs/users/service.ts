import { issueToken } from '../../kit/viewer/token.ts';
import type { UsersConfig } from './config.ts';
import { invalidCredentials, type UserError } from './errors.ts';
import { UNKNOWN_USER_HASH, verifyPassword } from './password.ts';
import type { UsersRepository } from './repository.ts';

/** A longer login or password is nobody's, and hashing it would be work for an attacker. */
const MAX_LENGTH = 254;

/** A sign-in that went well, or why it did not. */
export type SignInPayload =
  | { readonly token: string; readonly expiresAt: string; readonly userId: string; readonly userErrors: [] }
  | { readonly userErrors: [UserError] };

export type UsersService = ReturnType<typeof createUsersService>;

export function createUsersService(repository: UsersRepository, config: UsersConfig, now: () => Date) {
  return {
    async signIn(login: string, password: string): Promise<SignInPayload> {
      if (login.length > MAX_LENGTH || password.length > MAX_LENGTH)
        return { userErrors: [invalidCredentials] };
      const credentials = await repository.findCredentials(login.toLowerCase());
      const matches = await verifyPassword(password, credentials?.passwordHash ?? UNKNOWN_USER_HASH);
      if (!credentials || !matches) return { userErrors: [invalidCredentials] };
      const { userId, scopes } = credentials;
      const token = await issueToken(config.keys, { id: userId, scopes }, config.tokenLifetime);
      const expiresAt = new Date(now().getTime() + config.tokenLifetime * 1000).toISOString();
      return { token, expiresAt, userId, userErrors: [] };
    },
  };
}
