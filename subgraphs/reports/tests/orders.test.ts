import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Contract,
  OrderCancelled,
  OrderConfirmed,
  OrderPlaced,
  OrderRejected,
} from '../../../events/index.ts';
import { admin } from '../../../kit/testing/subgraph.ts';
import { countsOf, type ReportsOnBus, startReports } from './reports-on-bus.ts';

let on: ReportsOnBus;
beforeEach(async () => {
  on = await startReports({ SEED: 'none' }, () => new Date('2026-02-03T04:05:06.000Z'));
});
afterEach(() => on[Symbol.asyncDispose]());

const lines = [{ productId: '9', quantity: 1 }];
const placed = (id: string) =>
  OrderPlaced.message({ id, sequence: 1, payload: { userId: '123', pricing: 'LIST', lines } });
const confirmed = (id: string) =>
  OrderConfirmed.message({
    id,
    sequence: 2,
    payload: {
      userId: '123',
      executionPriceMinor: 100,
      lines: lines.map((line) => ({ ...line, executionPriceMinor: 100 })),
    },
  });
const rejected = (id: string) =>
  OrderRejected.message({ id, sequence: 2, payload: { userId: null, code: 'X', message: 'No.' } });
const cancelled = (id: string) =>
  OrderCancelled.message({ id, sequence: 3, payload: { userId: '123', lines } });

describe('orders', () => {
  it('are counted by all that became of them; in total, as often as they were placed', async () => {
    await on.publish(placed('1'), placed('2'), placed('3'), confirmed('1'), rejected('2'));
    await on.publish(confirmed('3'), cancelled('3'));
    await on.settled();
    expect(await countsOf(on, 'ORDERS')).toEqual({ PLACED: 3, CONFIRMED: 2, REJECTED: 1, CANCELLED: 1 });
    const day = 'from: "2026-02-03T00:00:00Z", to: "2026-02-04T00:00:00Z"';
    const query = `{ report(kind: ORDERS) {
      total placed: perDay(${day}) { count } confirmed: perDay(${day}, category: CONFIRMED) { count }
      byLocation { location }
    } }`;
    expect(await on.reports.execute(query, { viewer: admin })).toEqual({
      data: { report: { total: 3, placed: [{ count: 3 }], confirmed: [{ count: 2 }], byLocation: null } },
    });
  });

  it('are counted once for what is told twice', async () => {
    await on.publish(placed('1'), placed('1'));
    await on.settled();
    await on.publish(placed('1'), confirmed('1'));
    await on.settled();
    expect(await countsOf(on, 'ORDERS')).toEqual({ PLACED: 1, CONFIRMED: 1, REJECTED: 0, CANCELLED: 0 });
  });

  it('are counted in whatever order it is told', async () => {
    await on.publish(cancelled('1'), confirmed('1'), placed('1'));
    await on.settled();
    expect(await countsOf(on, 'ORDERS')).toEqual({ PLACED: 1, CONFIRMED: 1, REJECTED: 0, CANCELLED: 1 });
    expect(await on.reports.subgraph.recount(on.reports.database)).toEqual([]);
  });

  it('are not counted by an event that breaks its contract', async () => {
    const broken = { ...placed('1'), payload: { userId: '123', pricing: 'FREE', lines } };
    await on.publish(broken as ReturnType<Contract['message']>, placed('2'));
    await on.settled();
    expect(await countsOf(on, 'ORDERS')).toEqual({ PLACED: 1, CONFIRMED: 0, REJECTED: 0, CANCELLED: 0 });
    const { edges } = await on.domain.deadLetters.list();
    expect(edges.map(({ node }) => [node.consumer, node.name, node.reason])).toEqual([
      ['reports.orders', 'OrderPlaced', 'MALFORMED'],
    ]);
  });
});
