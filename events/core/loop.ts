import type { Logger } from '../../kit/logger.ts';

const FIRST_BACK_OFF_MS = 50;
const LONGEST_BACK_OFF_MS = 5_000;

/** Work that is done again and again until it is stopped. */
export interface Loop {
  /** Ends the present pause, or skips the next. */
  wake(): void;
  /** Stops once the present step is done. */
  stop(): Promise<void>;
}

/**
 * Repeats a step. A step that throws is repeated after a pause that grows to 5 s, and cannot be woken from that pause:
 * what fails is logged when it begins to fail and when it works again.
 *
 * @param step gives the milliseconds to pause before the next one
 */
export function startLoop(what: string, log: Logger, step: () => Promise<number>): Loop {
  let stopping = false;
  let woken = false;
  let ring = () => {};
  let failures = 0;

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const once = async () => {
    woken = false;
    try {
      const rest = await step();
      if (failures > 0) log.info(`${what} works again`);
      failures = 0;
      if (rest > 0 && !woken && !stopping) await pause(rest);
    } catch (error) {
      if (failures++ === 0) log.error({ err: error }, `${what} fails; trying again until it works`);
      const end = Date.now() + Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** failures);
      while (!stopping && Date.now() < end) await pause(end - Date.now());
    }
  };
  const done = (async () => {
    while (!stopping) await once();
  })();

  return {
    wake() {
      woken = true;
      ring();
    },
    stop() {
      stopping = true;
      ring();
      return done;
    },
  };
}
