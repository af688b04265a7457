import { createHash } from 'node:crypto';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { sizeOfDocument } from '../kit/document-size.ts';

/** A document that Apollo Server found valid. */
export interface KnownDocument {
  readonly text: string;
  readonly document: DocumentNode;
  /** SHA-256 of its text, in hexadecimal digits. */
  readonly hash: string;
}

/** The documents that were parsed and found valid. */
export interface DocumentStore {
  /** Apollo Server's own view of it: its keys are a prefix of the schema, then the hash. */
  readonly forApollo: NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;
  /** The document of a text that is in the store. */
  find(text: string): KnownDocument | undefined;
  /** The same by the text's hash. */
  findByHash(hash: string): KnownDocument | undefined;
  /** Forgets all: they were valid for another schema. */
  clear(): void;
}

/** Bytes of all documents at most, */
const MAX_BYTES = 48 * 2 ** 20;
/** and of one: a larger one is parsed each time. */
const MAX_DOCUMENT_BYTES = MAX_BYTES / 8;

/**
 * Keeps so many documents at most, the least recently used dropped first. Apollo Server's own store counts bytes of JSON,
 * 30 MB of which are many times as much when they live: over 10,000 operations the heap kept growing.
 */
export function createDocumentStore(max: number): DocumentStore {
  const byText = new Map<string, KnownDocument>();
  const documents = new LRUCache<string, DocumentNode>({
    max,
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_DOCUMENT_BYTES,
    sizeCalculation: sizeOfDocument,
    dispose: ({ loc }) => loc && byText.delete(loc.source.body),
  });
  const hashOf = (key: string) => key.slice(-HASH_DIGITS);
  return {
    forApollo: {
      get: async (key) => documents.get(hashOf(key)),
      set: async (key, document) => void documents.set(hashOf(key), document),
      delete: async (key) => documents.delete(hashOf(key)),
    },
    find(text) {
      const known = byText.get(text);
      if (known) {
        documents.get(known.hash);
        return known;
      }
      const hash = createHash('sha256').update(text).digest('hex');
      const document = documents.get(hash);
      if (!document) return undefined;
      const found = { text, document, hash };
      byText.set(text, found);
      return found;
    },
    findByHash(hash) {
      const document = documents.get(hash);
      const text = document?.loc?.source.body;
      return document && text !== undefined ? { text, document, hash } : undefined;
    },
    clear() {
      documents.clear();
      byText.clear();
    },
  };
}

const HASH_DIGITS = 64;
