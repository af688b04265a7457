import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DetectionReported, UnitEventReported } from '../../../events/index.ts';
import { createLogger } from '../../../kit/logger.ts';
import type { Subgraph } from '../../../kit/server/subgraph.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSecuritySubgraph } from '../index.ts';

const START = Date.parse('2026-03-01T00:00:00.000Z');
const SECOND = 1_000;
/** Long enough for a replica that was woken to do what it should not. */
const A_WHILE_MS = 150;
const FIELDS = 'kind running since produced';

let time: number;
const now = () => new Date(time);
let security: TestSubgraph;
beforeEach(async () => {
  time = START;
  security = await createTestSubgraph(createSecuritySubgraph, { now });
});
afterEach(() => security[Symbol.asyncDispose]());

type Kind = 'DETECTIONS' | 'UNIT_EVENTS';
type Door = Pick<TestSubgraph, 'execute'>;

const change = async (mutation: 'start' | 'stop', kind: Kind, door: Door = security) => {
  const document = `mutation ($kind: SimulationKind!) {
    payload: ${mutation}Simulation(input: { kind: $kind }) { simulation { ${FIELDS} } userErrors { code } }
  }`;
  const { data, errors } = await door.execute(document, { viewer: admin, variables: { kind } });
  expect(errors).toBeUndefined();
  expect(data.payload.userErrors).toEqual([]);
  return data.payload.simulation;
};
const list = async (door: Door = security) =>
  (await door.execute(`{ simulations { ${FIELDS} } }`, { viewer: admin })).data.simulations;
const producedOf = async (kind: Kind, door: Door = security): Promise<number> =>
  (await list(door)).find((each: { kind: Kind }) => each.kind === kind).produced;

/** Waits until a simulator has produced so many, and sees that it leaves it at that. */
async function expectProduced(kind: Kind, count: number, door: Door = security) {
  await expect.poll(() => producedOf(kind, door), { timeout: 10_000, interval: 10 }).toBe(count);
  await sleep(A_WHILE_MS);
  expect(await producedOf(kind, door)).toBe(count);
}

/** Lets time pass; starting what runs already changes nothing, but makes it look at the clock. */
async function pass(milliseconds: number, kind: Kind, door: Door = security) {
  time += milliseconds;
  await change('start', kind, door);
}

describe('the simulators', () => {
  it('stand until they are started', async () => {
    await sleep(A_WHILE_MS);
    expect(await list()).toEqual([
      { kind: 'DETECTIONS', running: false, since: null, produced: 0 },
      { kind: 'UNIT_EVENTS', running: false, since: null, produced: 0 },
    ]);
    expect(await readOutbox(security.database)).toEqual([]);
  });

  it('run each by itself', async () => {
    await change('start', 'UNIT_EVENTS');
    await expectProduced('UNIT_EVENTS', 1);
    expect(await list()).toEqual([
      { kind: 'DETECTIONS', running: false, since: null, produced: 0 },
      { kind: 'UNIT_EVENTS', running: true, since: new Date(START).toISOString(), produced: 1 },
    ]);
  });

  it('are an admin’s alone', async () => {
    for (const operation of [
      `mutation { startSimulation(input: { kind: DETECTIONS }) { simulation { kind } } }`,
      `mutation { stopSimulation(input: { kind: DETECTIONS }) { simulation { kind } } }`,
      `{ simulations { kind } }`,
    ]) {
      const asked = await security.execute(operation, { viewer: customer('1') });
      expect(errorCodes(asked)).toEqual(['FORBIDDEN']);
      expect(errorCodes(await security.execute(operation))).toEqual(['UNAUTHENTICATED']);
    }
    expect(await producedOf('DETECTIONS')).toBe(0);
  });
});

describe.each([
  ['DETECTIONS', 'detections', 'detectedAt', DetectionReported],
  ['UNIT_EVENTS', 'unitEvents', 'reportedAt', UnitEventReported],
] as const)('the simulator of %s', (kind, field, at, contract) => {
  it('reports one at once and one every 30 s, which are kept and told of like any other', async () => {
    await change('start', kind);
    await expectProduced(kind, 1);
    await pass(30 * SECOND - 1, kind);
    await expectProduced(kind, 1);
    await pass(1, kind);
    await expectProduced(kind, 2);
    const query = `{ ${field}(filter: { from: "2026-03-01T00:00:00Z" }) { edges { node { id ${at} } } } }`;
    const { data } = await security.execute(query, { viewer: admin });
    const nodes = data[field].edges.map(({ node }: { node: Record<string, string> }) => node);
    expect(nodes.map((node: Record<string, string>) => node[at])).toEqual([
      '2026-03-01T00:00:30.000Z',
      '2026-03-01T00:00:00.000Z',
    ]);
    const told = await readOutbox(security.database);
    expect(told.map(({ name }) => name)).toEqual([contract.name, contract.name]);
    const subjects = nodes.map(({ id }: { id: string }) => `${contract.subject}:${id}`);
    expect(told.map(({ subject }) => subject)).toEqual(subjects.toReversed());
    for (const { payload } of told) expect(contract.payload.safeParse(payload).success).toBe(true);
  });

  it('goes on at its pace when it is started again', async () => {
    const first = await change('start', kind);
    await expectProduced(kind, 1);
    time += 10 * SECOND;
    expect((await change('start', kind)).since).toBe(first.since);
    await expectProduced(kind, 1);
    await pass(20 * SECOND, kind);
    await expectProduced(kind, 2);
  });

  it('is stopped twice, stays so, and can be started again', async () => {
    await change('start', kind);
    await expectProduced(kind, 1);
    await change('stop', kind);
    expect(await change('stop', kind)).toEqual({ kind, running: false, since: null, produced: 1 });
    time += 60 * SECOND;
    await sleep(A_WHILE_MS);
    expect(await producedOf(kind)).toBe(1);
    expect(await change('start', kind)).toMatchObject({ running: true, since: now().toISOString() });
    await expectProduced(kind, 2);
  });

  it('does not catch up on a time in which nobody simulated', async () => {
    await change('start', kind);
    await expectProduced(kind, 1);
    await pass(3_600 * SECOND, kind);
    await expectProduced(kind, 2);
    await pass(30 * SECOND, kind);
    await expectProduced(kind, 3);
  });

  it('reports once each time, however many replicas there are', async () => {
    const options = { log: createLogger('test', 'silent'), database: security.database, now };
    const replicas: Subgraph[] = [];
    for (let i = 0; i < 3; i++) replicas.push(await createSecuritySubgraph(options));
    const doors = replicas.map(
      ({ execute }): Door => ({
        execute: async (query, { viewer = null, variables } = {}) =>
          JSON.parse(JSON.stringify(await execute({ query, variables, viewer, requestId: 'test' }))),
      }),
    );
    await Promise.all([security, ...doors].map((door) => change('start', kind, door)));
    await expectProduced(kind, 1);
    for (let produced = 2; produced <= 5; produced++) {
      time += 30 * SECOND;
      await Promise.all([security, ...doors].map((door) => change('start', kind, door)));
      await expectProduced(kind, produced);
    }
    expect(await readOutbox(security.database)).toHaveLength(5);
    await Promise.all(replicas.map((replica) => replica.close()));
  });
});

describe('after a restart', () => {
  it('a simulator that ran runs on, and one that stood stands', async () => {
    await using place = await provideDatabase();
    const env = { ...place.settings, SIMULATION_INTERVAL: '30000' };
    {
      await using before = await createTestSubgraph(createSecuritySubgraph, { env, now });
      await change('start', 'DETECTIONS', before);
      await expectProduced('DETECTIONS', 1, before);
    }
    time += 45 * SECOND;
    await using after = await createTestSubgraph(createSecuritySubgraph, { env, now });
    await expectProduced('DETECTIONS', 2, after);
    expect(await list(after)).toEqual([
      { kind: 'DETECTIONS', running: true, since: new Date(START).toISOString(), produced: 2 },
      { kind: 'UNIT_EVENTS', running: false, since: null, produced: 0 },
    ]);
  });
});

describe('a process that leaves the work to workers', () => {
  it('starts a simulator without running it', async () => {
    await using door = await createTestSubgraph(createSecuritySubgraph, {
      env: { SECURITY_PROCESSING: 'apart' },
      now,
    });
    expect(await change('start', 'DETECTIONS', door)).toMatchObject({ running: true, produced: 0 });
    await sleep(A_WHILE_MS);
    expect(await producedOf('DETECTIONS', door)).toBe(0);
  });
});
