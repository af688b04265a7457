import { existsSync, readFileSync } from 'node:fs';
import { generateAll } from '../codegen/generate-all.ts';
import { composeSupergraph } from '../compose/compose-supergraph.ts';
import type { Changes } from './changes.ts';

/** Composes the supergraph and generates the types again; writes only the files that are no longer the same. */
export async function regenerate(changes: Changes): Promise<void> {
  write(changes, 'supergraph.graphql', composeSupergraph('supergraph.yaml').supergraphSdl);
  for (const [file, content] of await generateAll()) write(changes, file, content);
}

function write(changes: Changes, file: string, content: string): void {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) changes.write(file, content);
}
