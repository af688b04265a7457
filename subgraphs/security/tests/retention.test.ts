import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../kit/config.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSecuritySubgraph } from '../index.ts';

/** The sample's rows are of 2026-01-05 to 2026-01-09; by now, those of before the seventh are ten days old. */
const now = () => new Date('2026-01-17T00:00:00.000Z');

const oldest = async ({ database }: TestSubgraph, table: string, column: string) =>
  (await database.rows<{ moment: string }>(`SELECT MIN(${column}) AS moment FROM ${table}`, []))[0]?.moment;

describe('old detections and unit events', () => {
  it('are kept for ever where no setting says how long', async () => {
    await using security = await createTestSubgraph(createSecuritySubgraph, {
      now: () => new Date('2126-01-01T00:00:00Z'),
    });
    await sleep(200);
    expect(await oldest(security, 'detections', 'detected_at')).toMatch(/^2026-01-05/);
    expect(await oldest(security, 'unit_events', 'reported_at')).toMatch(/^2026-01-05/);
  });

  it('are deleted once they are older than the setting says, and no others', async () => {
    await using place = await provideDatabase();
    const count = async ({ database }: TestSubgraph, table: string, column: string) =>
      (
        await database.rows<{ n: number }>(
          `SELECT COUNT(*) AS n FROM ${table} WHERE ${column} >= '2026-01-07 00:00:00.000'`,
          [],
        )
      )[0]?.n;
    let young: unknown[];
    {
      await using before = await createTestSubgraph(createSecuritySubgraph, { env: place.settings, now });
      young = [
        await count(before, 'detections', 'detected_at'),
        await count(before, 'unit_events', 'reported_at'),
      ];
    }
    const env = { ...place.settings, SECURITY_RETENTION_DAYS: '10' };
    await using security = await createTestSubgraph(createSecuritySubgraph, { env, now });
    for (const [table, column] of [
      ['detections', 'detected_at'],
      ['unit_events', 'reported_at'],
    ] as const) {
      await expect.poll(() => oldest(security, table, column), { timeout: 10_000 }).toMatch(/^2026-01-07/);
    }
    expect([
      await count(security, 'detections', 'detected_at'),
      await count(security, 'unit_events', 'reported_at'),
    ]).toEqual(young);
  });

  it('are not kept for a time that is none', async () => {
    const env = { SECURITY_RETENTION_DAYS: '0' };
    await expect(createTestSubgraph(createSecuritySubgraph, { env })).rejects.toThrow(ConfigError);
  });
});
