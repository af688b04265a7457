import { describe, expect, it } from 'vitest';
import type { Row } from '../rows.ts';
import { chartOf } from './chart.ts';

const row = (workload: string, subject: string, metric: string, value: number): Row => ({
  suite: 'engines',
  workload,
  subject,
  metric,
  value,
  unit: '',
});
const draw = (rows: Row[]) =>
  chartOf(rows, {
    title: 'Side <by> side',
    footnote: 'In turn.',
    isOurs: (subject) => subject === 'compiled',
  });

/** The bars of a kind, by their widths. */
const widths = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<rect class="${kind}" [^>]*width="([\\d.]+)"`, 'g'))].map(([, width]) =>
    Number(width),
  );

describe('the chart', () => {
  it('draws bars as long as their values, each against the longest of its workload', () => {
    const svg = draw([
      row('public, 50 at a time', 'stock', 'CPU', 8),
      row('public, 50 at a time', 'compiled', 'CPU', 2),
      row('one-hop, 50 at a time', 'stock', 'CPU', 0.5),
    ]);
    const [stock = 0, oneHop] = widths(svg, 'others');
    expect(widths(svg, 'ours')[0]).toBeCloseTo(stock / 4, 0);
    expect(oneHop).toBe(stock);
  });

  it('draws the middle concurrency of a workload, and nothing of other kinds', () => {
    const svg = draw([
      row('public, 1 at a time', 'stock', 'CPU', 1),
      row('public, 200 at a time', 'stock', 'CPU', 2),
      row('public, 50 at a time', 'stock', 'CPU', 3),
      row('public, at 70 % of its highest rate', 'stock', 'CPU', 4),
    ]);
    expect(svg).toContain('>public, 50 at a time<');
    expect(widths(svg, 'others')).toHaveLength(1);
  });

  it('leaves out the bar of what was not measured', () => {
    const svg = draw([
      row('public, 50 at a time', 'stock', 'CPU', 1),
      row('public, 50 at a time', 'compiled', 'rate', 100),
    ]);
    expect(widths(svg, 'others')).toHaveLength(1);
    expect(widths(svg, 'ours')).toHaveLength(1);
  });

  it('writes text so that it cannot be taken for markup', () => {
    expect(draw([])).toContain('<title>Side &lt;by&gt; side</title>');
  });

  it('says what one must know to read it', () => {
    expect(draw([])).toContain('>In turn.</text>');
  });

  it('has colours for dark surroundings', () => {
    expect(draw([])).toMatch(/prefers-color-scheme: dark/);
  });
});
