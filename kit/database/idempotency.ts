import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { isLongerThan } from '../text.ts';
import type { Database } from './database.ts';
import { toSqlTime } from './time.ts';

/** How long an answer is kept: a client that retries does so much sooner. */
const KEPT_MS = 7 * 86_400_000;
/** One in so many new keys clears old ones away. */
const CLEAR_EVERY = 200;
const MAX_LENGTH = 64;

/** A request that may be repeated. */
export interface IdempotentRequest {
  /** Chosen by the client, at most 64 characters; without one the request is not recognised again. */
  readonly key: string | null | undefined;
  /** Whose key it is: keys of two viewers have nothing to do with each other. */
  readonly viewerId: string;
  /** The mutation, such as `placeOrder`. */
  readonly mutation: string;
  /** What is asked for; JSON. */
  readonly input: unknown;
  readonly now: Date;
}

/** The key was used before for something else, or is no key. */
export class IdempotencyKeyError extends Error {
  override name = 'IdempotencyKeyError';
  readonly code: 'IDEMPOTENCY_KEY_REUSED' | 'IDEMPOTENCY_KEY_INVALID';

  constructor(code: IdempotencyKeyError['code']) {
    super(
      code === 'IDEMPOTENCY_KEY_REUSED'
        ? 'This idempotency key was used for another request: take a new one.'
        : `An idempotency key has 1 to ${MAX_LENGTH} characters.`,
    );
    this.code = code;
  }
}

/**
 * Runs a transaction at most once for each key, and gives its result, which must be JSON, again to every repetition.
 * Repetitions that come at the same time get the answer of the first. A failure is not kept: it may be tried again.
 *
 * @throws IdempotencyKeyError when the key was used for another input, or is empty or too long
 */
export async function transactOnce<Result>(
  database: Database,
  request: IdempotentRequest,
  effect: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  const { key } = request;
  if (key == null) return database.transaction(effect);
  if (key === '' || isLongerThan(key, MAX_LENGTH)) throw new IdempotencyKeyError('IDEMPOTENCY_KEY_INVALID');
  try {
    return await database.transaction(async (trx) => {
      const known = await recall<Result>(trx, request);
      return known ? known.result : run(trx, request, effect);
    });
  } catch (error) {
    // Another repetition may have been first by a hair: then this one failed for what that one did.
    const known = await recall<Result>(database.read, request);
    if (!known) throw error;
    return known.result;
  }
}

const scopeOf = ({ viewerId, mutation, key }: IdempotentRequest) => hash([viewerId, mutation, key]);

/** What a key's first request came to; null where there was none. */
async function recall<Result>(on: Knex, request: IdempotentRequest): Promise<{ result: Result } | null> {
  const scope = scopeOf(request);
  const known = await on('idempotency_keys').where({ scope }).first('input_hash', 'result');
  if (!known) return null;
  if (known.input_hash !== hash(request.input)) throw new IdempotencyKeyError('IDEMPOTENCY_KEY_REUSED');
  return { result: JSON.parse(known.result) };
}

async function run<Result>(
  trx: Knex.Transaction,
  request: IdempotentRequest,
  effect: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  const { input, now } = request;
  const scope = scopeOf(request);
  const result = await effect(trx);
  await trx('idempotency_keys').insert({
    scope,
    input_hash: hash(input),
    result: JSON.stringify(result),
    created_at: toSqlTime(now),
  });
  if (Number.parseInt(scope.slice(0, 8), 16) % CLEAR_EVERY === 0) {
    const before = toSqlTime(new Date(now.getTime() - KEPT_MS));
    await trx('idempotency_keys').where('created_at', '<', before).delete();
  }
  return result;
}

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
