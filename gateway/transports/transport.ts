import type { SubgraphRequest, SubgraphResponse } from '../../kit/server/subgraph-request.ts';

/** The way to one subgraph: over HTTP, or a call within the process. */
export interface SubgraphTransport {
  /** The subgraph's name in the supergraph. */
  readonly name: string;
  /**
   * Sends a request and gives the answer, whatever GraphQL errors it holds.
   *
   * @throws SubgraphError when no GraphQL answer came: unreachable, timed out, aborted, refused or malformed. Engines
   *   meet transports as `createTransports` makes them, which turn it into an answer with errors.
   */
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  close(): Promise<void>;
}

/** Gives the transport of a subgraph by its name in the supergraph. */
export type Transports = (subgraph: string) => SubgraphTransport;

/** Why a subgraph gave no answer. `message` is safe to show to a client; what went wrong inside is the `cause`. */
export class SubgraphError extends Error {
  override name = 'SubgraphError';
  readonly subgraph: string;
  readonly code:
    | 'SUBGRAPH_UNAVAILABLE'
    | 'SUBGRAPH_TIMEOUT'
    | 'SUBGRAPH_MALFORMED_RESPONSE'
    | 'REQUEST_ABORTED';

  constructor(subgraph: string, code: SubgraphError['code'], options?: ErrorOptions) {
    super(MESSAGES[code](subgraph), options);
    this.subgraph = subgraph;
    this.code = code;
  }
}

const MESSAGES: Readonly<Record<SubgraphError['code'], (subgraph: string) => string>> = {
  SUBGRAPH_UNAVAILABLE: (subgraph) => `The service ${subgraph} cannot be reached.`,
  SUBGRAPH_TIMEOUT: (subgraph) => `The service ${subgraph} did not answer in time.`,
  SUBGRAPH_MALFORMED_RESPONSE: (subgraph) => `The service ${subgraph} gave an answer that is not GraphQL.`,
  REQUEST_ABORTED: () => 'The client went away.',
};
