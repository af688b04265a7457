import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface Report {
  readonly name: string;
  /** What caught it. */
  readonly caught: string | null;
}

// `npm run test:differential` asks for 5,000 operations; DIFFERENTIAL_SEED replays one of a failure's report.
const operations = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 1_000);
const only = process.env.DIFFERENTIAL_SEED;
const [from, to] = only ? [Number(only), Number(only) + 1] : [0, operations];

/** In a process of its own, where a promise that nobody hears is noticed. */
function report(...args: readonly (string | number)[]): Report[] {
  const script = fileURLToPath(new URL('faults.ts', import.meta.url));
  const output = execFileSync(process.execPath, [script, ...args.map(String)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Report);
}

describe('the executor of the subgraphs', () => {
  test(`runs ${to - from} generated operations as graphql-js does: the same calls, answers and errors`, () => {
    expect(report(from, to, 'nothing')).toEqual([{ name: 'nothing', caught: null }]);
  }, 3_600_000);

  const planted = report(0, 500).filter(({ name }) => name !== 'nothing');

  test.each(planted)('would be caught by that if it $name', ({ caught }) => {
    expect(caught).not.toBeNull();
  });

  test('has ten mistakes at least that are caught', () => {
    expect(planted.length).toBeGreaterThan(10);
  });
});
