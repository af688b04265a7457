import type { Environment } from '../config.ts';
import type { Database } from '../database/database.ts';
import { createLogger } from '../logger.ts';
import type { MessageBus, Subgraph, SubgraphFactory } from '../server/subgraph.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { ADMIN, type Viewer } from '../viewer/viewer.ts';
import { provideDatabase } from './database.ts';
import { plain, type TestResponse } from './response.ts';
import { createVerifiedExecutor } from './verified-executor.ts';

/** A viewer that may do everything. */
export const admin: Viewer = { id: ADMIN, scopes: [ADMIN] };

/** A viewer that is the user of this id. */
export const customer = (id: string): Viewer => ({ id, scopes: [] });

/** How a request of a test differs from an anonymous one without variables. */
export interface RequestOptions {
  readonly viewer?: Viewer | null;
  readonly variables?: Record<string, unknown>;
  readonly clientAddress?: string;
}

/** One subgraph with a database of its own, driven through its GraphQL door without a socket. */
export interface TestSubgraph extends AsyncDisposable {
  readonly subgraph: Subgraph;
  readonly database: Database;
  /** Runs an operation; without a viewer, an anonymous one. */
  execute(query: string, options?: RequestOptions): Promise<TestResponse>;
  /** Resolves entities by reference, as the gateway does; `selection` is what to read of each. */
  entities(
    type: string,
    references: readonly object[],
    selection: string,
    options?: RequestOptions,
  ): Promise<TestResponse>;
  /** Runs `work` and gives the SQL statements that it sent. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
}

/** What a test may set. */
export interface TestSubgraphOptions {
  /** A started bus of the test's own; without one, messages stay in the outbox. */
  readonly bus?: MessageBus;
  readonly env?: Environment;
  readonly now?: () => Date;
  /** Where it counts, for a test that reads that. */
  readonly metrics?: Metrics;
}

/** Starts one subgraph over a copy of its seeded database; `await using` ends it. */
export async function createTestSubgraph(
  create: SubgraphFactory,
  { bus, env = {}, now, metrics }: TestSubgraphOptions = {},
): Promise<TestSubgraph> {
  const log = createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent');
  const databases = await provideDatabase();
  const subgraph = await create({
    log,
    bus,
    env: { ...databases.settings, ...env },
    createExecutor: createVerifiedExecutor,
    ...(now && { now }),
    ...(metrics && { metrics }),
  });
  const execute: TestSubgraph['execute'] = (query, { viewer = null, variables, clientAddress } = {}) =>
    subgraph.execute({ query, variables, viewer, clientAddress, requestId: 'test' }).then(plain);
  return {
    subgraph,
    database: subgraph.database,
    execute,
    entities: (type, references, selection, options) =>
      execute(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`,
        {
          ...options,
          variables: {
            ...options?.variables,
            representations: references.map((each) => ({ __typename: type, ...each })),
          },
        },
      ),
    async statements(work) {
      const heard: string[] = [];
      using _ = subgraph.database.onStatement(({ sql }) => heard.push(sql));
      await work();
      return heard;
    },
    async [Symbol.asyncDispose]() {
      await subgraph.close();
      await databases[Symbol.asyncDispose]();
    },
  };
}
