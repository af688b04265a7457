import { describe, expect, it } from 'vitest';
import { admin, customer } from '../testing/subgraph.ts';
import { requireOwner } from './viewer.ts';

const codeOf = (check: () => void): unknown => {
  try {
    check();
    return 'passed';
  } catch (error) {
    return (error as { extensions?: { code?: string } }).extensions?.code;
  }
};

describe('requireOwner', () => {
  it('lets owners and admins pass', () => {
    expect(codeOf(() => requireOwner(customer('1'), '1'))).toBe('passed');
    expect(codeOf(() => requireOwner(admin, '1'))).toBe('passed');
  });

  it('refuses another customer, and whoever has no token', () => {
    expect(codeOf(() => requireOwner(customer('2'), '1'))).toBe('FORBIDDEN');
    expect(codeOf(() => requireOwner(null, '1'))).toBe('UNAUTHENTICATED');
  });

  it('lets admins alone pass where a row is nobody’s', () => {
    expect(codeOf(() => requireOwner(admin, null))).toBe('passed');
    expect(codeOf(() => requireOwner(customer('1'), null))).toBe('FORBIDDEN');
    expect(codeOf(() => requireOwner(null, null))).toBe('UNAUTHENTICATED');
  });
});
