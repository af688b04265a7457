/** The failures of this domain that a caller can act on. */
export type UsersErrorCode = 'INVALID_CREDENTIALS';

export interface UserError {
  readonly code: UsersErrorCode;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** One wording for an unknown login and a wrong password, so that it does not tell who has an account. */
export const invalidCredentials: UserError = {
  code: 'INVALID_CREDENTIALS',
  message: 'The login or the password is wrong.',
  path: ['login'],
};
