import { readFileSync } from 'node:fs';
import { type DocumentNode, parse } from 'graphql';
import type { Knex } from 'knex';
import { commonSettings, type Environment, readSettings } from '../config.ts';
import { countDatabase } from '../database/count-database.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import type { Recount } from '../database/recount.ts';
import type { Seed } from '../database/seed.ts';
import { type Logger, requestScope } from '../logger.ts';
import { createMetrics, type Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import { isLocal } from '../viewer/keys.ts';
import type { createExecutor } from './execution/executor.ts';
import { createSubgraphGraphQL, type SubgraphGraphQL } from './graphql.ts';
import { createOperationCounter } from './operation-metrics.ts';
import type { RequestContext } from './request-context.ts';
import type { SubgraphExecutor, SubgraphRequest, SubgraphResponse } from './subgraph-request.ts';

export type { RequestContext } from './request-context.ts';

/**
 * Publishes a page of a domain's rows again, as they are.
 *
 * @param after the id of the last one that was told of; empty for the first page
 * @returns how many they are, and the id of the last; null where there are no more
 */
export type Retell = (
  database: Database,
  after: string,
) => Promise<{ readonly count: number; readonly last: string | null }>;

/** Who asks. */
type Asking = Pick<SubgraphRequest, 'viewer' | 'clientAddress' | 'requestId'>;

/** What carries messages between domains, as far as the kit knows it: the room `events` does the rest. */
export interface MessageBus {
  /** Begins to carry messages; every subgraph of the process has joined before. */
  start(): Promise<void>;
  /** Resolves when messages can be sent; rejects with why they cannot. */
  ready(): Promise<void>;
  /** Finishes what is being handled; the databases must still be open. */
  close(): Promise<void>;
}

/** What a domain is given to build itself from. */
export interface SubgraphParts {
  readonly database: Database;
  /** None where a subgraph is tested alone. */
  readonly bus: MessageBus | undefined;
  readonly env: Environment;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing | undefined;
  /** The time; tests inject their own. */
  readonly now: () => Date;
  /** Registers how to end background work: before the database closes. */
  readonly onStop: (stop: () => Promise<void>) => void;
}

/** Makes a request's context. */
export type ContextFactory<Context extends RequestContext> = (request: RequestContext) => Context;

/** A domain as its room describes it: data and functions, started by `defineSubgraph`. */
export interface SubgraphDefinition<Context extends RequestContext> {
  /** As in supergraph.yaml. */
  readonly name: string;
  /** The room's folder: `import.meta.url` of its index.ts. */
  readonly room: string;
  readonly resolvers: object;
  /** Builds what lives as long as the process; gives the function that makes a request's context. */
  readonly start: (parts: SubgraphParts) => ContextFactory<Context> | Promise<ContextFactory<Context>>;
  readonly seed: Seed;
  /** Where the domain keeps totals: finds those that are wrong. */
  readonly recount?: Recount;
  /** Where other domains keep copies of the domain's rows. */
  readonly retell?: Retell;
}

/** Where a subgraph finds its surroundings; everything has a default but the log. */
export interface SubgraphOptions {
  readonly bus?: MessageBus | undefined;
  readonly log: Logger;
  /** Where it counts what it does; by default nobody reads that. */
  readonly metrics?: Metrics;
  /** Records spans of what it does for others. */
  readonly tracing?: Tracing | undefined;
  readonly env?: Environment;
  readonly database?: Database;
  readonly now?: () => Date;
  /** What runs operations; tests hold it against graphql-js. */
  readonly createExecutor?: typeof createExecutor | undefined;
}

/** A running subgraph, without a socket. */
export interface Subgraph extends SubgraphGraphQL {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly database: Database;
  readonly execute: SubgraphExecutor;
  readonly context: (request: Asking) => RequestContext;
  readonly seed: Seed;
  readonly recount: Recount;
  readonly retell: Retell | undefined;
  /** Resolves when everything that it needs answers. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export type SubgraphFactory = (options: SubgraphOptions) => Promise<Subgraph>;

/** Makes the factory of a subgraph: opens and migrates its database, builds its schema, starts its server. */
export function defineSubgraph<Context extends RequestContext>(
  definition: SubgraphDefinition<Context>,
): SubgraphFactory {
  const { name, room, seed, recount = async () => [], retell } = definition;
  return async (options) => {
    const { log, bus, env = process.env, database: given, metrics = createMetrics() } = options;
    const { now = () => new Date(), createExecutor, tracing } = options;
    const settings = readSettings(commonSettings, env, name);
    const { DATABASE_URL: url, DATABASE_SECRET_ID: secretId, DATABASE_POOL: poolSize } = settings;
    const where = { name, log, url, secretId, poolSize, dataDir: settings.DATA_DIR };
    const database = given ?? (await openDatabase(where));
    const stops: (() => Promise<void>)[] = [];
    try {
      const local = isLocal(env);
      const wanted = settings.SEED ?? (database.dialect === 'sqlite' && local ? 'demo' : 'none');
      const demo = (trx: Knex.Transaction) => seed.demo(trx, { local });
      // Every domain has the tables of the bus beside its own.
      const folders = ['events', name].map((each) => new URL(`../../sql/${each}/`, room));
      const report = await migrate(database, name, folders, wanted === 'demo' ? demo : undefined);
      if (report.statements > 0 || report.seeded) log.debug(report, 'brought the database up to date');
      if (report.newer.length > 0)
        log.warn(
          `the database of ${name} is of a newer version, with ${report.newer.join(', ')}: going on with it`,
        );
      countDatabase(metrics, name, database);
      const onStop = (stop: () => Promise<void>) => void stops.push(stop);
      const contextOf = await definition.start({ database, bus, env, log, metrics, tracing, now, onStop });
      const typeDefs = parse(readFileSync(new URL('schema.graphql', room), 'utf8'));
      const graphql = createSubgraphGraphQL({
        typeDefs,
        resolvers: definition.resolvers,
        log,
        counter: createOperationCounter(metrics, name),
        createExecutor,
      });
      await graphql.apollo.start();
      const context = ({ viewer, clientAddress, requestId }: Asking) =>
        contextOf({ viewer, clientAddress, requestId, log: log.child({ requestId }) });
      return {
        name,
        ...graphql,
        typeDefs,
        database,
        context,
        seed,
        recount,
        retell,
        execute: tracing
          ? (request) =>
              traceExecution(tracing, name, request, () =>
                executeInProcess(graphql, context(request), request),
              )
          : (request) => executeInProcess(graphql, context(request), request),
        ready: () => database.ping(),
        async close() {
          await graphql.apollo.stop();
          for (const stop of stops) await stop();
          await database.close();
        },
      };
    } catch (error) {
      if (!given) await database.close();
      throw error;
    }
  };
}

/** Records a span for a request that came without HTTP, which what it causes belongs to. */
async function traceExecution(
  tracing: Tracing,
  subgraph: string,
  { requestId, traceparent: parent }: SubgraphRequest,
  work: () => Promise<SubgraphResponse>,
): Promise<SubgraphResponse> {
  const attributes = { 'tessera.subgraph': subgraph };
  const span = tracing.start({ name: `graphql ${subgraph}`, kind: 'server', parent, attributes });
  try {
    const answer = await requestScope.run({ requestId, traceparent: span.traceparent }, work);
    span.end();
    return answer;
  } catch (error) {
    span.end((error as Error).name);
    throw error;
  }
}

async function executeInProcess(
  { apollo, answer }: SubgraphGraphQL,
  contextValue: RequestContext,
  operation: SubgraphRequest,
): Promise<SubgraphResponse> {
  const answered = await answer(operation, contextValue);
  if (answered) return answered;
  const { query, operationName, variables } = operation;
  const { body } = await apollo.executeOperation(
    { query, ...(operationName && { operationName }), ...(variables && { variables }) },
    { contextValue },
  );
  if (body.kind !== 'single') throw new Error('subgraphs answer in one piece');
  return body.singleResult;
}

/** What a domain knows of an entity that another domain owns. */
export interface EntityReference {
  readonly id: string;
}
