import { expect, it } from 'vitest';
import { z } from 'zod';
import { applyIfNewer, type Contract, defineEvent, on } from '../index.ts';
import { eventually } from './eventually.ts';
import { countOf, leaveEffect, type World } from './world.ts';

/** Copies of another domain’s rows. */
export function describeCopies(world: () => Promise<World>) {
  it('BUS-40 keeps a copy right when changes come late, twice, in any order, or after the delete', async () => {
    await using w = await world();
    const process = w.process();
    const fields = { producer: 'source', subject: 'Thing', payload: z.object({ n: z.int() }) };
    const Changed = defineEvent({ name: `Changed${w.tag}`, ...fields });
    const Gone = defineEvent({ name: `Gone${w.tag}`, ...fields });
    process.target.subscribe('copies', [
      on(Changed, async (event, trx) => {
        const row = { id: event.subjectId, n: event.payload.n };
        await applyIfNewer(trx, 'things', event, () => trx('things').insert(row).onConflict('id').merge());
      }),
      on(Gone, async (event, trx) => {
        await applyIfNewer(trx, 'things', event, () => trx('things').where({ id: event.subjectId }).delete());
      }),
    ]);
    process.other.subscribe('count', [on(Changed, leaveEffect()), on(Gone, leaveEffect())]);
    await process.bus.start();
    let published = 0;
    const say = async (contract: Contract<string, { n: number }>, id: string, sequence: number) => {
      const message = contract.message({ id, sequence, payload: { n: sequence } });
      await w.source.transaction((trx) => process.source.outbox.add(trx, message));
      published++;
      // One after the other: the order of the test is the order of arrival.
      await eventually(async () => (await countOf(w.target, 'event_inbox')) === published).toBe(true);
    };
    for (const sequence of [2, 1, 3, 3, 2]) await say(Changed, 'a', sequence);
    await say(Changed, 'b', 5);
    await say(Gone, 'b', 6);
    await say(Changed, 'b', 4);
    await say(Gone, 'c', 9);
    await say(Changed, 'c', 8);
    await say(Gone, 'd', 1);
    await say(Changed, 'd', 2);
    const things = await w.target.rows<{ id: string; n: number }>('SELECT id, n FROM things ORDER BY id', []);
    expect(things.map(({ id, n }) => [id, n])).toEqual([
      ['a', 3],
      ['d', 2],
    ]);
  });
}
