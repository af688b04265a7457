import { describe, expect, it } from 'vitest';
import {
  AssessDetection,
  type Bus,
  createBus,
  DetectionReported,
  type DomainBus,
  done,
  on,
  UnprocessableError,
} from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { createLogger } from '../../../kit/logger.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createWorkflowsSubgraph } from '../index.ts';

const LETTERS = `query ($filter: DeadLetterFilter) { deadLetters(filter: $filter) { edges { node {
  id domain consumer name subject reason error attempts message } } } }`;

interface Letters extends AsyncDisposable {
  readonly bus: Bus;
  readonly workflows: TestSubgraph;
  readonly clinic: DomainBus;
  /** What the clinic's group makes of a detection; it throws as long as it is ill. */
  isIll: boolean;
  readonly handled: string[];
  list(filter?: object): Promise<{ id: string; error: string }[]>;
  // biome-ignore lint/suspicious/noExplicitAny: assertions check its shape
  decide(mutation: 'replayDeadLetters' | 'discardDeadLetters', ids: readonly string[]): Promise<any>;
}

/** A domain whose group fails, and the workflows beside it. */
async function open(env: Record<string, string> = {}): Promise<Letters> {
  const bus = createBus({ env: {}, log: createLogger('test', 'silent') });
  const workflows = await createTestSubgraph(createWorkflowsSubgraph, {
    bus,
    env: { WORKFLOWS_PROCESSING: 'inside', ...env },
  });
  const clinic = bus.join('clinic', workflows.database);
  const letters: Letters = {
    bus,
    workflows,
    clinic,
    isIll: true,
    handled: [],
    async list(filter) {
      const { data } = await workflows.execute(LETTERS, { viewer: admin, variables: { filter } });
      return data.deadLetters.edges.map(({ node }: { node: object }) => node);
    },
    async decide(mutation, ids) {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
      const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { count userErrors { code path } } }`;
      const { data } = await workflows.execute(text, { viewer: admin, variables: { input: { ids } } });
      return data[mutation];
    },
    async [Symbol.asyncDispose]() {
      await bus.close();
      await workflows[Symbol.asyncDispose]();
    },
  };
  clinic.subscribe('patients', [
    on(DetectionReported, async ({ subjectId }) => {
      if (letters.isIll) throw new UnprocessableError('the clinic is ill');
      letters.handled.push(subjectId);
    }),
  ]);
  // Who assesses is of no matter here.
  bus.join('security', workflows.database).subscribe('none', [on(AssessDetection, async () => done({}))]);
  await bus.start();
  return letters;
}

const report = async ({ workflows, clinic }: Letters) => {
  const id = newId();
  const payload = {
    location: 1,
    type: 'ANIMAL',
    severity: 'GREEN',
    detectedAt: '2026-03-01T12:00:00.000Z',
  } as const;
  await workflows.database.transaction((trx) =>
    clinic.outbox.add(trx, DetectionReported.message({ id, payload })),
  );
  return id;
};

describe('a dead letter of any domain', () => {
  it('is listed with what is known of it', async () => {
    await using letters = await open();
    const id = await report(letters);
    await expect
      .poll(() => letters.list(), { timeout: 10_000 })
      .toEqual([
        {
          id: expect.any(String),
          domain: 'clinic',
          consumer: 'clinic.patients',
          name: 'DetectionReported',
          subject: `Detection:${id}`,
          reason: 'UNPROCESSABLE',
          error: 'UnprocessableError: the clinic is ill',
          attempts: 1,
          message: expect.stringContaining('"ANIMAL"'),
        },
      ]);
    expect(await letters.list({ domain: 'clinic' })).toHaveLength(1);
    expect(await letters.list({ domain: ' clinic ', consumer: ' clinic.patients ' })).toHaveLength(1);
    expect(await letters.list({ domain: 'orders' })).toEqual([]);
    expect(await letters.list({ consumer: 'clinic.doctors' })).toEqual([]);
  });

  it('is listed also where every orchestrator advances some workflows alone', async () => {
    await using letters = await open({ WORKFLOWS_ONLY: 'unit-event' });
    await report(letters);
    await expect.poll(() => letters.list(), { timeout: 10_000 }).toHaveLength(1);
  });

  it('is handled when it is replayed, and listed no more', async () => {
    await using letters = await open();
    const id = await report(letters);
    await expect.poll(() => letters.list(), { timeout: 10_000 }).toHaveLength(1);
    letters.isIll = false;
    const ids = (await letters.list()).map((each) => each.id);
    expect(await letters.decide('replayDeadLetters', ids)).toEqual({ count: 1, userErrors: [] });
    await expect.poll(() => letters.handled, { timeout: 10_000 }).toEqual([id]);
    expect(await letters.list()).toEqual([]);
    expect(await letters.clinic.deadLetters.count()).toBe(0);
    expect(await letters.decide('replayDeadLetters', ids)).toEqual({ count: 0, userErrors: [] });
  });

  it('comes back under another id when its replay fails too', async () => {
    await using letters = await open();
    await report(letters);
    await expect.poll(() => letters.list(), { timeout: 10_000 }).toHaveLength(1);
    const [first] = await letters.list();
    await letters.decide('replayDeadLetters', [first?.id as string]);
    await expect
      .poll(async () => (await letters.list()).map(({ id }) => id !== first?.id), { timeout: 10_000 })
      .toEqual([true]);
  });

  it('is given up for good when it is discarded', async () => {
    await using letters = await open();
    await report(letters);
    await expect.poll(() => letters.list(), { timeout: 10_000 }).toHaveLength(1);
    const ids = (await letters.list()).map(({ id }) => id);
    expect(await letters.decide('discardDeadLetters', ids)).toEqual({ count: 1, userErrors: [] });
    await expect.poll(() => letters.clinic.deadLetters.count(), { timeout: 10_000 }).toBe(0);
    expect(letters.handled).toEqual([]);
  });

  it('that is settled elsewhere is listed no more', async () => {
    await using letters = await open();
    await report(letters);
    await expect.poll(() => letters.list(), { timeout: 10_000 }).toHaveLength(1);
    await letters.clinic.deadLetters.discard((await letters.list()).map(({ id }) => id));
    await expect.poll(() => letters.list(), { timeout: 10_000 }).toEqual([]);
  });

  it('is an admin’s alone, and at most a hundred are decided at once', async () => {
    await using letters = await open();
    expect(errorCodes(await letters.workflows.execute(LETTERS, { viewer: customer('9') }))).toEqual([
      'FORBIDDEN',
    ]);
    const tooMany = Array.from({ length: 101 }, newId);
    expect((await letters.decide('discardDeadLetters', tooMany)).userErrors).toEqual([
      { code: 'OUT_OF_RANGE', path: ['ids'] },
    ]);
  });
});
