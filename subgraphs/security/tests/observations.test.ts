import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPages } from '../../../kit/testing/pages.ts';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSecuritySubgraph } from '../index.ts';
import { DETECTION, FIRE, reportDetection, reportUnitEvent, UNIT_EVENT } from './documents.ts';

let security: TestSubgraph;
beforeAll(async () => {
  security = await createTestSubgraph(createSecuritySubgraph);
});
afterAll(() => security[Symbol.asyncDispose]());

const ask = (query: string, variables: Record<string, unknown> = {}) =>
  security.execute(query, { viewer: admin, variables });

const LISTS = {
  detections: `query ($first: Int = 100, $after: String, $filter: DetectionFilter, $orderBy: DetectionOrder) {
    page: detections(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges { cursor node { ${DETECTION} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`,
  unitEvents: `query ($first: Int = 100, $after: String, $filter: UnitEventFilter, $orderBy: UnitEventOrder) {
    page: unitEvents(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges { cursor node { ${UNIT_EVENT} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`,
};

// biome-ignore lint/suspicious/noExplicitAny: the two lists have nodes of their own, and assertions check them
const listAll = async (list: keyof typeof LISTS, variables: Record<string, unknown> = {}): Promise<any[]> => {
  const edges = await readPages(async (after) => {
    const { data, errors } = await ask(LISTS[list], { ...variables, after });
    expect(errors).toBeUndefined();
    return data.page;
  });
  return edges.map(({ node }) => node);
};

describe('a detection', () => {
  it('is given whole, with what it means', async () => {
    const { data } = await ask(`{ detection(id: "2") { ${DETECTION} } }`);
    expect(data.detection).toEqual({
      id: '2',
      location: 59,
      type: 'ANIMAL',
      severity: 'RED',
      detectedAt: '2026-01-05T06:47:58.121Z',
      assessment: {
        text: 'Serious violation!',
        action: 'Take action immediately!',
        urgency: 'URGENT',
        assessedAt: '2026-01-05T06:47:58.592Z',
      },
    });
  });
});

describe('a unit event', () => {
  it('is given whole, with what it means', async () => {
    const { data } = await ask(`{ unitEvent(id: "2") { ${UNIT_EVENT} } }`);
    expect(data.unitEvent).toEqual({
      id: '2',
      location: 45,
      unitId: 'TDC045000',
      state: 'OFF_LINE',
      volts: 24,
      reportedAt: '2026-01-05T06:36:36.869Z',
      assessment: {
        text: 'The unit cannot be reached',
        action: 'Check its network connection',
        urgency: 'WARNING',
        assessedAt: '2026-01-05T06:36:37.349Z',
      },
    });
  });
});

describe.each(['detection', 'unitEvent'] as const)('%s(id)', (field) => {
  it('is null for an id that there is not', async () => {
    expect(await ask(`{ ${field}(id: "1001") { id } }`)).toEqual({ data: { [field]: null } });
  });

  it.each(['abc', '1 or 1=1', ''])('refuses "%s", which is no id', async (id) => {
    expect(errorCodes(await ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('is an admin’s alone, whether the row exists or not', async () => {
    for (const id of ['1', '1001']) {
      const query = `{ ${field}(id: "${id}") { id } }`;
      const asked = await security.execute(query, { viewer: customer('1') });
      expect(errorCodes(asked)).toEqual(['FORBIDDEN']);
      expect(errorCodes(await security.execute(query))).toEqual(['UNAUTHENTICATED']);
    }
  });
});

describe('entities by reference', () => {
  it.each([
    ['Detection', 'severity'],
    ['UnitEvent', 'state'],
  ])('cost one statement for a hundred of %s', async (type, field) => {
    const references = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1) }));
    let found: Record<string, unknown>[] = [];
    const statements = await security.statements(async () => {
      const { data } = await security.entities(type, references, `id ${field}`, { viewer: admin });
      found = data._entities;
    });
    expect(statements).toHaveLength(1);
    expect(found.map(({ id }) => id)).toEqual(references.map(({ id }) => id));
  });

  it.each(['Detection', 'UnitEvent'])('are refused to a customer: %s', async (type) => {
    const asked = await security.entities(type, [{ id: '1' }], 'id', { viewer: customer('1') });
    expect(errorCodes(asked)).toEqual(['FORBIDDEN']);
  });
});

describe.each([
  ['detections', 'detectedAt', 'DETECTED_AT'],
  ['unitEvents', 'reportedAt', 'REPORTED_AT'],
] as const)('the list of %s', (list, time, order) => {
  it('has the newest first, or last, without a gap or a repetition', async () => {
    const newest = await listAll(list, { first: 7 });
    expect(newest.map((node) => node[time])).toEqual(
      newest
        .map((node) => node[time])
        .sort()
        .reverse(),
    );
    expect(new Set(newest.map(({ id }) => id)).size).toBe(newest.length);
    expect(newest.length).toBeGreaterThanOrEqual(200);
    const oldest = await listAll(list, { first: 100, orderBy: `${order}_ASC` });
    expect(oldest).toEqual(newest.toReversed());
  });

  it('tells the pages of observations of one moment apart by their ids', async () => {
    await using alike = await createTestSubgraph(createSecuritySubgraph);
    const at = '2026-02-01T00:00:00.000Z';
    for (let i = 0; i < 5; i++) {
      if (list === 'detections') await reportDetection(alike, { ...FIRE, detectedAt: at });
      else
        await reportUnitEvent(alike, {
          location: 1,
          unitId: 'TDC001001',
          state: 'UP',
          volts: 24,
          reportedAt: at,
        });
    }
    const edges = await readPages(
      async (after) =>
        (
          await alike.execute(LISTS[list], {
            viewer: admin,
            variables: { first: 2, after, filter: { from: at } },
          })
        ).data.page,
    );
    const ids = edges.map(({ node }) => (node as { id: string }).id);
    expect(ids).toHaveLength(5);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
  });

  it('is an admin’s alone', async () => {
    const asked = await security.execute(LISTS[list], { viewer: customer('1') });
    expect(errorCodes(asked)).toEqual(['FORBIDDEN']);
    expect(errorCodes(await security.execute(LISTS[list]))).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    [{ first: 0 }],
    [{ first: 101 }],
    [{ after: 'nonsense' }],
    [{ filter: { location: 0 } }],
    [{ filter: { location: 101 } }],
    [{ filter: { from: '+010000-01-01T00:00:00Z' } }],
  ])('refuses %j', async (variables) => {
    expect(errorCodes(await ask(LISTS[list], variables))).toEqual(['BAD_USER_INPUT']);
  });

  it('refuses a cursor of the other order', async () => {
    const { data } = await ask(LISTS[list], { first: 1 });
    const after = data.page.pageInfo.endCursor;
    expect(errorCodes(await ask(LISTS[list], { after, orderBy: `${order}_ASC` }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('is narrowed to a span of time: from a moment on, and before another', async () => {
    const all = await listAll(list, { orderBy: `${order}_ASC` });
    const [from, before] = [all[10][time], all[20][time]];
    const some = await listAll(list, { orderBy: `${order}_ASC`, filter: { from, before } });
    expect(some).toEqual(all.slice(10, 20));
  });
});

describe('the filter of detections', () => {
  it.each([
    [{ type: 'FIRE' }],
    [{ severity: 'RED' }],
    [{ location: 59 }],
    [{ type: 'PERSON', severity: 'YELLOW' }],
    [{ type: 'VEHICLE', severity: 'GREEN', from: '2026-01-06T00:00:00Z' }],
    [{ assessed: true }],
  ])('takes those that fit %j, and no others', async (filter) => {
    const all = await listAll('detections');
    const { from = '', assessed, ...facts } = filter as { from?: string; assessed?: boolean };
    const expected = all.filter(
      (node) =>
        Object.entries(facts).every(([fact, value]) => node[fact] === value) &&
        node.detectedAt >= from &&
        (assessed === undefined || (node.assessment !== null) === assessed),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(await listAll('detections', { filter })).toEqual(expected);
  });

  it('finds what is not assessed yet', async () => {
    const { detection } = await reportDetection(security, FIRE);
    const waiting = await listAll('detections', { filter: { assessed: false } });
    expect(waiting).toContainEqual({ ...detection, assessment: null });
    expect(waiting.every(({ assessment }) => assessment === null)).toBe(true);
  });
});

describe('the filter of unit events', () => {
  it.each([
    [{ unitId: 'TDC081000' }],
    [{ state: 'DOWN' }],
    [{ location: 45 }],
    [{ state: 'UP', location: 89 }],
  ])('takes those that fit %j, and no others', async (filter) => {
    const all = await listAll('unitEvents');
    const expected = all.filter((node) =>
      Object.entries(filter).every(([fact, value]) => node[fact] === value),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(await listAll('unitEvents', { filter })).toEqual(expected);
  });

  it.each(['TDC12345', 'tdc123456', 'TDC1234567', ''])(
    'refuses "%s", which is no unit’s id',
    async (unitId) => {
      const asked = await ask(LISTS.unitEvents, { filter: { unitId } });
      expect(errorCodes(asked)).toEqual(['BAD_USER_INPUT']);
    },
  );
});
