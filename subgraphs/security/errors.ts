/** The failures of this domain that a caller can act on. */
export type SecurityErrorCode = 'SECURITY_TITLE_INVALID';

export interface UserError {
  readonly code: SecurityErrorCode;
  readonly message: string;
  readonly path: readonly string[] | null;
}

export const titleInvalid: UserError = {
  code: 'SECURITY_TITLE_INVALID',
  message: 'The title must have 1 to 200 characters.',
  path: ['title'],
};
