import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeLicenses } from './judge-licenses.ts';

const judge = (license: string | undefined, name = 'left-pad', more = {}) =>
  judgeLicenses({
    packages: { '': {}, [`node_modules/${name}`]: { version: '1.0.0', license, ...more } as object },
  }).faults;

describe('the licences of production dependencies', () => {
  it('are all allowed', () => {
    const { faults, counts } = judgeLicenses(JSON.parse(readFileSync('package-lock.json', 'utf8')));
    expect(faults).toEqual([]);
    expect(counts.get('MIT')).toBeGreaterThan(100);
  });

  it.each(['MIT', '(MIT OR GPL-3.0-only)', '(MIT AND BSD-3-Clause)'])('may be %s', (license) => {
    expect(judge(license)).toEqual([]);
  });

  it.each(['GPL-3.0-only', '(MIT AND AGPL-3.0-only)', 'SEE LICENSE IN LICENSE.md', 'UNLICENSED', undefined])(
    'may not be %s',
    (license) => {
      expect(judge(license)).toEqual([`left-pad 1.0.0: ${license ?? 'none'}`]);
    },
  );

  it('may be Elastic-2.0 for a package for which that was decided, and for no other', () => {
    expect(judge('Elastic-2.0', '@apollo/gateway')).toEqual([]);
    expect(judge('Elastic-2.0')).toEqual(['left-pad 1.0.0: Elastic-2.0']);
    expect(judge('SSPL-1.0', '@apollo/gateway')).toEqual(['@apollo/gateway 1.0.0: SSPL-1.0']);
  });

  it('do not matter for what only developers install, and do for what lies deeper', () => {
    expect(judge('GPL-3.0-only', 'left-pad', { dev: true })).toEqual([]);
    expect(judge('GPL-3.0-only', 'a/node_modules/@b/c')).toEqual(['@b/c 1.0.0: GPL-3.0-only']);
  });
});
