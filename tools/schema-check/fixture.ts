import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { composeSubgraphs } from '../compose/compose-supergraph.ts';
import { readSubgraphs } from '../compose/subgraph-source.ts';
import { readClientOperations } from '../operations/read-operations.ts';
import { planFiles } from '../plan/plan-files.ts';
import { createPlanner } from '../plan/planner.ts';
import type { CheckReport } from './finding.ts';
import { type CheckOptions, runCheck } from './run-check.ts';

/** The day on which the tests of schema checks take place. */
export const TODAY = '2026-11-20';

/** A copy of the small graph in fixture/, with its supergraph and plans committed as `npm run` would write them. */
export interface Project extends Disposable {
  readonly root: string;
  /** Replaces text in a file; the text must be there. */
  edit(file: string, from: string, to: string): void;
  write(file: string, content: string): void;
  /** Checks the graph as it is now against the graph as it was when it was copied. */
  check(options?: Partial<CheckOptions>): Promise<CheckReport>;
}

let files: ReadonlyMap<string, string> | undefined;

/** What is generated from the graph of the fixture; the same for every copy. */
function generated(root: string): ReadonlyMap<string, string> {
  if (files) return files;
  const { supergraphSdl } = composeSubgraphs(readSubgraphs('supergraph.yaml', root));
  const plans = planFiles(readClientOperations('operations', root), createPlanner(supergraphSdl));
  files = new Map([['supergraph.graphql', supergraphSdl], ...plans]);
  return files;
}

export function copyProject(): Project {
  const root = mkdtempSync(join(tmpdir(), 'schema-check-'));
  cpSync(join(import.meta.dirname, 'fixture'), root, { recursive: true });
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  for (const [file, content] of generated(root)) write(file, content);
  return {
    root,
    write,
    edit(file, from, to) {
      const text = readFileSync(join(root, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
      write(file, text.replace(from, to));
    },
    check: (options) => runCheck({ root, against: 'supergraph.graphql', today: TODAY, ...options }),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Runs a tool in a project, as its npm script does. */
export async function runCommand(
  { root }: Project,
  tool: string,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = join(import.meta.dirname, '..', tool);
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [file, ...args], { cwd: root })) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}
