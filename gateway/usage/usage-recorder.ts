import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { sizeOfDocument } from '../../kit/document-size.ts';
import { coordinateUses } from '../../kit/telemetry/coordinates.ts';
import { dayOf, type UsageFile } from '../../kit/telemetry/usage-file.ts';

/** An operation that a client sent. */
export interface SentOperation {
  readonly client: string;
  /** Empty for one without a name. */
  readonly name: string;
  /** SHA-256 of the document. */
  readonly hash: string;
  readonly document: DocumentNode;
}

/** How much a recorder keeps. Past that it tells clients and operations apart no longer, but loses no field. */
export interface UsageLimits {
  /** Clients by name; the rest are counted as `(other)`. Default 100. */
  readonly clients?: number;
  /** Operations by name, those that were sent last; default 10,000. */
  readonly operations?: number;
  /** Coordinates that these name together; default 300,000, since an operation may name hundreds. */
  readonly coordinates?: number;
}

/** Counts what clients ask of the graph, in bounded memory. */
export interface UsageRecorder {
  /** A map access or two: what the operation uses is looked up later, by `settle`. */
  count(operation: SentOperation): void;
  /** The number of operations that `settle` has not looked up yet. */
  readonly pending: number;
  /** Bytes of their documents, about. */
  readonly pendingBytes: number;
  /** Looks up what the counted operations use: all of them, or at most so many. */
  settle(schema: GraphQLSchema, limit?: number): void;
  /** Forgets what documents use, since the schema that says so has changed. */
  forget(): void;
  /** All that was settled. */
  snapshot(): UsageFile;
}

interface Seen {
  count: number;
  lastSeen: string;
}

type OperationEntry = Seen & { client: string; name: string; hash: string; coordinates: string[] };

const OTHER = '(other)';
/** What a document uses is the same for all who send it. */
const CACHED_DOCUMENTS = 5_000;

/**
 * @param before what an earlier process recorded; counting goes on from there
 * @param now the clock
 */
export function createUsageRecorder(
  before?: UsageFile,
  now: () => Date = () => new Date(),
  {
    clients: maxClients = 100,
    operations: maxOperations = 10_000,
    coordinates: maxCoordinates = 300_000,
  }: UsageLimits = {},
): UsageRecorder {
  const clients = new Map<string, Map<string, Seen>>();
  const operations = new LRUCache<string, OperationEntry>({
    max: maxOperations,
    maxSize: maxCoordinates,
    sizeCalculation: ({ coordinates }) => coordinates.length + 1,
  });
  const documents = new LRUCache<string, string[]>({
    max: CACHED_DOCUMENTS,
    maxSize: maxCoordinates,
    sizeCalculation: (coordinates) => coordinates.length + 1,
  });
  const pending = new Map<string, { operation: SentOperation; count: number; last: Date }>();
  let pendingBytes = 0;
  let from = dayOf(now());

  if (before) {
    from = before.from;
    for (const { name, coordinates, operations: known } of before.clients) {
      clients.set(name, new Map(Object.entries(coordinates).map(([at, seen]) => [at, { ...seen }])));
      for (const each of known) operations.set(keyOf(name, each), { client: name, ...each });
    }
  }

  const clientOf = (name: string): string => (clients.has(name) || clients.size < maxClients ? name : OTHER);

  const used = (schema: GraphQLSchema, { hash, name, document }: SentOperation): string[] => {
    const key = `${hash} ${name}`;
    const known = documents.get(key);
    if (known) return known;
    const coordinates = [...coordinateUses(schema, document, name).keys()];
    documents.set(key, coordinates);
    return coordinates;
  };

  const add = (schema: GraphQLSchema, operation: SentOperation, count: number, day: string): void => {
    const client = clientOf(operation.client);
    const coordinates = used(schema, operation);
    const seen = clients.get(client) ?? new Map<string, Seen>();
    clients.set(client, seen);
    for (const coordinate of coordinates) tally(seen, coordinate, count, day);
    const key = keyOf(client, operation);
    const { name, hash } = operation;
    const entry = operations.get(key) ?? { client, name, hash, count: 0, lastSeen: day, coordinates };
    operations.set(key, { ...entry, coordinates, count: entry.count + count, lastSeen: day });
  };

  return {
    count(operation) {
      const key = keyOf(operation.client, operation);
      const known = pending.get(key);
      if (!known) {
        pending.set(key, { operation, count: 1, last: now() });
        pendingBytes += sizeOfDocument(operation.document);
      } else {
        known.count++;
        known.last = now();
      }
    },
    get pending() {
      return pending.size;
    },
    get pendingBytes() {
      return pendingBytes;
    },
    settle(schema, limit = pending.size) {
      let left = limit;
      for (const [key, { operation, count, last }] of pending) {
        if (left-- <= 0) return;
        add(schema, operation, count, dayOf(last));
        pending.delete(key);
        pendingBytes -= sizeOfDocument(operation.document);
      }
    },
    forget: () => documents.clear(),
    snapshot() {
      const byClient = Map.groupBy(operations.values(), ({ client }) => client);
      return {
        version: 1,
        from,
        to: dayOf(now()),
        clients: [...clients].map(([name, coordinates]) => ({
          name,
          coordinates: Object.fromEntries(coordinates),
          operations: (byClient.get(name) ?? []).map(({ client: _, ...entry }) => entry),
        })),
      };
    },
  };
}

const keyOf = (client: string, { hash, name }: Pick<SentOperation, 'hash' | 'name'>) =>
  `${client}\n${hash}\n${name}`;

function tally(seen: Map<string, Seen>, coordinate: string, count: number, day: string): void {
  const known = seen.get(coordinate);
  if (known) Object.assign(known, { count: known.count + count, lastSeen: day });
  else seen.set(coordinate, { count, lastSeen: day });
}
