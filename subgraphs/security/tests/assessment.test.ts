import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AssessDetection,
  AssessUnitEvent,
  type Bus,
  createBus,
  type DomainBus,
  type Message,
  type Received,
} from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { createLogger } from '../../../kit/logger.ts';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { admin, createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSecuritySubgraph } from '../index.ts';
import { DETECTION, DOWN, FIRE, reportDetection, reportUnitEvent, UNIT_EVENT } from './documents.ts';

let time: number;
let bus: Bus;
let security: TestSubgraph;
let asker: DomainBus;
let replies: Received[];
beforeEach(async () => {
  time = Date.now();
  bus = createBus({ env: {}, log: createLogger('test', 'silent') });
  security = await createTestSubgraph(createSecuritySubgraph, { bus, now: () => new Date(time) });
  asker = bus.join('asker', security.database);
  replies = [];
  await bus.listen([AssessDetection.reply, AssessUnitEvent.reply], (event) => void replies.push(event));
  await bus.start();
});
afterEach(async () => {
  await bus.close();
  await security[Symbol.asyncDispose]();
});

const assessDetection = (id: string, correlationId = `detection/${id}/security/1`) =>
  AssessDetection.message({ id, payload: {}, correlationId });
const assessUnitEvent = (id: string, correlationId = `unit-event/${id}/unit/1`) =>
  AssessUnitEvent.message({ id, payload: {}, correlationId });

/** Sends commands, all in one transaction, and gives the replies, in the commands' order, when there is one for each. */
async function send(...messages: Message[]) {
  replies = [];
  await security.database.transaction((trx) => asker.outbox.add(trx, ...messages));
  await expect.poll(() => replies.length, { timeout: 10_000, interval: 5 }).toBe(messages.length);
  return messages.map((sent) => {
    const at = replies.findIndex(
      ({ subject, correlationId }) => subject === sent.subject && correlationId === sent.correlationId,
    );
    expect(at, sent.subject).toBeGreaterThanOrEqual(0);
    const [{ name, payload }] = replies.splice(at, 1) as [Received];
    return { name, payload };
  });
}

const read = async (field: 'detection' | 'unitEvent', id: string) =>
  (
    await security.execute(
      `query ($id: ID!) { ${field}(id: $id) { ${field === 'detection' ? DETECTION : UNIT_EVENT} } }`,
      { viewer: admin, variables: { id } },
    )
  ).data[field];

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

describe('a detection', () => {
  it.each([
    ['GREEN', 'Everything is fine', 'No further action', 'INFO'],
    ['YELLOW', 'Suspicious activity', 'Please investigate further', 'WARNING'],
    ['RED', 'Serious violation!', 'Take action immediately!', 'URGENT'],
  ])('that is %s is assessed as "%s", and keeps that', async (severity, text, action, urgency) => {
    const { detection } = await reportDetection(security, { ...FIRE, severity });
    time += 1_000;
    expect(await send(assessDetection(detection.id))).toEqual([
      {
        name: 'AssessDetectionReplied',
        payload: { outcome: 'DONE', result: { assessment: text, action, urgency } },
      },
    ]);
    const assessedAt = new Date(time).toISOString();
    expect(await read('detection', detection.id)).toEqual({
      ...detection,
      assessment: { text, action, urgency, assessedAt },
    });
  });
});

describe('a unit event', () => {
  it.each([
    ['UP', 'The unit works', 'No further action', 'INFO'],
    ['LOW_VOLTAGE', 'The unit is short of power', 'Check its power supply', 'WARNING'],
    ['OFF_LINE', 'The unit cannot be reached', 'Check its network connection', 'WARNING'],
    ['DOWN', 'The unit does not work!', 'Send a technician immediately!', 'URGENT'],
  ])('of state %s is assessed as "%s", and keeps that', async (state, text, action, urgency) => {
    const { unitEvent } = await reportUnitEvent(security, { ...DOWN, state });
    expect(await send(assessUnitEvent(unitEvent.id))).toEqual([
      {
        name: 'AssessUnitEventReplied',
        payload: { outcome: 'DONE', result: { assessment: text, action, urgency } },
      },
    ]);
    expect((await read('unitEvent', unitEvent.id)).assessment).toMatchObject({ text, action, urgency });
  });
});

describe('an assessment that is asked for', () => {
  it('again is given again, and nothing changes: in one batch, as a retry and in a second round', async () => {
    const { detection } = await reportDetection(security, FIRE);
    const [first] = await send(assessDetection(detection.id));
    const assessed = await read('detection', detection.id);
    time += 60_000;
    const again = await send(
      assessDetection(detection.id, 'detection/1/security/1'),
      assessDetection(detection.id, 'detection/1/security/1'),
      assessDetection(detection.id, 'detection/1/security/2'),
    );
    expect(again).toEqual([first, first, first]);
    expect(await read('detection', detection.id)).toEqual(assessed);
  });

  it('twice before anybody answered is answered twice alike', async () => {
    const { unitEvent } = await reportUnitEvent(security, DOWN);
    const [first, second] = await send(
      assessUnitEvent(unitEvent.id, 'unit-event/1/unit/1'),
      assessUnitEvent(unitEvent.id, 'unit-event/1/unit/1'),
    );
    expect(second).toEqual(first);
    expect(first?.payload).toMatchObject({ outcome: 'DONE' });
  });

  it('stays in the words of its time when other words are used by now', async () => {
    const { detection } = await reportDetection(security, FIRE);
    await send(assessDetection(detection.id));
    await security.database.transaction((trx) =>
      trx('detections').where({ id: detection.id }).update({ assessment: 'As one said then' }),
    );
    const [reply] = await send(assessDetection(detection.id, 'detection/1/security/2'));
    expect(reply?.payload).toMatchObject({ outcome: 'DONE', result: { assessment: 'As one said then' } });
  });

  it('by the same message twice is answered once', async () => {
    const { detection } = await reportDetection(security, FIRE);
    const message = AssessDetection.message({
      id: detection.id,
      payload: {},
      correlationId: 'detection/1/security/1',
      messageId: newId(),
    });
    await send(message);
    await expect.poll(() => readOutbox(security.database), { timeout: 10_000 }).toEqual([]);
    const { detection: other } = await reportDetection(security, FIRE);
    replies = [];
    await security.database.transaction((trx) =>
      asker.outbox.add(trx, message, assessDetection(other.id, 'detection/2/security/1')),
    );
    await expect.poll(() => replies.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(replies.map(({ subjectId }) => subjectId)).toEqual([other.id]);
  });

  it.each([UNKNOWN, '0', "1' OR '1'='1"])('of nothing that there is (%s) is refused', async (id) => {
    const [detection, unitEvent] = await send(assessDetection(id), assessUnitEvent(id));
    expect(detection?.payload).toEqual({
      outcome: 'REFUSED',
      code: 'DETECTION_NOT_FOUND',
      message: 'There is no detection with this id.',
      about: id,
    });
    expect(unitEvent?.payload).toMatchObject({
      outcome: 'REFUSED',
      code: 'UNIT_EVENT_NOT_FOUND',
      about: id,
    });
  });

  it('of many is given to each its own, whatever is refused or doubled among them', async () => {
    const reported = [];
    for (let i = 0; i < 30; i++) {
      const severity = ['GREEN', 'YELLOW', 'RED'][i % 3];
      reported.push((await reportDetection(security, { ...FIRE, severity })).detection);
    }
    const ids = [...reported.map(({ id }) => id), UNKNOWN, reported[0].id];
    const outcomes = await send(...ids.map((id, i) => assessDetection(id, `detection/${i}/security/1`)));
    const urgencies = ['INFO', 'WARNING', 'URGENT'];
    expect(outcomes.map(({ payload }) => payload)).toMatchObject([
      ...reported.map((_, i) => ({ outcome: 'DONE', result: { urgency: urgencies[i % 3] } })),
      { outcome: 'REFUSED' },
      { outcome: 'DONE', result: { urgency: 'INFO' } },
    ]);
  });

  it('of many costs few statements', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 100; i++) {
      const severity = ['GREEN', 'YELLOW', 'RED'][i % 3];
      ids.push((await reportDetection(security, { ...FIRE, severity })).detection.id);
    }
    const statements = await security.statements(() => send(...ids.map((id) => assessDetection(id))));
    const own = statements.filter((sql) => /\bdetections\b/.test(sql));
    // One that holds them, and one for each severity; a batch may come in two.
    expect(own.length).toBeGreaterThanOrEqual(4);
    expect(own.length).toBeLessThanOrEqual(8);
  });

  it('by nobody who waits for it is kept, and not answered', async () => {
    const { detection } = await reportDetection(security, FIRE);
    await security.database.transaction((trx) =>
      asker.outbox.add(trx, AssessDetection.message({ id: detection.id, payload: {} })),
    );
    await expect
      .poll(async () => (await read('detection', detection.id)).assessment, { timeout: 10_000 })
      .toMatchObject({ urgency: 'URGENT' });
    expect(replies).toEqual([]);
  });

  it('in words that nobody understands is a dead letter, and holds up nothing', async () => {
    const { detection } = await reportDetection(security, FIRE);
    await security.database.transaction((trx) =>
      asker.outbox.add(trx, { ...assessDetection(detection.id), payload: 'please' }),
    );
    // The asker's letters are those of the database that it shares.
    const { deadLetters: letters } = asker;
    await expect.poll(() => letters.count(), { timeout: 10_000 }).toBe(1);
    const { edges } = await letters.list();
    expect(edges.map(({ node }) => node)).toMatchObject([
      { consumer: 'security.assessment', name: 'AssessDetection', reason: 'MALFORMED' },
    ]);
    expect((await read('detection', detection.id)).assessment).toBeNull();
    expect(await send(assessDetection(detection.id, 'detection/1/security/1'))).toMatchObject([
      { payload: { outcome: 'DONE' } },
    ]);
  });
});
