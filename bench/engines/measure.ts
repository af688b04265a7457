import type { Row } from '../rows.ts';
import { admit, type Entrant, leaveOut, type Telling } from './admission.ts';
import { goFirst } from './calm.ts';
import { type Measured, pacedRowsOf, rowsOf, type Total } from './figures.ts';
import type { Graph } from './graph.ts';
import type { Spell } from './load.ts';
import type { Loader } from './loader.ts';
import type { RunningSubject } from './subject.ts';
import type { Workload } from './workloads.ts';

/** How long things are measured. */
export interface Pace {
  readonly concurrencies: readonly number[];
  readonly rounds: number;
  /** Of the spells at a share of the highest rate; with none, that is left out. */
  readonly pacedRounds: number;
  /**
   * Of load before a workload is measured, and of a rate before that is: compilers take thousands of requests to be done,
   * and while they are at it on the one core, requests wait.
   */
  readonly warmUpMs: number;
  /** Of load before a measurement, of which nothing counts: connections are made, caches filled. */
  readonly settleMs: number;
  readonly spellMs: number;
}

export const PACES: Readonly<Record<'quick' | 'full', Pace>> = {
  quick: { concurrencies: [50], rounds: 2, pacedRounds: 0, warmUpMs: 1_200, settleMs: 300, spellMs: 500 },
  full: {
    concurrencies: [1, 50, 200],
    rounds: 3,
    pacedRounds: 9,
    warmUpMs: 10_000,
    settleMs: 1_000,
    spellMs: 2_500,
  },
};

/** Of the highest rate: what a deployment with some room to spare runs at. */
const PACED_SHARE = 0.7;
/** At which the highest rate is taken, and gateways are warmed up. */
const USUAL_CONCURRENCY = 50;
/**
 * For which the highest rate is taken right before each spell at a share of it: a machine that others use as well is half as
 * fast in one minute as in another, and a share of the one minute's rate is more than the other's highest.
 */
const RATE_MS = 1_500;

/**
 * Measures gateways at one workload, in turn, in short spells, so that whatever else the machine does meets all alike. Who
 * does not give the first one's answers, before or under load, is left out; ours fail the run with that. Who is not asked is
 * stopped: some collect garbage for seconds after a load, on the core of the next.
 */
export async function measure(
  workload: Workload,
  graph: Graph,
  gateways: readonly RunningSubject[],
  pace: Pace,
  loader: Loader,
  telling: Telling,
): Promise<Row[]> {
  const all = await warmedUp(workload, await admit(workload, gateways, telling), pace, loader, telling);
  const entrants = all.filter(({ gateway }) => !gateway.subject.control);
  const rows: Row[] = [];
  for (const concurrency of pace.concurrencies) {
    const name = `${workload.name}, ${concurrency} at a time`;
    const measured = await inTurn(
      name,
      entrants,
      graph,
      pace,
      telling,
      ({ gateway, expected }, milliseconds) => loader.load(gateway, expected, concurrency, milliseconds),
    );
    rows.push(...rowsOf(name, measured, graph.name === 'tessera'));
  }
  if (!workload.paced || pace.pacedRounds === 0) return rows;
  const name = `${workload.name}, at ${PACED_SHARE * 100} % of its highest rate`;
  const rates = new Map<Entrant, number>();
  using _ = goFirst(telling.note);
  const paced = await inTurn(
    name,
    all,
    graph,
    { ...pace, settleMs: 2 * pace.warmUpMs, rounds: pace.pacedRounds },
    telling,
    (entrant, milliseconds) =>
      loader.loadAtRate(entrant.gateway, entrant.expected, rates.get(entrant) as number, milliseconds),
    async (entrant) => {
      const { gateway, expected } = entrant;
      const { requests, seconds } = await loader.load(gateway, expected, USUAL_CONCURRENCY, RATE_MS);
      rates.set(entrant, (PACED_SHARE * requests) / seconds);
    },
  );
  return [...rows, ...pacedRowsOf(name, paced)];
}

/** Those that bear the load. */
async function warmedUp(
  { name }: Workload,
  entrants: readonly Entrant[],
  { warmUpMs }: Pace,
  loader: Loader,
  { report, note }: Telling,
): Promise<Entrant[]> {
  report(`${name}: warming up`);
  const warm: Entrant[] = [];
  for (const entrant of entrants) {
    const { gateway, expected } = entrant;
    try {
      await gateway.whileRunning(() => loader.load(gateway, expected, USUAL_CONCURRENCY, warmUpMs));
      warm.push(entrant);
    } catch (error) {
      leaveOut(gateway, name, error as Error, note);
    }
  }
  return warm;
}

async function inTurn(
  name: string,
  entrants: readonly Entrant[],
  graph: Graph,
  { rounds, settleMs, spellMs }: Pace,
  { report, note }: Telling,
  ask: (entrant: Entrant, milliseconds: number) => Promise<Spell>,
  /** Comes before each spell, and does not count. */
  prepare: (entrant: Entrant) => Promise<void> = async () => {},
): Promise<Measured[]> {
  report(name);
  const totals = new Map<Entrant, Total>(
    entrants.map((entrant) => [entrant, { spells: [], cpu: 0, cpuInAll: 0, calls: 0, memory: 0 }]),
  );
  const spellOf = async (entrant: Entrant, total: Total, isSettling: boolean): Promise<void> => {
    const { gateway } = entrant;
    await prepare(entrant);
    const before = { calls: await graph.calls(), own: gateway.cpu(), graph: graph.cpu() };
    const spell = await ask(entrant, isSettling ? settleMs : spellMs);
    if (isSettling) return;
    const own = gateway.cpu() - before.own;
    total.spells.push(spell);
    total.cpu += own;
    total.cpuInAll += own + graph.cpu() - before.graph;
    total.calls += (await graph.calls()) - before.calls;
    total.memory = Math.max(total.memory, gateway.memory());
  };
  for (let round = 0; round <= rounds; round++) {
    for (const [entrant, total] of totals) {
      const { gateway } = entrant;
      try {
        await gateway.whileRunning(() => spellOf(entrant, total, round === 0));
      } catch (error) {
        leaveOut(gateway, name, error as Error, note);
        totals.delete(entrant);
      }
    }
  }
  return [...totals].map(([{ gateway }, total]) => ({
    subject: gateway.subject.name,
    embedded: gateway.subject.embedded === true,
    total,
  }));
}
