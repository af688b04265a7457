import { describe, expect, it } from 'vitest';
import { type Keyset, parsePage, toConnection } from './connection.ts';

interface Row {
  readonly at: string;
  readonly id: string;
}

const ORDER: Keyset<Row> = {
  name: 'rows.at.asc',
  columns: [
    { column: 'at', type: 'time', value: (row) => row.at },
    { column: 'id', type: 'text', value: (row) => row.id },
  ],
  descending: false,
};

const cursorOf = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('parsePage', () => {
  it('takes back the cursor that a connection gave', () => {
    const row = { at: '2024-01-01 00:00:00.000', id: '7' };
    const { pageInfo } = toConnection([row], parsePage({ first: 1 }, ORDER));
    expect(parsePage({ after: pageInfo.endCursor }, ORDER).after).toEqual([row.at, row.id]);
  });

  it.each([
    ['no moment where the order has one', cursorOf('rows.at.asc', 'yesterday', '7')],
    ['a number where the order has a moment', cursorOf('rows.at.asc', 20_240_101, '7')],
    ['too few values', cursorOf('rows.at.asc', '2024-01-01 00:00:00.000')],
    ['no JSON', 'bm9uc2Vuc2U'],
  ])('refuses a cursor with %s', (_, after) => {
    expect(() => parsePage({ after }, ORDER)).toThrow('after is not a cursor');
  });
});
