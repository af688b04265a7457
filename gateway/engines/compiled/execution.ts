import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../../context.ts';
import type { Transports } from '../../transports/transport.ts';
import type { ObjectRecord } from './record.ts';

/** One run of a program: what it was asked with, and what it has so far. */
export interface Execution {
  readonly transports: Transports;
  readonly caller: GatewayContext;
  /** The client's variables as it sent them: each subgraph coerces its own. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The response as the subgraphs gave it; more than the client asked for. */
  readonly data: ObjectRecord;
  readonly errors: GraphQLError[];
  /** Whether some object stands at several places of the response. */
  repeats: boolean;
}

/** A compiled node of a query plan. It never rejects: what goes wrong is in `errors`. */
export type Step = (execution: Execution) => Promise<void>;
