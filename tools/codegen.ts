import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateAll } from './codegen/generate-all.ts';
import { runTool } from './run-tool.ts';

const HELP = `npm run codegen

Writes what is generated:

  subgraphs/*/types.generated.ts    the resolver types of each subgraph, from its schema
  client/*.generated.ts             the typed documents of operations/, and the error codes
  docs/running.md                   its table of settings, from their declarations

\`npm run check\` fails while one of them is stale.
`;

await runTool(import.meta, HELP, async (out) => {
  parseArgs({ options: {} });
  const files = await generateAll();
  for (const [file, content] of files) writeFileSync(file, content);
  out(`wrote ${files.size} files\n`);
});
