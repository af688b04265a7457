export { type Client, type ClientOptions, createClient, type RequestOptions } from './client.ts';
export type { ErrorCode } from './error-codes.generated.ts';
export * from './operations.generated.ts';
export type { Failure, FailureCode, Result } from './result.ts';
