import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readText } from '../kit/files.ts';
import { composeSubgraphs } from './compose/compose-supergraph.ts';
import { crossCheck } from './compose/cross-check.ts';
import { readSubgraphs } from './compose/subgraph-source.ts';
import { RefusedError, runTool } from './run-tool.ts';

const HELP = `npm run compose [-- --config FILE] [--output FILE] [--check] [--cross-check]

Composes the subgraphs that supergraph.yaml lists into supergraph.graphql, which the gateway boots from.

  --config FILE   what to compose; default supergraph.yaml
  --output FILE   where to write; default supergraph.graphql
  --check         write nothing; fail when the output is not what would be written
  --cross-check   compose with @theguild/federation-composition too, and fail where the two composers differ
`;

await runTool(import.meta, HELP, async (out) => {
  const { values } = parseArgs({
    options: {
      config: { type: 'string', default: 'supergraph.yaml' },
      output: { type: 'string', default: 'supergraph.graphql' },
      check: { type: 'boolean', default: false },
      'cross-check': { type: 'boolean', default: false },
    },
  });
  const subgraphs = readSubgraphs(values.config);
  if (values['cross-check']) {
    const differences = crossCheck(subgraphs);
    if (differences.length > 0) throw new RefusedError(differences.join('\n'));
    out('both composers agree\n');
  }
  const { supergraphSdl } = composeSubgraphs(subgraphs);
  const current = existsSync(values.output) ? readText(values.output) : '';
  if (values.check) {
    if (current !== supergraphSdl)
      throw new RefusedError(`${values.output} is stale: run \`npm run compose\``);
    out(`${values.output} is fresh\n`);
    return;
  }
  writeFileSync(values.output, supergraphSdl);
  out(
    `composed ${subgraphs.map(({ name }) => name).join(', ')} into ${values.output}${current === supergraphSdl ? ' (unchanged)' : ''}\n`,
  );
});
