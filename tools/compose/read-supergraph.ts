import { resolve } from 'node:path';
import { parse } from 'graphql';
import { readText } from '../../kit/files.ts';
import { SupergraphError } from '../../kit/server/supergraph-yaml.ts';

/**
 * Reads a supergraph that was composed.
 *
 * @param root the folder from which the file is named; default the current one
 * @throws SupergraphError when the file is anything else; the system's error when it cannot be read
 */
export function readSupergraph(file: string, root = process.cwd()): string {
  const sdl = readText(resolve(root, file));
  if (sdl.includes('join__Graph') && isGraphQL(sdl)) return sdl;
  throw new SupergraphError(`${file}: is no supergraph: name one that \`npm run compose\` wrote`);
}

function isGraphQL(text: string): boolean {
  try {
    parse(text, { noLocation: true });
    return true;
  } catch {
    return false;
  }
}
