import { dirname, join, relative } from 'node:path';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { generateResolverTypes } from './resolver-types.ts';

/** Every generated file with its content, as the sources now have it; files by path from the working folder. */
export async function generateAll(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, schemaFile } of readSupergraphYaml('supergraph.yaml').subgraphs) {
    const room = relative(process.cwd(), dirname(schemaFile));
    files.set(join(room, 'types.generated.ts'), await generateResolverTypes(room, name));
  }
  return files;
}
