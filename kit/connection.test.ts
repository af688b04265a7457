import { describe, expect, it } from 'vitest';
import { type Keyset, parsePage, toConnection } from './connection.ts';
import { fromSqlTime, isoToSqlTime } from './database/time.ts';

interface Thing {
  readonly id: string;
  readonly createdAt: string;
}

const byCreation: Keyset<Thing> = {
  name: 'things.created_at',
  columns: [
    { column: 'created_at', type: 'time', value: ({ createdAt }) => isoToSqlTime(createdAt) },
    { column: 'id', type: 'text', value: ({ id }) => id },
  ],
  descending: false,
};

const refusal = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });
const forge = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('the cursor of a list that is ordered by time', () => {
  it('leads to the moment and the id of its row', () => {
    const moment = '2026-01-31 12:00:00.123';
    const rows = [{ id: '7', createdAt: fromSqlTime(moment) }];
    const after = toConnection(rows, parsePage({}, byCreation)).pageInfo.endCursor;
    expect(parsePage({ after }, byCreation).after).toEqual([moment, '7']);
  });

  it.each([
    ['no moment', forge(byCreation.name, 'yesterday', '7')],
    ['a moment that does not exist', forge(byCreation.name, '2026-02-31 12:00:00.123', '7')],
    ['a moment in another form', forge(byCreation.name, '2026-01-31T12:00:00.123Z', '7')],
    ['a number', forge(byCreation.name, 0, '7')],
  ])('is refused when it holds %s', (_, after) => {
    expect(() => parsePage({ after }, byCreation)).toThrow(refusal);
  });
});
