import { expect, it } from 'vitest';
import { startMetronome } from './metronome.ts';

it('a metronome beats at its rate, as often as it is told', async () => {
  await using metronome = startMetronome();
  for (const beats of [60, 30]) {
    const times: number[] = [];
    await metronome.play(600, beats, () => times.push(performance.now()));
    expect(times).toHaveLength(beats);
    // No beat before its time: what a busy machine makes late may come sooner after the one before it.
    expect((times.at(-1) as number) - (times[0] as number)).toBeGreaterThan(((beats - 6) * 1000) / 600);
  }
});
