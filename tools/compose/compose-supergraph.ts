import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { composeServices } from '@apollo/composition';
import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import { readSupergraphYaml, type SubgraphEntry, SupergraphError } from '../../kit/server/supergraph-yaml.ts';
import { remedyFor } from './remedies.ts';

/** The subgraphs do not compose; the message lists every disagreement with file, line and remedy. */
export class CompositionError extends Error {
  override name = 'CompositionError';
}

/**
 * Composes the subgraphs that a supergraph.yaml lists.
 *
 * @throws SupergraphError when the configuration or a schema file cannot be read, CompositionError when the schemas do
 *   not fit together
 */
export function composeSupergraph(config: string): { supergraphSdl: string; subgraphs: string[] } {
  const { subgraphs } = readSupergraphYaml(config);
  const services = subgraphs.map((entry) => ({
    name: entry.name,
    url: entry.routingUrl,
    typeDefs: parseSchema(entry),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors || !supergraphSdl) {
    const files = new Map(
      subgraphs.map(({ name, schemaFile }) => [name, relative(process.cwd(), schemaFile)]),
    );
    throw new CompositionError((errors ?? []).map((error) => describe(error, files)).join('\n\n'));
  }
  return { supergraphSdl: `${supergraphSdl.trimEnd()}\n`, subgraphs: subgraphs.map(({ name }) => name) };
}

function parseSchema({ schemaFile }: SubgraphEntry): DocumentNode {
  const file = relative(process.cwd(), schemaFile);
  try {
    return parse(new Source(readFileSync(schemaFile, 'utf8'), file));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    throw new SupergraphError(
      `${file}:${place?.line}:${place?.column}: ${error.message}: correct the schema`,
    );
  }
}

/** One composition error for a person: its code, where it stands in each subgraph, and what to do. */
function describe(error: GraphQLError, files: ReadonlyMap<string, string>): string {
  const code = String(error.extensions.code ?? 'INVALID_GRAPHQL');
  const places = (error.nodes ?? []).flatMap((node) => {
    // Composition marks each node with the subgraph that it comes from.
    const { subgraph } = node as { subgraph?: string };
    const file = subgraph ? files.get(subgraph) : undefined;
    return file && node.loc ? `${file}:${node.loc.startToken.line}:${node.loc.startToken.column}` : [];
  });
  const where = places.length > 0 ? `${[...new Set(places)].join(', ')}: ` : '';
  return `${where}${code}: ${error.message}\n  ${remedyFor(code)}`;
}
