/** The failures of this domain that a caller can act on. */
export type ReportsErrorCode = 'REPORT_TITLE_INVALID';

export interface UserError {
  readonly code: ReportsErrorCode;
  readonly message: string;
  readonly path: readonly string[] | null;
}

export const titleInvalid: UserError = {
  code: 'REPORT_TITLE_INVALID',
  message: 'The title must have 1 to 200 characters.',
  path: ['title'],
};
