import { type Environment, readSettings, wholeNumber } from '../../kit/config.ts';
import { loadKeys } from '../../kit/viewer/keys.ts';
import type { Limit } from './attempts.ts';

export const usersSettings = {
  TOKEN_LIFETIME: wholeNumber(3_600, 60, 30 * 86_400).describe(
    'How long an access token is valid, in seconds.',
  ),
  SIGN_IN_LIMIT: wholeNumber(10, 1, 1_000_000).describe(
    'Wrong passwords that a user may be tried with in SIGN_IN_WINDOW, at sign-ins and changes of it, from wherever.',
  ),
  SIGN_IN_ADDRESS_LIMIT: wholeNumber(100, 1, 1_000_000).describe(
    'Wrong passwords that may come from an address in SIGN_IN_WINDOW, whosever they are.',
  ),
  SIGN_IN_WINDOW: wholeNumber(900, 1, 86_400).describe('Seconds after which failed sign-ins are forgotten.'),
  REGISTER_ADDRESS_LIMIT: wholeNumber(60, 1, 1_000_000).describe(
    'Registrations, and changes of a username or an email address, that may come from an address or a user in REGISTER_WINDOW.',
  ),
  REGISTER_WINDOW: wholeNumber(3_600, 1, 86_400).describe('Seconds after which registrations are forgotten.'),
};

export type UsersConfig = Awaited<ReturnType<typeof readUsersConfig>>;

export async function readUsersConfig(env: Environment) {
  const settings = readSettings(usersSettings, env, 'users');
  const keys = await loadKeys(env);
  const limit = (name: string, tries: number, seconds: number): Limit => ({
    name,
    tries,
    windowMs: seconds * 1000,
  });
  return Object.freeze({
    tokenLifetime: settings.TOKEN_LIFETIME,
    keys,
    limits: {
      signInOfLogin: limit('sign-ins of a login', settings.SIGN_IN_LIMIT, settings.SIGN_IN_WINDOW),
      signInFromAddress: limit(
        'sign-ins from an address',
        settings.SIGN_IN_ADDRESS_LIMIT,
        settings.SIGN_IN_WINDOW,
      ),
      registration: limit(
        'registrations from an address',
        settings.REGISTER_ADDRESS_LIMIT,
        settings.REGISTER_WINDOW,
      ),
    },
  });
}
