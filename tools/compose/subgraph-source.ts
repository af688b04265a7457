import { relative, resolve } from 'node:path';
import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import { readText } from '../../kit/files.ts';
import { readSupergraphYaml, SupergraphError } from '../../kit/server/supergraph-yaml.ts';

/** The schema of one subgraph, as its file has it. */
export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  /** Relative to the folder that the tool works in; every message names it so. */
  readonly file: string;
  readonly document: DocumentNode;
}

/**
 * Reads the schemas that a supergraph.yaml lists.
 *
 * @param root the folder from which files are named; default the current one
 * @throws SupergraphError when the configuration or a schema file cannot be read
 */
export function readSubgraphs(config: string, root = process.cwd()): SubgraphSource[] {
  return readSupergraphYaml(resolve(root, config)).subgraphs.map(({ name, routingUrl, schemaFile }) => {
    const file = relative(root, schemaFile);
    return { name, url: routingUrl, file, document: parseSchema(readText(schemaFile), file) };
  });
}

/** @throws SupergraphError with file, line and what is wrong */
export function parseSchema(text: string, file: string): DocumentNode {
  try {
    return parse(new Source(text, file));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    throw new SupergraphError(
      `${file}:${place?.line}:${place?.column}: ${error.message}: correct the schema`,
    );
  }
}
