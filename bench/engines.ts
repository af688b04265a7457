import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepAwake } from './engines/calm.ts';
import { chartOf } from './engines/chart.ts';
import { takeCores } from './engines/cores.ts';
import { type Graph, type Run, startGraph } from './engines/graph.ts';
import { makeRunKeys } from './engines/keys.ts';
import { startLoader } from './engines/loader.ts';
import { measure, PACES } from './engines/measure.ts';
import { select } from './engines/select.ts';
import { type RunningSubject, type Subject, startSubject } from './engines/subject.ts';
import { PEERS, SUBJECTS } from './engines/subjects.ts';
import { WORKLOADS, type Workload } from './engines/workloads.ts';
import type { BenchOptions, Row } from './rows.ts';

const listOf = (all: readonly { readonly name: string; readonly about: string }[]) =>
  all.map(({ name, about }) => `  ${name.padEnd(16)} ${about}`).join('\n');

export const usage = `npm run bench -- engines [--quick] [--only A,B] [--peers A,B] [--json FILE] [--svg FILE]

Our engines beside the gateways that one would take instead. All get the same core, the same subgraph processes, the
same limits and tokens, and take turns; each must give the reference's answers before it is measured. Linux only.

  --quick          under three minutes: one concurrency, no rates, short spells; numbers scatter more
  --only A,B       these workloads only
  --peers A,B      of the others only these, or none
  --json FILE      the rows: [{suite, workload, subject, metric, value, unit}]
  --svg FILE       a chart

The others are not installed with Tessera; \`npm run bench:peers\` does that. What is missing is said, and left out.

workloads:
${listOf(WORKLOADS)}

gateways (the first is what ratios are to):
${listOf(SUBJECTS)}
`;

/** The rows as a picture; ours stand out. */
export const chart = (rows: readonly Row[]): string =>
  chartOf(rows, {
    title: 'Gateways side by side, on one core',
    footnote:
      'Ours are blue. The CPU of `embedded` includes what its subgraphs use; that of the others does not.',
    isOurs: (subject) => SUBJECTS.some(({ name, folder }) => name === subject && !folder),
  });

/**
 * Our engines beside the gateways that one would take instead. All are whole gateways in processes of their own, with
 * the same limits and the same tokens, on one core, over the same subgraph processes; they take turns, so that whatever
 * else the machine does meets all alike, and nobody's numbers count who does not give the reference's answers.
 */
export async function run({ quick, only, peers, report }: BenchOptions): Promise<Row[]> {
  const workloads = select(WORKLOADS, only, 'workload');
  const wanted = select(
    SUBJECTS.filter(({ folder }) => folder),
    peers,
    'peer',
  );
  const notes: string[] = [];
  const missing = wanted.filter(({ folder = '' }) => !existsSync(join(PEERS, folder, 'node_modules')));
  if (missing.length > 0)
    notes.push(`not installed: ${missing.map(({ name }) => name).join(', ')}: npm run bench:peers`);
  const subjects = SUBJECTS.filter(
    (each) => !each.folder || (wanted.includes(each) && !missing.includes(each)),
  );
  for (const note of notes) report(note);

  await using stack = new AsyncDisposableStack();
  const directory = mkdtempSync(join(tmpdir(), 'bench-engines-'));
  stack.defer(() => rmSync(directory, { recursive: true, force: true }));
  const run: Run = { directory, cores: takeCores(), keys: stack.use(await makeRunKeys()) };
  const loader = stack.use(await startLoader());
  const telling = { report, note: (line: string) => void notes.push(line) };
  keepAwake(telling.note);

  const pace = PACES[quick ? 'quick' : 'full'];
  const rows: Row[] = [];
  for (const [name, ofGraph] of Map.groupBy(workloads, (workload) => workload.graph)) {
    const takesPart = (workload: Workload, { dedupe, control }: Subject) =>
      (!dedupe || workload.dedupe === true) &&
      (!control || (workload.paced === true && pace.pacedRounds > 0));
    const ofAny = subjects.filter((subject) => ofGraph.some((workload) => takesPart(workload, subject)));
    report(`starting the ${name} graph and ${ofAny.length} gateways`);
    await using graph = await startGraph[name](run);
    await using gateways = await startAll(ofAny, run, graph);
    for (const workload of ofGraph) {
      const taking = gateways.running.filter(({ subject }) => takesPart(workload, subject));
      rows.push(...(await measure(workload, graph, taking, pace, loader, telling)));
    }
  }
  for (const note of notes) report(note);
  return rows;
}

/** All at once: each waits mostly for itself. */
async function startAll(subjects: readonly Subject[], run: Run, graph: Graph) {
  const stack = new AsyncDisposableStack();
  const starts = subjects.map(async (subject) => {
    const directory = join(run.directory, graph.name, subject.name);
    mkdirSync(directory, { recursive: true });
    return stack.use(await startSubject(subject, { run, graph, directory }));
  });
  try {
    const running: readonly RunningSubject[] = await Promise.all(starts);
    return { running, [Symbol.asyncDispose]: () => stack.disposeAsync() };
  } catch (error) {
    await Promise.allSettled(starts);
    await stack.disposeAsync();
    throw error;
  }
}
