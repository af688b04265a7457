import { parentPort } from 'node:worker_threads';

// Beats for its parent: see `startMetronome`.

/** So many beats at so many a second. */
export interface Score {
  readonly rate: number;
  readonly beats: number;
}

/** That nobody wakes: waiting for it is sleeping, to a fraction of a millisecond. */
const cell = new Int32Array(new SharedArrayBuffer(4));

parentPort?.on('message', ({ rate, beats }: Score) => {
  const started = performance.now();
  for (let beat = 0; beat < beats; beat++) {
    const due = started + (beat * 1000) / rate;
    for (let ahead = due - performance.now(); ahead > 0; ahead = due - performance.now())
      Atomics.wait(cell, 0, 0, ahead);
    parentPort?.postMessage(beat);
  }
});
