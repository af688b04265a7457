import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Keeps the documents that were parsed and found valid, so many at most, the least recently used dropped first. Apollo
 * Server's own store counts bytes of JSON, 30 MB of which are many times as much when they live: over 10,000 operations
 * the heap kept growing.
 */
export function createDocumentStore(max: number): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ max });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
