import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface Report {
  readonly name: string;
  /** What caught it. */
  readonly caught: string | null;
}

const script = fileURLToPath(new URL('faults.ts', import.meta.url));
const output = execFileSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 2 ** 26 });
const reports = output
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Report);
const planted = reports.filter(({ name }) => name !== 'nothing');

describe('the differential suite', () => {
  test.each(planted)('catches an engine that $name', ({ caught }) => {
    expect(caught).not.toBeNull();
  });

  test('catches nothing in the engine as it is, and has ten faults at least to catch', () => {
    expect(reports.find(({ name }) => name === 'nothing')).toEqual({ name: 'nothing', caught: null });
    expect(planted.length).toBeGreaterThan(10);
  });
});
