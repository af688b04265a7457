import { Supergraph } from '@apollo/federation-internals';
import { readSupergraph } from '../compose/read-supergraph.ts';

/** The schema of each subgraph, as the composed supergraph has it: enough even where the subgraph's own is elsewhere. */
export function readSubgraphSchemas(supergraphFile: string): { name: string; sdl: string }[] {
  const options = { supportedFeatures: null, validateSupergraph: false };
  const supergraph = Supergraph.build(readSupergraph(supergraphFile), options);
  return [...supergraph.subgraphs()].map((subgraph) => ({ name: subgraph.name, sdl: subgraph.toString() }));
}
