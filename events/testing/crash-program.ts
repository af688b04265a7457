/**
 * A process for tests to kill: publishes things, some at once, until there are as many as the second argument says, and
 * handles them slowly. The first argument is the tag of the test's world, the third the number that ends the process
 * when it is handled; settings are those of any process.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../kit/database/open.ts';
import { createBus, on } from '../index.ts';
import { countOf, defineMade, leaveEffect, openTables, testLog } from './world.ts';

const AT_ONCE = 4;

const [tag = '', total = '0', fatal] = process.argv.slice(2);
const { DATABASE_URL: url, DATA_DIR: dataDir = '.' } = process.env;
const open = (name: string) => openDatabase({ name, url, dataDir });
const [source, target] = await Promise.all([
  openTables({ open }, `source${tag}`),
  openTables({ open }, `target${tag}`),
]);
const Made = defineMade(tag);
const bus = createBus({ env: process.env, log: testLog });
const { outbox } = bus.join(`source${tag}`, source);
bus.join(`target${tag}`, target).subscribe(
  'group',
  [
    on(Made, async (event, trx) => {
      if (event.payload.n === Number(fatal)) process.exit(137);
      await leaveEffect()(event, trx);
      await sleep(3);
    }),
  ],
  { batchSize: 10 },
);
process.once('SIGTERM', async () => {
  await bus.close();
  await Promise.all([source.close(), target.close()]);
});
await bus.start();
for (let next = (await countOf(source, 'things')) + 1; next <= Number(total); next += AT_ONCE) {
  const numbers = Array.from({ length: AT_ONCE }, (_, i) => next + i);
  await source.transaction(async (trx) => {
    await trx('things').insert(numbers.map((n) => ({ id: String(n), n })));
    const messages = numbers.map((n) => Made.message({ id: String(n), sequence: 1, payload: { n } }));
    await outbox.add(trx, ...messages);
  });
}
