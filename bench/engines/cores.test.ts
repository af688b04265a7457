import { expect, it } from 'vitest';
import { splitCores } from './cores.ts';

it.each([
  ['0-1', { serving: '1', asking: '0' }],
  ['0,2-4', { serving: '4', asking: '0,2,3' }],
  ['7', { serving: null, asking: null }],
])('gives of the cores %s the last one to what serves', (allowed, cores) => {
  expect(splitCores(allowed)).toEqual(cores);
});
