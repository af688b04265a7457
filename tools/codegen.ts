import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateAll } from './codegen/generate-all.ts';
import { runTool } from './run-tool.ts';

const HELP = `npm run codegen

Writes what is generated from the schemas and the operations:

  subgraphs/*/types.generated.ts    the resolver types of each subgraph
  client/*.generated.ts             the typed documents of operations/, and the error codes

\`npm run check\` fails while one of them is stale.
`;

await runTool(import.meta, HELP, async (out) => {
  parseArgs({ options: {} });
  const files = await generateAll();
  for (const [file, content] of files) writeFileSync(file, content);
  out(`wrote ${files.size} files\n`);
});
