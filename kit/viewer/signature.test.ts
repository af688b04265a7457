import { describe, expect, it } from 'vitest';
import { askedBy, deriveSubgraphKey, SIGNATURE_HEADERS, signRequest, verifyRequest } from './signature.ts';

const SECRET = 'a secret of at least 32 characters';
const key = deriveSubgraphKey(SECRET, 'users');
const caller = { viewer: { id: '123', scopes: ['admin'] }, clientAddress: '203.0.113.7' };
const nobody = { viewer: null };
const body = '{"query":"{ me { id } }"}';
const now = Date.parse('2026-01-01T00:00:00Z');

describe('a signed request', () => {
  it('carries its viewer and the client’s address, or none', () => {
    expect(verifyRequest(key, 'POST', body, signRequest(key, body, caller, now), now)).toEqual(caller);
    expect(verifyRequest(key, 'POST', body, signRequest(key, body, nobody, now), now)).toEqual(nobody);
  });

  it.each([0, 30_000, -30_000])('holds %d ms after it was signed', (age) => {
    expect(verifyRequest(key, 'POST', body, signRequest(key, body, caller, now), now + age)).toEqual(caller);
  });

  it.each([30_001, -30_001, 3_600_000])('is refused %d ms after it was signed', (age) => {
    expect(() => verifyRequest(key, 'POST', body, signRequest(key, body, caller, now), now + age)).toThrow(
      '30 s',
    );
  });

  it('is refused with another body', () => {
    expect(() => verifyRequest(key, 'POST', `${body} `, signRequest(key, body, caller, now), now)).toThrow(
      'does not match',
    );
  });

  it('is refused with another viewer, an added one, another address, or another time', () => {
    const { viewer, client, timestamp } = SIGNATURE_HEADERS;
    const other = signRequest(
      key,
      body,
      { viewer: { id: '1', scopes: ['admin'] }, clientAddress: '203.0.113.8' },
      now + 1,
    );
    for (const header of [viewer, client, timestamp]) {
      const altered = { ...signRequest(key, body, caller, now), [header]: other[header] };
      expect(() => verifyRequest(key, 'POST', body, altered, now)).toThrow('does not match');
    }
    const anonymous = signRequest(key, body, nobody, now);
    const promoted = { ...anonymous, [viewer]: other[viewer] };
    expect(() => verifyRequest(key, 'POST', body, promoted, now)).toThrow('does not match');
  });

  it('is refused with another method or query string', () => {
    const signed = signRequest(key, '', caller, now);
    for (const [method, url] of [
      ['GET', '/graphql'],
      ['POST', '/graphql?query={users{edges{node{id}}}}'],
      ['GET', '/graphql?query={users{edges{node{id}}}}'],
    ] as const)
      expect(() => verifyRequest(key, askedBy(method, url), '', signed, now)).toThrow('does not match');
    const asked = askedBy('GET', '/graphql?query={me{id}}');
    expect(verifyRequest(key, asked, '', signRequest(key, '', caller, now, asked), now)).toEqual(caller);
  });

  it('is refused when it was signed for another subgraph, or with another secret', () => {
    for (const foreign of [deriveSubgraphKey(SECRET, 'orders'), deriveSubgraphKey(`${SECRET}!`, 'users')]) {
      expect(() => verifyRequest(key, 'POST', body, signRequest(foreign, body, caller, now), now)).toThrow(
        'does not match',
      );
    }
  });

  it.each([SIGNATURE_HEADERS.timestamp, SIGNATURE_HEADERS.signature])(
    'is refused without its header %s',
    (header) => {
      const { [header]: _, ...rest } = signRequest(key, body, caller, now);
      expect(() => verifyRequest(key, 'POST', body, rest, now)).toThrow('not signed');
    },
  );

  it('is refused when a header is given twice', () => {
    const headers = signRequest(key, body, caller, now);
    const twice = {
      ...headers,
      [SIGNATURE_HEADERS.signature]: [headers[SIGNATURE_HEADERS.signature] as string, 'x'],
    };
    expect(() => verifyRequest(key, 'POST', body, twice, now)).toThrow('not signed');
  });
});
