import { setImmediate } from 'node:timers/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../../kit/logger.ts';
import type { GatewayContext } from '../context.ts';
import { createUsageRecorder, type SentOperation, type UsageLimits } from '../usage/usage-recorder.ts';
import { loadUsage, saveUsage } from '../usage/usage-store.ts';

export interface UsageOptions extends UsageLimits {
  /** Where the counts are kept; one file for each gateway process. */
  readonly file: string;
  readonly log: Logger;
  /** Milliseconds between two writes of the file; default 60,000. */
  readonly intervalMs?: number;
  /** The clock. */
  readonly now?: () => Date;
}

const MAX_NAME = 64;
/** So many operations wait to be looked up at most, */
const MAX_PENDING = 1_000;
/** with so many bytes of documents, */
const MAX_PENDING_BYTES = 16 * 2 ** 20;
/** and so many are looked up at once, so that no request waits for long. */
const SLICE = 20;

/** Counts what Apollo Server does not see. */
export interface UsageCounter {
  count(operation: Omit<SentOperation, 'client'>, context: Pick<GatewayContext, 'clientName'>): void;
}

/**
 * Counts which client sends which operations, and which parts of the schema they use, for schema checks to read. A client
 * names itself in `apollographql-client-name`. Only the count is on the path of the request; the rest happens later.
 */
export function useUsage(options: UsageOptions): ApolloServerPlugin<GatewayContext> & UsageCounter {
  const { file, log, intervalMs = 60_000, now } = options;
  const recorder = createUsageRecorder(loadUsage(file, log), now, options);
  let schema: GraphQLSchema | undefined;
  let settling: Promise<void> | undefined;
  let changed = true;

  const settleInSlices = async () => {
    while (schema && recorder.pending > 0) {
      await setImmediate();
      recorder.settle(schema, SLICE);
    }
  };
  const settle = () => {
    settling ??= settleInSlices().finally(() => {
      settling = undefined;
    });
    return settling;
  };
  const flush = async () => {
    await settle();
    if (!changed) return;
    changed = false;
    try {
      await saveUsage(file, recorder.snapshot());
    } catch (error) {
      changed = true;
      log.error({ err: error, file }, 'the usage file cannot be written');
    }
  };

  const count: UsageCounter['count'] = (operation, { clientName }) => {
    recorder.count({ client: nameOf(clientName), ...operation });
    changed = true;
    if (recorder.pending >= MAX_PENDING || recorder.pendingBytes >= MAX_PENDING_BYTES) void settle();
  };

  return {
    count,
    async serverWillStart() {
      let writing = Promise.resolve();
      const write = () => {
        writing = writing.then(flush);
        return writing;
      };
      const timer = setInterval(write, intervalMs).unref();
      return {
        schemaDidLoadOrUpdate({ apiSchema }) {
          if (schema) recorder.settle(schema);
          schema = apiSchema;
          recorder.forget();
        },
        async serverWillStop() {
          clearInterval(timer);
          await write();
        },
      };
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue, document, operationName, queryHash }) {
          count({ name: operationName ?? '', hash: queryHash, document }, contextValue);
        },
      };
    },
  };
}

/** What a client calls itself is anybody's text: printable and short. */
function nameOf(header: string | undefined): string {
  const name = (header ?? '')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, MAX_NAME);
  return name || '(unnamed)';
}
