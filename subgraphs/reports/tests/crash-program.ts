/**
 * A process for tests to kill: counts, and tells of as many occurrences as its first argument says, all of them from
 * the beginning whenever it starts, as a sender does who does not know what arrived. The second argument counts starts.
 */
import { createBus } from '../../../events/index.ts';
import { createLogger } from '../../../kit/logger.ts';
import { createReportsSubgraph } from '../index.ts';
import { tell, vehicle } from './reports-on-bus.ts';

const AT_ONCE = 4;

const [total = '0', attempt = '1'] = process.argv.slice(2);
const log = createLogger('test', 'silent');
const bus = createBus({ env: {}, log });
const reports = await createReportsSubgraph({ log, bus, env: process.env });
const { outbox } = bus.join('teller', reports.database);
process.once('SIGTERM', async () => {
  await bus.close();
  await reports.close();
});
await bus.start();
for (let n = 0; n < Number(total); n += AT_ONCE) {
  const steps = Array.from({ length: AT_ONCE }, (_, i) =>
    tell(`run-${n + i}/report`, vehicle, Number(attempt)),
  );
  await reports.database.transaction((trx) => outbox.add(trx, ...steps));
}
