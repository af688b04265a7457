import type { Logger } from '../../kit/logger.ts';
import { claimDeliveries, type Delivery, nextDue } from './deliveries.ts';
import type { Group } from './group.ts';
import { type Loop, startLoop } from './loop.ts';

/** Between looks at an empty table: what other processes put in (a replay) is found after this at the latest. */
const IDLE_MS = 1_000;

/** Hands a group what waits for it in its database: retries, replays, and with the embedded bus everything. */
export function startDeliveryLoop(group: Group, log: Logger, now: () => Date): Loop {
  const { database, name, batchSize } = group;
  /** Claimed and not yet settled, when the database failed in between. */
  let held: readonly Delivery[] = [];
  return startLoop(`handling by ${name}`, log, async () => {
    if (held.length === 0) {
      const due = await nextDue(database, name);
      const wait = due ? due.getTime() - now().getTime() : IDLE_MS;
      if (wait > 0) return Math.min(wait, IDLE_MS);
      held = await claimDeliveries(database, name, batchSize, now());
    }
    await group.handle(held);
    held = [];
    return 0;
  });
}
