import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse, Source } from 'graphql';
import { SupergraphError } from '../../kit/server/supergraph-yaml.ts';

/** An operation that a client of ours sends. */
export interface ClientOperation {
  readonly name: string;
  /** Relative to the folder that the tool works in. */
  readonly file: string;
  readonly node: OperationDefinitionNode;
  /** The whole file, with the fragments that the operation uses. */
  readonly document: DocumentNode;
}

/**
 * Reads every .graphql file under a folder, in the order of their names; a folder that is not there has none.
 *
 * @param root the folder from which files are named
 * @throws SupergraphError when a file is not GraphQL, or an operation has no name or the name of another one
 */
export function readClientOperations(folder: string, root = process.cwd()): ClientOperation[] {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  const files = globSync('**/*.graphql', { cwd: base }).map((file) => join(base, file));
  const operations = files.sort().flatMap((file) => readFile(file, relative(root, file)));
  const seen = new Map<string, string>();
  for (const { name, file } of operations) {
    const other = seen.get(name);
    if (other)
      throw new SupergraphError(`${file}: ${other} has an operation ${name} too: rename one of them`);
    seen.set(name, file);
  }
  return operations;
}

function readFile(path: string, file: string): ClientOperation[] {
  const document = parseDocument(readFileSync(path, 'utf8'), file);
  return document.definitions.flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return [];
    if (!node.name)
      throw new SupergraphError(`${file}: name the operation: plans and usage are kept by name`);
    return { name: node.name.value, file, node, document };
  });
}

function parseDocument(text: string, file: string): DocumentNode {
  try {
    return parse(new Source(text, file));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    throw new SupergraphError(
      `${file}:${place?.line}:${place?.column}: ${error.message}: correct the operation`,
    );
  }
}
