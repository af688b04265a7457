import { afterAll, describe, expect, test } from 'vitest';
import { createApolloPlanner, createCompiledEngine, createPlanner } from '../../gateway/index.ts';
import { Coverage, FEATURES } from './coverage.ts';
import { composeGraph, type GraphDefinition } from './graph.ts';
import { GRAPHS } from './graphs.ts';
import { Examiner, examine } from './judge.ts';
import { Subject } from './run.ts';

// `npm run test:differential` asks for 5,000 operations; DIFFERENTIAL_SEED replays one of a failure's report.
const OPERATIONS = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 200);
const ONLY_SEED = process.env.DIFFERENTIAL_SEED;
const perGraph = Math.ceil(OPERATIONS / GRAPHS.length);
const seedsFor = ({ asksAll, operations = [] }: GraphDefinition): number[] => {
  const count = asksAll ? Math.max(perGraph, operations.length) : perGraph;
  return ONLY_SEED ? [Number(ONLY_SEED)] : Array.from({ length: count }, (_, index) => index);
};
const coverage = new Coverage();
const fellBack: unknown[] = [];

describe.each(GRAPHS)('the compiled engine over the graph "$name"', (definition) => {
  const graph = composeGraph(definition);
  const seeds = seedsFor(definition);
  const examiner = new Examiner(graph);
  const subjects = [
    { joins: false, planner: createApolloPlanner(graph.supergraph) },
    { joins: true, planner: createPlanner(graph.supergraph) },
  ].map(({ joins, planner }) => ({
    joins,
    subject: new Subject(graph, (transports) =>
      createCompiledEngine({
        supergraphSdl: graph.supergraphSdl,
        transports,
        planner: coverage.counting(planner),
        events: { fellBack: (event) => fellBack.push(event) },
      }),
    ),
  }));
  afterAll(() => examiner.stop());

  test(`answers ${seeds.length} operations as the specification and the reference say`, async () => {
    const faults: string[] = [];
    const counts = { referenceErrs: 0, mistakesShared: 0 };
    for (const seed of seeds) {
      const exam = await examiner.set(seed);
      for (const { asked } of exam.calm.slice(0, 1)) coverage.countOperation(graph, asked.document);
      if (!exam.isReferenceRight) counts.referenceErrs++;
      for (const { subject, joins } of subjects) {
        const result = await examine(exam, subject, joins);
        faults.push(...result.faults);
        if (result.sharesMistake) counts.mistakesShared++;
      }
    }
    expect(faults.slice(0, 3)).toEqual([]);
    // A reference that errs often could not be called one.
    expect(counts.referenceErrs).toBeLessThanOrEqual(2 + seeds.length * 0.07);
  }, 3_600_000);
});

describe('the generated operations', () => {
  test.skipIf(ONLY_SEED)('bring up every kind of plan node and every directive', () => {
    const wanted = OPERATIONS >= 5_000 ? 50 : 1;
    const rare = FEATURES.filter((feature) => (coverage.counts.get(feature) ?? 0) < wanted);
    expect(rare).toEqual([]);
  });

  test('never need the reference engine', () => {
    expect(fellBack).toEqual([]);
  });
});
