import { composeServices } from '@apollo/composition';
import { type CompositionProblem, explain, printProblem } from './explain.ts';
import { mergeUnreachable } from './merge-unreachable.ts';
import { readSubgraphs, type SubgraphSource } from './subgraph-source.ts';

/** The subgraphs do not compose; the message shows every disagreement with both snippets and the remedy. */
export class CompositionError extends Error {
  override name = 'CompositionError';
  readonly problems: readonly CompositionProblem[];

  constructor(problems: readonly CompositionProblem[]) {
    super(problems.map(printProblem).join('\n\n'));
    this.problems = problems;
  }
}

/**
 * Composes subgraphs into a supergraph.
 *
 * @throws CompositionError when the schemas do not fit together
 */
export function composeSubgraphs(subgraphs: readonly SubgraphSource[]): { supergraphSdl: string } {
  const services = subgraphs.map(({ name, url, document }) => ({ name, url, typeDefs: document }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl) return { supergraphSdl: `${supergraphSdl.trimEnd()}\n` };
  throw new CompositionError(mergeUnreachable((errors ?? []).map((error) => explain(error, subgraphs))));
}

/**
 * Composes the subgraphs that a supergraph.yaml lists.
 *
 * @throws SupergraphError when the configuration or a schema file cannot be read, CompositionError when the schemas do
 *   not fit together
 */
export function composeSupergraph(config: string): { supergraphSdl: string; subgraphs: string[] } {
  const subgraphs = readSubgraphs(config);
  const { supergraphSdl } = composeSubgraphs(subgraphs);
  return { supergraphSdl, subgraphs: subgraphs.map(({ name }) => name) };
}
