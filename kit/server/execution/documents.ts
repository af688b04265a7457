import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { sizeOfDocument } from '../../document-size.ts';

/** Documents at most. */
const MAX_DOCUMENTS = 2_000;
/** Bytes of all of them at most: up to ten subgraphs share a process. */
const MAX_BYTES = 12 * 2 ** 20;

/** The parsed documents of a schema's clients. */
export interface DocumentCache {
  /** The document of a text; null where it is not valid. */
  get(text: string): DocumentNode | null;
}

/** Makes a cache that parses and validates each text once, until it is the least recently used of too many. */
export function createDocumentCache(schema: GraphQLSchema): DocumentCache {
  const documents = new LRUCache<string, { readonly valid: DocumentNode | null }>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_BYTES,
    sizeCalculation: ({ valid }, text) => (valid ? sizeOfDocument(valid) : text.length) || 1,
  });
  return {
    get(text) {
      let entry = documents.get(text);
      if (!entry) {
        entry = { valid: readDocument(schema, text) };
        documents.set(text, entry);
      }
      return entry.valid;
    },
  };
}

function readDocument(schema: GraphQLSchema, text: string): DocumentNode | null {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch {
    return null;
  }
  return validate(schema, document).length === 0 ? document : null;
}
