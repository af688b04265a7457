import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type BodyForm, bodyOf, type Operation, operationOf } from './persisted.ts';
import { failed, type Result, readResult } from './result.ts';
import { delayBefore, isPassing, unlessAborted, wait } from './retry.ts';

/** What a client is made of. */
export interface ClientOptions {
  /** The graph's address, such as `https://example.com/graphql`; a page may name it by its path. */
  readonly url: string;
  /** Gives the access token before each attempt; null for none. */
  readonly token?: (() => string | null | Promise<string | null>) | undefined;
  /** Milliseconds until an operation is given up, all attempts together; default 10,000. */
  readonly timeoutMs?: number;
  /** Further attempts at a query that got no answer; default 2. A mutation is never sent again. */
  readonly retries?: number;
  /** Milliseconds before the second attempt, doubled for each further one; default 200. */
  readonly retryDelayMs?: number;
  /** Sent along with each request; name the client in `apollographql-client-name`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
}

/** What may differ from one operation to the next. */
export interface RequestOptions {
  /** Ends the request. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** The variables of an operation, which may be left out where none is required, and the options. */
type Arguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: RequestOptions]
    : [variables: Variables, options?: RequestOptions];

/** A client of the graph. */
export interface Client {
  /**
   * Runs a query or a mutation. Whatever goes wrong is in the result; it rejects only for a document that was not
   * generated from operations/.
   */
  execute<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    ...args: Arguments<Variables>
  ): Promise<Result<Data>>;
}

/** What one attempt came to. */
interface Attempt<Data> {
  readonly result: Result<Data>;
  /** Whether it may be tried again, and when at the earliest. */
  readonly passing: boolean;
  readonly retryAfter: string | null;
}

/**
 * Makes a client of the graph over `fetch`. Operations are sent by their hash, and in full only where the server does
 * not know them yet.
 */
export function createClient(options: ClientOptions): Client {
  const { retries = 2, retryDelayMs = 200, timeoutMs = 10_000 } = options;
  return {
    async execute<Data, Variables>(
      document: TypedDocumentNode<Data, Variables>,
      ...[variables, request = {}]: Arguments<Variables>
    ): Promise<Result<Data>> {
      const operation = operationOf(document as TypedDocumentNode<Data, never>);
      const limitMs = request.timeoutMs ?? timeoutMs;
      const deadline = performance.now() + limitMs;
      const timeout = AbortSignal.timeout(limitMs);
      const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
      const attempts = operation.kind === 'query' ? retries + 1 : 1;
      for (let attempt = 1; ; attempt++) {
        const { result, passing, retryAfter } = await tryOnce<Data>(options, operation, variables, signal);
        const delayMs =
          passing && attempt < attempts
            ? delayBefore(attempt, retryDelayMs, retryAfter)
            : Number.POSITIVE_INFINITY;
        // Where no time is left for a further attempt, what this one came to says more than that time ran out.
        const isLast = delayMs >= deadline - performance.now();
        if (!isLast) await wait(delayMs, signal);
        if (request.signal?.aborted && result.kind === 'error')
          return failed('ABORTED', 'The request was aborted.');
        if (timeout.aborted && result.kind === 'error') return failed('TIMEOUT', 'No answer came in time.');
        if (isLast) return result;
      }
    },
  };
}

async function tryOnce<Data>(
  options: ClientOptions,
  operation: Operation,
  variables: unknown,
  signal: AbortSignal,
): Promise<Attempt<Data>> {
  const token = await readToken(options, signal);
  if (token instanceof Error) return final(failed('TOKEN_UNAVAILABLE', token.message));
  const headers = {
    ...options.headers,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const sendAs = (form: BodyForm) => send<Data>(options, bodyOf(operation, variables, form), headers, signal);
  try {
    const byHash = await sendAs('hash');
    const code = byHash.result.kind === 'error' ? byHash.result.errors[0].code : null;
    if (code === 'PERSISTED_QUERY_NOT_FOUND') return await sendAs('hash and text');
    if (code === 'PERSISTED_QUERY_NOT_SUPPORTED') return await sendAs('text');
    return byHash;
  } catch (error) {
    return { result: failed('NETWORK_ERROR', String(error)), passing: true, retryAfter: null };
  }
}

async function send<Data>(
  { url, fetch = globalThis.fetch }: ClientOptions,
  body: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Attempt<Data>> {
  const response = await fetch(url, { method: 'POST', body, headers, signal });
  const requestId = response.headers.get('x-request-id');
  const result = readResult<Data>(await readJson(response), response.status, requestId);
  const passing = result.kind === 'error' && isPassing(response.status);
  return { result, passing, retryAfter: response.headers.get('retry-after') };
}

const final = <Data>(result: Result<Data>): Attempt<Data> => ({ result, passing: false, retryAfter: null });

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readToken({ token }: ClientOptions, signal: AbortSignal): Promise<string | null | Error> {
  try {
    return (await unlessAborted(token?.(), signal)) ?? null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
