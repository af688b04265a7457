import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOutbox } from '../../../kit/testing/outbox.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSecuritySubgraph } from '../index.ts';
import {
  DETECTION,
  DOWN,
  FIRE,
  REPORT_DETECTION,
  REPORT_UNIT_EVENT,
  reportDetection,
  reportUnitEvent,
} from './documents.ts';

const NOW = '2026-01-31T12:00:00.000Z';
const anId = expect.stringMatching(/^[0-9a-f-]{36}$/);

let security: TestSubgraph;
beforeEach(async () => {
  security = await createTestSubgraph(createSecuritySubgraph, { now: () => new Date(NOW) });
});
afterEach(() => security[Symbol.asyncDispose]());

const countRows = async (table: string) =>
  (await security.database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`, []))[0]?.n;

describe('a reported detection', () => {
  it('is kept, waits for its assessment, and is told of', async () => {
    const { detection, userErrors } = await reportDetection(security, FIRE);
    expect({ detection, userErrors }).toEqual({
      detection: { id: anId, ...FIRE, detectedAt: NOW, assessment: null },
      userErrors: [],
    });
    const query = `query ($id: ID!) { detection(id: $id) { ${DETECTION} } }`;
    const { data } = await security.execute(query, { viewer: admin, variables: { id: detection.id } });
    expect(data.detection).toEqual(detection);
    expect(await readOutbox(security.database)).toEqual([
      {
        name: 'DetectionReported',
        subject: `Detection:${detection.id}`,
        sequence: 1,
        payload: { ...FIRE, detectedAt: NOW },
      },
    ]);
  });

  it('may have been seen before it was reported', async () => {
    const detectedAt = '2026-01-30T23:59:59.125Z';
    const { detection } = await reportDetection(security, { ...FIRE, detectedAt });
    expect(detection.detectedAt).toBe(detectedAt);
  });

  it.each([
    [{ location: 0 }, ['location']],
    [{ location: 101 }, ['location']],
    [{ location: -1 }, ['location']],
    [{ detectedAt: '2026-01-31T12:05:00.001Z' }, ['detectedAt']],
    [{ detectedAt: '1999-12-31T23:59:59Z' }, ['detectedAt']],
    [{ location: 0, detectedAt: '2027-01-01T00:00:00Z' }, ['location', 'detectedAt']],
  ])('is refused with %j, with what is wrong', async (change, paths) => {
    const rows = await countRows('detections');
    const { detection, userErrors } = await reportDetection(security, { ...FIRE, ...change });
    expect(detection).toBeNull();
    expect(userErrors).toEqual(
      paths.map((field) => ({ code: 'OUT_OF_RANGE', message: expect.any(String), path: [field] })),
    );
    expect(await countRows('detections')).toBe(rows);
    expect(await readOutbox(security.database)).toEqual([]);
  });

  it('may come from a clock that is five minutes ahead, and from the edges', async () => {
    for (const change of [{ location: 1 }, { location: 100 }, { detectedAt: '2026-01-31T12:05:00.000Z' }]) {
      expect((await reportDetection(security, { ...FIRE, ...change })).userErrors).toEqual([]);
    }
  });
});

describe('a reported unit event', () => {
  it('is kept, waits for its assessment, and is told of', async () => {
    const { unitEvent, userErrors } = await reportUnitEvent(security, DOWN);
    expect({ unitEvent, userErrors }).toEqual({
      unitEvent: { id: anId, ...DOWN, reportedAt: NOW, assessment: null },
      userErrors: [],
    });
    expect(await readOutbox(security.database)).toEqual([
      {
        name: 'UnitEventReported',
        subject: `UnitEvent:${unitEvent.id}`,
        sequence: 1,
        payload: { ...DOWN, reportedAt: NOW },
      },
    ]);
  });

  it.each([24, 12, 6, 0])('may report %i volts', async (volts) => {
    expect((await reportUnitEvent(security, { ...DOWN, volts })).unitEvent.volts).toBe(volts);
  });

  it.each([
    [{ location: 101 }, [['OUT_OF_RANGE', 'location']]],
    [{ volts: 5 }, [['OUT_OF_RANGE', 'volts']]],
    [{ volts: -6 }, [['OUT_OF_RANGE', 'volts']]],
    [{ unitId: 'TDC12345' }, [['INVALID_FORMAT', 'unitId']]],
    [{ unitId: 'TDC1234567' }, [['INVALID_FORMAT', 'unitId']]],
    [{ unitId: 'tdc123456' }, [['INVALID_FORMAT', 'unitId']]],
    [{ unitId: ' TDC123456' }, [['INVALID_FORMAT', 'unitId']]],
    [{ unitId: 'TDC123456\n' }, [['INVALID_FORMAT', 'unitId']]],
    [{ unitId: 'TDC١٢٣٤٥٦' }, [['INVALID_FORMAT', 'unitId']]],
    [{ unitId: '' }, [['INVALID_FORMAT', 'unitId']]],
    [{ reportedAt: '2026-02-01T00:00:00Z' }, [['OUT_OF_RANGE', 'reportedAt']]],
    [
      { location: 0, unitId: 'X', volts: 1, reportedAt: '2026-02-01T00:00:00Z' },
      [
        ['OUT_OF_RANGE', 'location'],
        ['INVALID_FORMAT', 'unitId'],
        ['OUT_OF_RANGE', 'volts'],
        ['OUT_OF_RANGE', 'reportedAt'],
      ],
    ],
  ])('is refused with %j, with what is wrong', async (change, faults) => {
    const rows = await countRows('unit_events');
    const { unitEvent, userErrors } = await reportUnitEvent(security, { ...DOWN, ...change });
    expect(unitEvent).toBeNull();
    expect(userErrors).toEqual(
      faults.map(([code, field]) => ({ code, message: expect.any(String), path: [field] })),
    );
    expect(await countRows('unit_events')).toBe(rows);
    expect(await readOutbox(security.database)).toEqual([]);
  });
});

describe.each([
  ['reportDetection', 'detections', reportDetection, FIRE, { severity: 'GREEN' }],
  ['reportUnitEvent', 'unit_events', reportUnitEvent, DOWN, { volts: 6 }],
] as const)('%s under an idempotency key', (_, table, report, input, change) => {
  it('reports once, however often and however much at once it is sent', async () => {
    const rows = Number(await countRows(table));
    const keyed = { ...input, idempotencyKey: 'sensor-1/42' };
    const first = await report(security, keyed);
    const again = await Promise.all([report(security, keyed), report(security, keyed)]);
    expect(again).toEqual([first, first]);
    expect(await countRows(table)).toBe(rows + 1);
    expect(await readOutbox(security.database)).toHaveLength(1);
  });

  it('refuses another report under the same key', async () => {
    await report(security, { ...input, idempotencyKey: 'sensor-1/42' });
    const other = await report(security, { ...input, ...change, idempotencyKey: 'sensor-1/42' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }]);
    const long = await report(security, { ...input, idempotencyKey: 'x'.repeat(65) });
    expect(long.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_INVALID', path: ['idempotencyKey'] }]);
  });
});

describe('reporting', () => {
  it.each([
    [REPORT_DETECTION, FIRE],
    [REPORT_UNIT_EVENT, DOWN],
  ])('is an admin’s alone', async (document, input) => {
    const asked = await security.execute(document, { viewer: customer('1'), variables: { input } });
    expect(errorCodes(asked)).toEqual(['FORBIDDEN']);
    expect(errorCodes(await security.execute(document, { variables: { input } }))).toEqual([
      'UNAUTHENTICATED',
    ]);
    expect(await readOutbox(security.database)).toEqual([]);
  });
});
