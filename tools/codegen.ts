import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { generateResolverTypes } from './codegen/resolver-types.ts';
import { runTool } from './run-tool.ts';

const HELP = `npm run codegen

Writes what is generated from the schemas: subgraphs/*/types.generated.ts, the resolver types of each subgraph.
\`npm run check\` fails while one of them is stale.
`;

/** Every generated file with its content, as the sources now have it. */
export async function generateAll(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, schemaFile } of readSupergraphYaml('supergraph.yaml').subgraphs) {
    const room = dirname(schemaFile);
    files.set(join(room, 'types.generated.ts'), await generateResolverTypes(room, name));
  }
  return files;
}

await runTool(import.meta, HELP, async (out) => {
  parseArgs({ options: {} });
  const files = await generateAll();
  for (const [file, content] of files) writeFileSync(file, content);
  out(`wrote ${files.size} files\n`);
});
