import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  AssessDetection,
  AssessUnitEvent,
  CallWebhook,
  DetectionReported,
  done,
  RecordOccurrence,
  refused,
  SendNotification,
  UnitEventReported,
} from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { admin, createTestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createWorkflowsSubgraph } from '../index.ts';
import { createWorld, recipient, type World } from './world.ts';

const HOUR = 3_600_000;
/** The timer looks at what is due every quarter of a second. */
const TWO_LOOKS_MS = 600;

const assess = () =>
  done({ assessment: 'Serious violation!', action: 'Take action immediately!', urgency: 'URGENT' } as const);

const recipients = [
  recipient(AssessDetection, assess),
  recipient(SendNotification, () => done({ notificationId: newId() })),
  recipient(RecordOccurrence, () => done({})),
  recipient(CallWebhook, () => done({ status: 200 })),
];

const detect = async (world: World) => {
  const id = newId();
  const detectedAt = '2026-03-01T11:59:00.000Z';
  const payload = { location: 12, type: 'FIRE', severity: 'RED', detectedAt } as const;
  await world.publish(DetectionReported.message({ id, payload }));
  return `Detection:${id}`;
};

const payloadsOf = (world: World) => world.received.map(({ name, payload }) => [name, payload]);

describe('a detection', () => {
  it('is assessed, told and counted, in that order', async () => {
    await using world = await createWorld(recipients);
    await world.runOf(await detect(world), { state: 'COMPLETED' });
    expect(payloadsOf(world)).toEqual([
      ['AssessDetection', {}],
      [
        'SendNotification',
        {
          userId: null,
          location: 12,
          urgency: 'URGENT',
          title: 'Serious violation!',
          text: 'Take action immediately!',
        },
      ],
      [
        'RecordOccurrence',
        { kind: 'DETECTION', category: 'FIRE', location: 12, occurredAt: '2026-03-01T11:59:00.000Z' },
      ],
    ]);
  });

  it('and a unit’s event show their runs, those of many with one statement', async () => {
    await using world = await createWorld([...recipients, recipient(AssessUnitEvent, assess)]);
    const subject = await detect(world);
    const id = newId();
    const reportedAt = '2026-03-01T11:59:00.000Z';
    const payload = { location: 3, unitId: 'TDC000001', state: 'DOWN', volts: 0, reportedAt } as const;
    await world.publish(UnitEventReported.message({ id, payload }));
    await world.runOf(subject, { state: 'COMPLETED' });
    await world.runOf(`UnitEvent:${id}`, { state: 'COMPLETED' });
    const runOf = async (type: string, ids: readonly string[]) => {
      const references = ids.map((each) => ({ id: each }));
      const selection = 'workflowRun { workflow subject }';
      const { data } = await world.workflows.entities(type, references, selection, { viewer: admin });
      return data._entities;
    };
    const seen = subject.slice('Detection:'.length);
    const others = Array.from({ length: 99 }, () => newId());
    const statements = await world.workflows.statements(async () => {
      const [first, ...rest] = await runOf('Detection', [seen, ...others]);
      expect(first).toEqual({ workflowRun: { workflow: 'detection', subject } });
      expect(rest).toEqual(others.map(() => ({ workflowRun: null })));
    });
    expect(statements.filter((sql) => sql.includes('`subject` in'))).toHaveLength(1);
    expect(await runOf('UnitEvent', [id])).toEqual([
      { workflowRun: { workflow: 'unit-event', subject: `UnitEvent:${id}` } },
    ]);
  });

  it('is told to a third party where a setting says so, beside the other steps', async () => {
    await using world = await createWorld(recipients, { WORKFLOWS_STEPS: 'detection.third-party' });
    world.answer(CallWebhook, () => refused('REJECTED', 'It answered 400.'));
    const run = await world.runOf(await detect(world), { state: 'COMPLETED' });
    expect(run.steps.find(({ name }) => name === 'third-party')).toMatchObject({ state: 'REFUSED' });
    expect(payloadsOf(world)).toContainEqual([
      'CallWebhook',
      {
        type: 'detection.assessed',
        data: {
          detectionId: expect.any(String),
          location: 12,
          type: 'FIRE',
          severity: 'RED',
          message: 'Serious violation!: Take action immediately!',
        },
      },
    ]);
  });

  it('waits for a third party for as long as its webhook is tried, and asks no sooner', async () => {
    await using world = await createWorld(recipients, { WORKFLOWS_STEPS: 'detection.third-party' });
    world.answer(CallWebhook, () => null);
    const subject = await detect(world);
    const waiting = { name: 'third-party', state: 'RUNNING', attempts: 1 };
    const isWaiting = { state: 'RUNNING', steps: expect.arrayContaining([waiting]) };
    await world.runOf(subject, isWaiting);
    world.pass(11 * HOUR);
    await sleep(TWO_LOOKS_MS);
    await world.runOf(subject, isWaiting);
    world.pass(HOUR);
    await world.runOf(subject, { steps: expect.arrayContaining([{ ...waiting, attempts: 2 }]) });
    world.pass(24 * HOUR);
    await world.runOf(subject, { state: 'FAILED' });
  });

  it('ends with the version of its workflow that it started with', async () => {
    await using world = await createWorld(recipients, { WORKFLOWS_STEPS: 'detection.third-party' });
    world.answer(AssessDetection, () => null);
    const subject = await detect(world);
    await world.runOf(subject, { state: 'RUNNING' });
    world.answer(AssessDetection, () => done({ assessment: 'a', action: 'b', urgency: 'INFO' }));
    await world.restart();
    world.pass(30_000);
    const old = await world.runOf(subject, { state: 'COMPLETED' });
    expect(old.steps.map(({ name }) => name)).toContain('third-party');
    const fresh = await world.runOf(await detect(world), { state: 'COMPLETED' });
    expect(fresh.steps.map(({ name }) => name)).not.toContain('third-party');
  });
});

describe('an orchestrator', () => {
  it('that is to advance an unknown workflow does not start', async () => {
    await expect(
      createTestSubgraph(createWorkflowsSubgraph, { env: { WORKFLOWS_ONLY: 'detektion' } }),
    ).rejects.toThrow(
      'WORKFLOWS_ONLY: there is no workflow detektion; there is: detection, order-fulfilment, unit-event',
    );
  });
});
