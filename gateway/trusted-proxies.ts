import { isIP, isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The networks that have a name: those of the server's own check (the npm package proxy-addr). */
const NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * What is wrong with a list of proxies, comma-separated; empty when nothing is. What it lets through is what the HTTP
 * server takes, without the spellings of addresses that hardly anybody means, such as `10` for 0.0.0.10.
 */
export function faultOfProxies(text: string): string {
  const wrong = text
    .split(',')
    .map((each) => each.trim())
    .find((each) => !NAMES.includes(each) && !isNetwork(each));
  if (wrong === undefined) return '';
  return `${wrong || '(empty)'} is no address, no network such as 10.0.0.0/8, and none of ${NAMES.join(', ')}`;
}

function isNetwork(text: string): boolean {
  const slash = text.lastIndexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  if (!isIP(address) || !ipaddr.isValid(address)) return false;
  if (slash < 0) return true;
  const range = text.slice(slash + 1);
  if (isIPv4(address) && isIPv4(range))
    return (ipaddr.IPv4.parse(range).prefixLengthFromSubnetMask() ?? 0) > 0;
  return /^\d+$/.test(range) && Number(range) >= 1 && Number(range) <= (isIPv4(address) ? 32 : 128);
}
