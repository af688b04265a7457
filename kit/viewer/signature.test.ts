import { describe, expect, it } from 'vitest';
import { deriveSubgraphKey, SIGNATURE_HEADERS, signRequest, verifyRequest } from './signature.ts';

const SECRET = 'a secret of at least 32 characters';
const key = deriveSubgraphKey(SECRET, 'users');
const viewer = { id: '123', scopes: ['admin'] };
const body = '{"query":"{ me { id } }"}';
const now = Date.parse('2026-01-01T00:00:00Z');

describe('a signed request', () => {
  it('carries its viewer, or none', () => {
    expect(verifyRequest(key, body, signRequest(key, body, viewer, now), now)).toEqual(viewer);
    expect(verifyRequest(key, body, signRequest(key, body, null, now), now)).toBeNull();
  });

  it.each([0, 30_000, -30_000])('holds %d ms after it was signed', (age) => {
    expect(verifyRequest(key, body, signRequest(key, body, viewer, now), now + age)).toEqual(viewer);
  });

  it.each([30_001, -30_001, 3_600_000])('is refused %d ms after it was signed', (age) => {
    expect(() => verifyRequest(key, body, signRequest(key, body, viewer, now), now + age)).toThrow('30 s');
  });

  it('is refused with another body', () => {
    expect(() => verifyRequest(key, `${body} `, signRequest(key, body, viewer, now), now)).toThrow(
      'does not match',
    );
  });

  it('is refused with another viewer, an added one, or another time', () => {
    const other = signRequest(key, body, { id: '1', scopes: ['admin'] }, now);
    const later = signRequest(key, body, viewer, now + 1);
    for (const header of [SIGNATURE_HEADERS.viewer, SIGNATURE_HEADERS.timestamp]) {
      const altered = {
        ...signRequest(key, body, viewer, now),
        [header]: (header === SIGNATURE_HEADERS.viewer ? other : later)[header],
      };
      expect(() => verifyRequest(key, body, altered, now)).toThrow('does not match');
    }
    const anonymous = signRequest(key, body, null, now);
    const promoted = { ...anonymous, [SIGNATURE_HEADERS.viewer]: other[SIGNATURE_HEADERS.viewer] };
    expect(() => verifyRequest(key, body, promoted, now)).toThrow('does not match');
  });

  it('is refused when it was signed for another subgraph, or with another secret', () => {
    for (const foreign of [deriveSubgraphKey(SECRET, 'orders'), deriveSubgraphKey(`${SECRET}!`, 'users')]) {
      expect(() => verifyRequest(key, body, signRequest(foreign, body, viewer, now), now)).toThrow(
        'does not match',
      );
    }
  });

  it.each(Object.values(SIGNATURE_HEADERS).slice(1))('is refused without its header %s', (header) => {
    const { [header]: _, ...rest } = signRequest(key, body, viewer, now);
    expect(() => verifyRequest(key, body, rest, now)).toThrow('not signed');
  });

  it('is refused when a header is given twice', () => {
    const headers = signRequest(key, body, viewer, now);
    const twice = {
      ...headers,
      [SIGNATURE_HEADERS.signature]: [headers[SIGNATURE_HEADERS.signature] as string, 'x'],
    };
    expect(() => verifyRequest(key, body, twice, now)).toThrow('not signed');
  });
});
