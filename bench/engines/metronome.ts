import { Worker } from 'node:worker_threads';
import type { Score } from './metronome-thread.ts';

/** Beats at a rate. */
export interface Metronome extends AsyncDisposable {
  /** Calls back at each beat, at once when it is late: none is left out. Resolves after the last. */
  play(rate: number, beats: number, onBeat: () => void): Promise<void>;
}

/**
 * Starts a metronome, in a thread that sleeps until each beat. Timers of the event loop know whole milliseconds only: at
 * hundreds of beats a second they come in twos and threes, and requests that are sent so queue up by that alone.
 */
export function startMetronome(): Metronome {
  const thread = new Worker(new URL('metronome-thread.ts', import.meta.url));
  return {
    play(rate, beats, onBeat) {
      let left = beats;
      return new Promise((resolve) => {
        const hear = () => {
          onBeat();
          if (--left > 0) return;
          thread.off('message', hear);
          resolve();
        };
        thread.on('message', hear);
        thread.postMessage({ rate, beats } satisfies Score);
      });
    },
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
