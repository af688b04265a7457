import type { Logger } from '../../kit/logger.ts';
import { claimDeliveries, findNext, type Handful, keepDeliveries, MAX_HAND_OUTS } from './deliveries.ts';
import type { Group } from './group.ts';
import { type Loop, startLoop } from './loop.ts';
import type { Turns } from './turns.ts';

/** Between looks at an empty table: what other processes put in (a replay) is found after this at the latest. */
const IDLE_MS = 1_000;

/**
 * Hands a group what waits for it in its database: retries, replays, and with the embedded bus everything. What was
 * handed out before and never settled may have ended its process, or have been beside what did: it is handled alone,
 * and given up when its process has ended each of several times.
 *
 * @param alone where what may end the process takes turns with that of all other groups of the process
 */
export function startDeliveryLoop(group: Group, log: Logger, now: () => Date, alone: Turns): Loop {
  const { database, name, batchSize } = group;
  /** Claimed and not yet settled, when the database failed in between. */
  let held: Handful | undefined;

  const settle = async (handful: Handful) => {
    held = handful;
    await group.handle(handful.deliveries);
    held = undefined;
    return 0;
  };
  return startLoop(`handling by ${name}`, log, async () => {
    const again = held;
    if (again) {
      const work = async () => settle(await keepDeliveries(database, name, again, now()));
      return again.deliveries.length > 1 ? work() : alone(work);
    }
    const next = await findNext(database, name);
    const wait = next ? next.dueAt.getTime() - now().getTime() : IDLE_MS;
    if (wait > 0) return Math.min(wait, IDLE_MS);
    if (!next || next.handOuts === 0) return settle(await claimDeliveries(database, name, batchSize, now()));
    if (next.handOuts < MAX_HAND_OUTS)
      return alone(async () => settle(await claimDeliveries(database, name, next.id, now())));
    await group.giveUp(
      next,
      `it was handed out ${next.handOuts} times, and its process ended before an outcome`,
    );
    return 0;
  });
}
