import { parseArgs } from 'node:util';
import { faultOfFile } from '../kit/files.ts';
import { SupergraphError } from '../kit/server/supergraph-yaml.ts';
import { dayOf } from '../kit/telemetry/usage-file.ts';
import { CompositionError } from './compose/compose-supergraph.ts';
import { runTool, UsageError } from './run-tool.ts';
import type { CheckReport } from './schema-check/finding.ts';
import { printGithub } from './schema-check/report/github.ts';
import { printJson } from './schema-check/report/json.ts';
import { printMarkdown } from './schema-check/report/markdown.ts';
import { printText } from './schema-check/report/text.ts';
import { runCheck } from './schema-check/run-check.ts';

const HELP = `npm run schema:check [-- --against REF|FILE] [--format text|json|github|markdown] [--usage FILE]

Says what a change of the schemas does, and whether it may be made: composes the subgraphs of supergraph.yaml, compares
the graph with that of another commit, names each operation that a breaking change hits, holds the schemas against the
conventions of docs/schema-style.md, and the query plans against their budgets.

  --against REF|FILE  a git ref, a supergraph.graphql or a supergraph.yaml; default the merge base with main
  --format FORMAT     text (default), json, github (annotations of a workflow), markdown (a comment)
  --usage FILE        the USAGE_FILE of a gateway, so that real clients count too; once for each gateway
  --unused-for DAYS   how long nobody must have used what is taken away; default 30

Exit codes: 0 the change may be made, 1 it is refused, 2 the command or something that it reads is wrong.
docs/schema-changes.md shows how to deprecate, remove, and accept on purpose.
`;

const PRINTERS: Readonly<Record<string, (report: CheckReport) => string>> = {
  text: (report) => printText(report, process.stdout.isTTY && process.stdout.hasColors()),
  json: printJson,
  github: printGithub,
  markdown: printMarkdown,
};

await runTool(import.meta, HELP, async (out) => {
  const { values } = parseArgs({
    options: {
      against: { type: 'string' },
      format: { type: 'string', default: 'text' },
      usage: { type: 'string', multiple: true, default: [] },
      'unused-for': { type: 'string', default: '30' },
    },
  });
  const print = Object.hasOwn(PRINTERS, values.format) ? PRINTERS[values.format] : undefined;
  if (!print) throw new UsageError(`--format takes ${Object.keys(PRINTERS).join(', ')}`);
  const unusedFor = Number(values['unused-for']);
  if (!Number.isInteger(unusedFor) || unusedFor < 1)
    throw new UsageError('--unused-for takes a number of days');
  const { against, usage } = values;
  const report = await runCheck({
    root: process.cwd(),
    against,
    usage,
    unusedFor,
    today: dayOf(new Date()),
  }).catch(asUsageError);
  out(print(report));
  if (report.verdict === 'refused') process.exitCode = 1;
});

/** What cannot be read is not a refusal: it has an exit code of its own. */
function asUsageError(error: unknown): never {
  // The schemas' own faults are findings; an error of composition here is one of the baseline.
  if (error instanceof SupergraphError || error instanceof CompositionError)
    throw new UsageError(error.message);
  const fault = faultOfFile(error);
  throw fault === undefined ? error : new UsageError(fault);
}
