import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { GraphQLError, parse, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ConfigError } from '../kit/config.ts';
import { TesseraError } from '../kit/errors.ts';
import { faultOfFile, readText } from '../kit/files.ts';

/** The documents that a gateway is told of beforehand: those of its clients. */
export interface RegisteredOperations {
  /** Their texts, by their file in the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /**
   * Whether a text is one of them, however it is laid out and commented.
   *
   * @param maxTokens of a text that has to be parsed for it
   */
  includes(text: string, maxTokens: number): boolean;
  /** The text of this SHA-256, in hexadecimal digits: of a file as it is, or as graphql-js prints it. */
  textOf(hash: string): string | undefined;
}

/** Texts that are laid out otherwise than those in the files, and are remembered. */
const MAX_LAYOUTS = 1_000;
/** Characters of all texts that clients sent along with their hash. */
const MAX_SENT = 30_000_000;
/** Apollo Server puts a prefix before the hash. */
const HASH_DIGITS = 64;

/**
 * Reads every .graphql file under a folder; one that is not there has none.
 *
 * @throws ConfigError when a file cannot be read or is not GraphQL
 */
export function registerOperations(folder: string): RegisteredOperations {
  const files = existsSync(folder) ? globSync('**/*.graphql', { cwd: folder }).sort() : [];
  const texts = new Map<string, string>();
  const byHash = new Map<string, string>();
  for (const file of files) {
    const { text, printed } = readOperation(join(folder, file));
    texts.set(file, text);
    for (const each of [text, printed]) byHash.set(hashOf(each), each);
  }
  const layouts = new LRUCache<string, true>({ max: MAX_LAYOUTS });
  return {
    texts,
    includes(text, maxTokens) {
      const hash = hashOf(text);
      if (byHash.has(hash) || layouts.get(hash)) return true;
      const printed = printedText(text, maxTokens);
      if (printed === undefined || !byHash.has(hashOf(printed))) return false;
      layouts.set(hash, true);
      return true;
    },
    textOf: (hash) => byHash.get(hash),
  };
}

/**
 * Refuses a request with another operation. One that names its operation by a hash may pass: what a hash can name was
 * let in by its text, or is asked by this gateway itself, as those of the REST doors are.
 *
 * @throws TesseraError PERSISTED_QUERY_NOT_IN_LIST
 */
export function refuseUnregistered(
  request: FastifyRequest,
  operations: RegisteredOperations,
  maxTokens: number,
): void {
  if (textsOf(request).every((text) => operations.includes(text, maxTokens))) return;
  throw new TesseraError(
    'PERSISTED_QUERY_NOT_IN_LIST',
    'Only registered operations are answered here, and this is none of them.',
    { extensions: { http: { status: 400 } } },
  );
}

/** Whatever may be taken for the text of an operation. */
function textsOf({ body, url }: FastifyRequest): string[] {
  const bodies = Array.isArray(body) ? body : [body];
  return [
    ...bodies.map((each) => each?.query),
    ...new URL(url, 'http://gateway').searchParams.getAll('query'),
  ].filter((text) => typeof text === 'string');
}

/**
 * The texts that clients may send the hash of: those that were registered, and those that came along with it before
 * (https://www.apollographql.com/docs/apollo-server/performance/apq).
 */
export function createPersistedQueries(operations: RegisteredOperations | undefined) {
  const sent = new LRUCache<string, string>({
    maxSize: MAX_SENT,
    maxEntrySize: MAX_SENT / 8,
    sizeCalculation: (text) => 1 + text.length,
  });
  return {
    get: async (key: string) => operations?.textOf(key.slice(-HASH_DIGITS)) ?? sent.get(key),
    set: async (key: string, text: string) => void sent.set(key, text),
    delete: async (key: string) => sent.delete(key),
  };
}

/** A file's text, and as generated clients have it. */
function readOperation(file: string): { text: string; printed: string } {
  try {
    const text = readText(file);
    return { text, printed: print(parse(text, { noLocation: true })) };
  } catch (error) {
    const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
    const fault = place
      ? `${file}:${place.line}:${place.column} is not GraphQL (${(error as Error).message})`
      : faultOfFile(error);
    throw fault ? new ConfigError(`OPERATIONS_DIR: ${fault}`) : error;
  }
}

function printedText(text: string, maxTokens: number): string | undefined {
  try {
    return print(parse(text, { noLocation: true, maxTokens }));
  } catch {
    return undefined;
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
