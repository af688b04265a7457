import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { SupergraphError } from '../../kit/server/supergraph-yaml.ts';
import { composeSubgraphs } from '../compose/compose-supergraph.ts';
import { readSupergraph } from '../compose/read-supergraph.ts';
import { readSubgraphs } from '../compose/subgraph-source.ts';
import { committedPlans, PLANS } from '../plan/plan-files.ts';

/** What the schemas are compared with. */
export interface Baseline {
  /** As a person would call it: `main (91f5a30)`, `old.graphql`. */
  readonly name: string;
  readonly supergraphSdl: string;
  /** The plan files of then, by their path. */
  readonly plans: ReadonlyMap<string, string>;
}

const SUPERGRAPH = 'supergraph.graphql';

/**
 * Reads what to compare with: a supergraph (`.graphql`) or a supergraph.yaml, else a git ref, whose committed supergraph
 * and plans are taken. Without any, the merge base with main.
 *
 * @throws SupergraphError when it cannot be found, with what to do
 */
export function readBaseline(root: string, against?: string): Baseline {
  if (against && statSync(resolve(root, against), { throwIfNoEntry: false })?.isFile()) {
    return readFileBaseline(root, against);
  }
  const commit = against ? resolveRef(root, against) : mergeBase(root);
  const name = `${against ?? 'the merge base with main'} (${commit.slice(0, 7)})`;
  const [supergraphSdl] = readBlobs(root, commit, [SUPERGRAPH]);
  if (supergraphSdl === undefined) {
    throw new SupergraphError(`${name} has no ${SUPERGRAPH}: name another commit, or a file, with --against`);
  }
  const listed = git(root, ['ls-tree', '-r', '-z', '--name-only', commit, `${PLANS}/`]);
  const files = listed.split('\0').filter((file) => file.endsWith('.txt'));
  const contents = readBlobs(root, commit, files);
  return { name, supergraphSdl, plans: new Map(files.map((file, at) => [file, contents[at] ?? ''])) };
}

function readFileBaseline(root: string, file: string): Baseline {
  const supergraphSdl = /\.ya?ml$/.test(file)
    ? composeSubgraphs(readSubgraphs(file, root)).supergraphSdl
    : readSupergraph(file, root);
  return { name: file, supergraphSdl, plans: committedPlans(root) };
}

function resolveRef(root: string, ref: string): string {
  try {
    return git(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).trim();
  } catch {
    throw new SupergraphError(`--against: ${ref} is neither a file nor a commit`);
  }
}

function mergeBase(root: string): string {
  for (const main of ['origin/main', 'main']) {
    try {
      return git(root, ['merge-base', main, 'HEAD']).trim();
    } catch {
      // Not every clone has both.
    }
  }
  throw new SupergraphError(
    'there is no branch main to compare with: name a commit or a file with --against',
  );
}

/** Many files of a commit by one process; those that it does not have are undefined. */
function readBlobs(root: string, commit: string, files: readonly string[]): (string | undefined)[] {
  if (files.length === 0) return [];
  const input = files.map((file) => `${commit}:./${file}\n`).join('');
  const output = execFileSync('git', ['cat-file', '--batch'], { cwd: root, input, maxBuffer: 2 ** 30 });
  let at = 0;
  return files.map(() => {
    const end = output.indexOf('\n', at);
    const header = output.toString('utf8', at, end);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(header) ?? [];
    at = end + 1;
    if (size === undefined) return undefined;
    const text = output.toString('utf8', at, at + Number(size));
    at += Number(size) + 1;
    return text;
  });
}

const git = (root: string, args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 30,
  });
