import { readSubgraphs } from '../compose/subgraph-source.ts';
import { readClientOperations } from '../operations/read-operations.ts';
import { readBaseline } from './baseline.ts';
import { readBudgets } from './budgets.ts';
import { checkSchema } from './check-schema.ts';
import { readExceptions } from './exceptions.ts';
import type { CheckReport } from './finding.ts';
import { readUsage } from './usage.ts';

/** How to check the project that lies in a folder. */
export interface CheckOptions {
  readonly root: string;
  /** A file or a git ref; default the merge base with main. */
  readonly against?: string | undefined;
  /** The usage files of the gateways; without any, only `operations/` counts. */
  readonly usage?: readonly string[];
  /** Days without use after which a thing may go; default 30. */
  readonly unusedFor?: number;
  /** The present day, as YYYY-MM-DD. */
  readonly today: string;
}

/** @throws SupergraphError when something that the check needs cannot be read */
export async function runCheck({
  root,
  against,
  usage = [],
  unusedFor = 30,
  today,
}: CheckOptions): Promise<CheckReport> {
  return checkSchema({
    subgraphs: readSubgraphs('supergraph.yaml', root),
    baseline: readBaseline(root, against),
    operations: readClientOperations('operations', root),
    budgets: readBudgets(root),
    exceptions: readExceptions(root),
    usage: usage.length > 0 ? readUsage(usage, unusedFor, today) : undefined,
    today,
  });
}
