import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { hasRoom } from '../../kit/server/room.ts';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { generateClientTypes, generateOperationTypes } from './client-types.ts';
import { generateResolverTypes } from './resolver-types.ts';
import { withSettingsTable } from './settings-table.ts';

/** Every generated file with its content, as the sources now have it; files by path from the working folder. Subgraphs of other repositories generate their own. */
export async function generateAll(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, schemaFile } of readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom)) {
    const room = relative(process.cwd(), dirname(schemaFile));
    files.set(join(room, 'types.generated.ts'), await generateResolverTypes(room, name));
  }
  const running = 'docs/running.md';
  files.set(running, await withSettingsTable(readFileSync(running, 'utf8')));
  for (const [file, content] of await generateClientTypes()) files.set(join('client', file), content);
  files.set('rest/operations.generated.ts', await generateOperationTypes('operations/rest'));
  return files;
}
