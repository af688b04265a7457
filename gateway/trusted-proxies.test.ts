import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { faultOfProxies } from './trusted-proxies.ts';

const takes = (list: string): boolean => {
  try {
    Fastify({ trustProxy: list });
    return true;
  } catch {
    return false;
  }
};

describe('the proxies that are trusted', () => {
  it.each([
    '10.0.0.1',
    '10.0.0.0/8',
    '10.0.0.0/255.0.0.0',
    '::1',
    'fd00::/8',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    'loopback',
    'linklocal',
    'loopback, 192.0.2.7 ,uniquelocal',
  ])('are taken: %s', (list) => {
    expect(faultOfProxies(list)).toBe('');
    expect(takes(list)).toBe(true);
  });

  it.each([
    ['proxy.example.com', 'proxy.example.com'],
    ['loopback,10.0.0.300', '10.0.0.300'],
    ['10.0.0.0/33', '10.0.0.0/33'],
    ['10.0.0.0/0', '10.0.0.0/0'],
    ['10.0.0.0/255.0.255.0', '10.0.0.0/255.0.255.0'],
    ['10.0.0.0/', '10.0.0.0/'],
    ['fd00::/129', 'fd00::/129'],
    ['fd00::/255.0.0.0', 'fd00::/255.0.0.0'],
    ['Loopback', 'Loopback'],
    ['10.0.0.1 10.0.0.2', '10.0.0.1 10.0.0.2'],
  ])('are refused, as the server refuses them: %s', (list, wrong) => {
    expect(faultOfProxies(list)).toBe(
      `${wrong} is no address, no network such as 10.0.0.0/8, and none of loopback, linklocal, uniquelocal`,
    );
    expect(takes(list)).toBe(false);
  });

  it.each([
    ['10', '10 is'],
    ['10.0.0.1,', '(empty) is'],
    ['', '(empty) is'],
  ])('are refused where hardly anybody means them: "%s"', (list, message) => {
    expect(faultOfProxies(list)).toContain(message);
  });
});
