import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { composeSupergraph } from './compose/compose-supergraph.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run compose [-- --config FILE] [--output FILE] [--check]

Composes the subgraphs that supergraph.yaml lists into supergraph.graphql, which the gateway boots from.

  --config FILE   what to compose; default supergraph.yaml
  --output FILE   where to write; default supergraph.graphql
  --check         write nothing; fail when the output is not what would be written
`;

await runTool(import.meta, HELP, async (out) => {
  const { values } = parseArgs({
    options: {
      config: { type: 'string', default: 'supergraph.yaml' },
      output: { type: 'string', default: 'supergraph.graphql' },
      check: { type: 'boolean', default: false },
    },
  });
  const { supergraphSdl, subgraphs } = composeSupergraph(values.config);
  const current = existsSync(values.output) ? readFileSync(values.output, 'utf8') : '';
  if (values.check) {
    if (current !== supergraphSdl) throw new UsageError(`${values.output} is stale: run \`npm run compose\``);
    out(`${values.output} is fresh\n`);
    return;
  }
  writeFileSync(values.output, supergraphSdl);
  out(
    `composed ${subgraphs.join(', ')} into ${values.output}${current === supergraphSdl ? ' (unchanged)' : ''}\n`,
  );
});
