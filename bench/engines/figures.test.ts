import { describe, expect, it } from 'vitest';
import { figuresOf, pacedRowsOf, rowsOf, type Total } from './figures.ts';

/** A hundred answers of 1 to 100 ms in two spells of half a second each. */
const total = (factor = 1): Total => {
  const latencies = Array.from({ length: 100 }, (_, index) => (index + 1) * factor);
  return {
    spells: [
      { seconds: 0.5, requests: 50, latencies: latencies.slice(50) },
      { seconds: 0.5, requests: 50, latencies: latencies.slice(0, 50) },
    ],
    cpu: 400 * factor,
    cpuInAll: 900 * factor,
    calls: 1_600,
    memory: 64 * 2 ** 20,
  };
};

const cellOf = (rows: ReturnType<typeof rowsOf>, subject: string, metric: string) =>
  rows.find((row) => row.subject === subject && row.metric === metric)?.value;

describe('the figures of a gateway', () => {
  it('are taken over all its spells', () => {
    expect(figuresOf(total())).toEqual({
      rate: 100,
      cpu: 4,
      cpuInAll: 9,
      calls: 16,
      busy: 40,
      p50: 51,
      p95: 96,
      p99: 100,
    });
  });

  it('count the CPU of requests whose latency does not', () => {
    const settling = { ...total(), spells: [{ seconds: 2, requests: 200, latencies: [1, 2, 3] }] };
    expect(figuresOf(settling)).toMatchObject({ rate: 100, cpu: 2, calls: 8, busy: 20, p50: 2 });
  });

  it('are set against the first gateway', () => {
    const measured = [
      { subject: 'stock', embedded: false, total: total(2) },
      { subject: 'embedded', embedded: true, total: total() },
    ];
    const rows = rowsOf('public, 50 at a time', measured, true);
    expect(cellOf(rows, 'embedded', 'CPU to stock')).toBe(0.5);
    expect(cellOf(rows, 'embedded', 'rate to stock')).toBe(1);
    expect(cellOf(rows, 'stock', 'CPU with subgraphs')).toBe(18);
    expect(cellOf(rows, 'stock', 'memory')).toBe(64);
    expect(cellOf(rows, 'stock', 'subgraph calls')).toBe(16);
    expect(cellOf(rows, 'embedded', 'subgraph calls')).toBeUndefined();
  });

  it('say how much worse the slowest answers are at a rate', () => {
    const rows = pacedRowsOf('public, at 70 %', [{ subject: 'stock', embedded: false, total: total() }]);
    expect(cellOf(rows, 'stock', 'p99 to p50')).toBeCloseTo(100 / 51);
  });

  it('say it of the spells apart, since not every one is disturbed', () => {
    const spellOf = (slowest: number, usual = 2) => ({
      seconds: 1,
      requests: 3,
      latencies: [slowest, usual, 1],
    });
    const disturbed = { ...total(), spells: [spellOf(90, 80), spellOf(4), spellOf(6)] };
    const rows = pacedRowsOf('public, at 70 %', [{ subject: 'stock', embedded: false, total: disturbed }]);
    expect(cellOf(rows, 'stock', '- in the middle spell')).toBe(3);
    expect(cellOf(rows, 'stock', '- in the calmest')).toBe(2);
  });
});
