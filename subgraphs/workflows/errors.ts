import * as kit from '../../kit/rejection.ts';

/** The failures of this domain that a caller can act on. */
export type WorkflowsErrorCode =
  | 'OUT_OF_RANGE'
  | 'WORKFLOW_RUN_NOT_FOUND'
  | 'NOT_RETRYABLE'
  | 'NOT_CANCELLABLE';

export type UserError = kit.UserError<WorkflowsErrorCode>;

/** A run or a letter cannot be treated so. */
export class WorkflowRejectionError extends kit.RejectionError<WorkflowsErrorCode> {
  override name = 'WorkflowRejectionError';

  constructor(error: UserError) {
    super([error]);
  }
}

export const runNotFound: UserError = {
  code: 'WORKFLOW_RUN_NOT_FOUND',
  message: 'There is no run with this id.',
  path: ['id'],
};

export const notRetryable = (state: string): UserError => ({
  code: 'NOT_RETRYABLE',
  message: `The run is ${state}; only one that FAILED can be retried.`,
  path: ['id'],
});

export const notCancellable = (state: string): UserError => ({
  code: 'NOT_CANCELLABLE',
  message: `The run is ${state}: there is nothing to call off.`,
  path: ['id'],
});

export const reasonTooLong: UserError = {
  code: 'OUT_OF_RANGE',
  message: 'The reason must have at most 200 characters.',
  path: ['reason'],
};

export const wrongCount: UserError = {
  code: 'OUT_OF_RANGE',
  message: 'There must be 1 to 100 ids.',
  path: ['ids'],
};
