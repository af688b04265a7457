import { describe, expect, it } from 'vitest';
import { judge, RETRY_DELAYS_MS } from './verdict.ts';

const answer = (status: number | null, retryAfterMs: number | null = null) => ({
  status,
  error: status !== null && status < 300 ? null : 'why',
  retryAfterMs,
});

describe('the verdict on an attempt', () => {
  it.each([200, 204, 299])('is delivered for %i', (status) => {
    expect(judge(answer(status), 0, 0)).toEqual({ state: 'DELIVERED', status, error: null });
  });

  it.each([300, 302, 400, 403, 410, 499])('is failed at once for %i', (status) => {
    expect(judge(answer(status), 0, 0)).toEqual({ state: 'FAILED', status, error: 'why' });
  });

  it.each([null, 408, 429, 500, 503, 599])('is another attempt for %s', (status) => {
    expect(judge(answer(status), 0, 0)).toEqual({ state: 'PENDING', status, error: 'why', delayMs: 5_000 });
  });

  it('delays each attempt for longer than the one before, up to a fifth more at random', () => {
    const delays = RETRY_DELAYS_MS.map((_, attempts) => judge(answer(500), attempts, 0));
    expect(delays.map((verdict) => ('delayMs' in verdict ? verdict.delayMs : null))).toEqual(RETRY_DELAYS_MS);
    expect(RETRY_DELAYS_MS).toEqual([...RETRY_DELAYS_MS].sort((a, b) => a - b));
    expect(judge(answer(500), 0, 0.5)).toMatchObject({ delayMs: 5_500 });
  });

  it('gives up after the last', () => {
    expect(judge(answer(null), RETRY_DELAYS_MS.length, 0)).toEqual({
      state: 'FAILED',
      status: null,
      error: 'given up after 9 attempts: why',
    });
  });

  it('does what the receiver asks for where that is longer, but a day at most', () => {
    expect(judge(answer(503, 60_000), 0, 0)).toMatchObject({ delayMs: 60_000 });
    expect(judge(answer(503, 1_000), 0, 0)).toMatchObject({ delayMs: 5_000 });
    expect(judge(answer(503, 9e12), 0, 0)).toMatchObject({ delayMs: 86_400_000 });
  });
});
