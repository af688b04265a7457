import { availableParallelism } from 'node:os';
import { rateLimited } from '../../kit/errors.ts';

/** How much of a process the checking of passwords may take. */
export interface PasswordWorkLimits {
  /** Hashes that are computed at once. */
  readonly atOnce: number;
  /** Requests that may be under way, those included that wait. */
  readonly places: number;
  /** The same of one who asks. */
  readonly placesOfOne: number;
}

/** A request's place among those that work on passwords; to be given back by disposing of it. */
export interface Place extends Disposable {
  /** Does work on a password, when it is this place's turn. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

export type PasswordWork = ReturnType<typeof createPasswordWork>;

/** Of Node's four threads one at least is left for all else, and a core where there are more than two. */
const AT_ONCE = Math.max(2, Math.min(3, availableParallelism() - 1));

/** At 0.1 s a hash, the last one in the line has waited 2.4 s: half of what a gateway waits for an answer. */
const DEFAULTS: PasswordWorkLimits = { atOnce: AT_ONCE, places: 24 * AT_ONCE, placesOfOne: 6 * AT_ONCE };

/**
 * Bounds what slow hashes cost a process: whoever sends many passwords at once would else keep everybody from signing
 * in. Those who ask take turns, however much each of them asks for, and what cannot be done soon is refused at once.
 */
export function createPasswordWork({ atOnce, places, placesOfOne }: PasswordWorkLimits = DEFAULTS) {
  let taken = 0;
  let running = 0;
  const takenBy = new Map<unknown, number>();
  /** By who asks, the one whose turn is next first. */
  const waiting = new Map<unknown, (() => void)[]>();

  function begin(by: unknown): Promise<void> | undefined {
    if (running < atOnce) {
      running++;
      return undefined;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    const line = waiting.get(by);
    if (line) line.push(resolve);
    else waiting.set(by, [resolve]);
    return promise;
  }

  /** Gives the turn to the next one who asks. */
  function end(): void {
    const [next] = waiting;
    if (!next) {
      running--;
      return;
    }
    const [by, [go, ...rest]] = next;
    waiting.delete(by);
    if (rest.length > 0) waiting.set(by, rest);
    go?.();
  }

  return {
    /**
     * Takes a place.
     *
     * @param asker who asks, such as an address; without one it is somebody else each time
     * @throws RATE_LIMITED when there is none, or the asker has too many
     */
    take(asker?: string): Place {
      const by = asker ?? Symbol('somebody');
      const own = takenBy.get(by) ?? 0;
      if (taken >= places || own >= placesOfOne) throw rateLimited(1_000);
      taken++;
      takenBy.set(by, own + 1);
      return {
        async run(work) {
          await begin(by);
          try {
            return await work();
          } finally {
            end();
          }
        },
        [Symbol.dispose]() {
          taken--;
          const left = (takenBy.get(by) ?? 1) - 1;
          if (left > 0) takenBy.set(by, left);
          else takenBy.delete(by);
        },
      };
    },
  };
}
