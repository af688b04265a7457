import { createHash } from 'node:crypto';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, execute, type GraphQLError, getOperationAST, print } from 'graphql';
import {
  createTransports,
  type GatewayContext,
  SubgraphError,
  stringifyResult,
  type Transports,
} from '../../gateway/index.ts';
import { createLogger } from '../../kit/logger.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../kit/server/subgraph-request.ts';
import type { Graph } from './graph.ts';
import type { MockSubgraph } from './mock-subgraph.ts';
import { hashOf } from './seed.ts';
import type { Universe } from './universe.ts';

/** One operation with the world that it is asked in. */
export interface Case {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly universe: Universe;
  readonly trouble: Trouble;
}

/** What is wrong with one of the subgraphs while an operation runs. */
export interface Trouble {
  readonly kind: 'none' | 'dead' | 'slow' | 'refusing' | 'empty' | 'short';
  readonly subgraph?: string;
}

export interface Answer {
  readonly body: { data?: unknown; errors?: readonly AnswerError[]; extensions?: unknown };
  /** The body as it would be sent. */
  readonly text: string;
  readonly fetches: number;
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Transports to the graph's mocks in the world of the case at hand, which count their requests. */
class MockTransports {
  count = 0;
  current: Case | undefined;
  readonly transports: Transports;

  constructor(graph: Graph) {
    const each = [...graph.subgraphs].map(([name, subgraph]) => ({
      name,
      close: async () => {},
      execute: (request: SubgraphRequest) => this.#execute(name, subgraph, request),
    }));
    this.transports = createTransports(each, SILENT);
  }

  async #execute(name: string, subgraph: MockSubgraph, request: SubgraphRequest): Promise<SubgraphResponse> {
    this.count++;
    const { universe, trouble } = this.current as Case;
    const kind = trouble.subgraph === name ? trouble.kind : 'none';
    if (kind === 'dead') throw new SubgraphError(name, 'SUBGRAPH_UNAVAILABLE');
    if (kind === 'slow') await new Promise((done) => setTimeout(done, hashOf(request.query) % 4));
    if (kind === 'refusing') return { data: null, errors: [{ message: 'no', extensions: { code: 'NO' } }] };
    if (kind === 'empty') return { data: null };
    const response = await subgraph.in(universe)(request);
    const entities = response.data?._entities;
    if (kind === 'short' && Array.isArray(entities)) entities.pop();
    return response;
  }
}

const SILENT = createLogger('differential', 'silent');

/** An engine over a graph's mocks. */
export class Subject {
  readonly #counter: MockTransports;
  readonly #engine: GatewayInterface;
  #executor: Promise<GatewayExecutor> | undefined;
  readonly #graph: Graph;

  constructor(graph: Graph, create: (transports: Transports) => GatewayInterface) {
    this.#graph = graph;
    this.#counter = new MockTransports(graph);
    this.#engine = create(this.#counter.transports);
  }

  async answer(asked: Case): Promise<Answer> {
    this.#executor ??= this.#engine.load({ apollo: {} }).then(({ executor }) => executor as GatewayExecutor);
    const executor = await this.#executor;
    this.#counter.current = asked;
    this.#counter.count = 0;
    const query = print(asked.document);
    const operation = getOperationAST(asked.document);
    const context: GatewayContext = { viewer: null, requestId: 'differential' };
    const result = await executor({
      request: { query, variables: asked.variables },
      document: asked.document,
      operation,
      operationName: operation?.name?.value ?? null,
      queryHash: createHash('sha256').update(query).digest('hex'),
      source: query,
      schema: this.#graph.apiSchema,
      context,
      logger: SILENT,
      metrics: {},
    } as never);
    const errors = result.errors?.map((error) => (error as GraphQLError).toJSON?.() ?? error);
    const formatted = { ...(errors ? { errors } : {}), ...result, ...(errors ? { errors } : {}) } as never;
    const text = stringifyResult(formatted);
    return { body: JSON.parse(text), text, fetches: this.#counter.count };
  }

  async stop(): Promise<void> {
    if (this.#executor) await this.#engine.stop();
  }
}

/** What the specification says the answer is: the whole graph as one schema, executed by graphql-js. */
export async function oracleAnswer(graph: Graph, asked: Case): Promise<string> {
  const result = await execute({
    schema: graph.apiSchema,
    document: asked.document,
    variableValues: asked.variables,
    contextValue: { whole: graph.wholeSchema },
    fieldResolver: asked.universe.resolveField as never,
    typeResolver: asked.universe.resolveType,
  });
  return stringifyResult(JSON.parse(JSON.stringify(result)));
}
