import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const deriveKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

// OWASP's password storage cheat sheet: N=2^14, r=8, p=5 costs an attacker as much as N=2^17, p=1, with 16 MiB a check.
const COST = { N: 16_384, r: 8, p: 5 };
const LENGTH = 32;

/** Hashes a password with scrypt (RFC 7914) and a new salt, as `N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return write(salt, await deriveKey(password, salt, LENGTH, COST));
}

const write = (salt: Buffer, hash: Buffer) =>
  [COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');

/** Whether a password has this hash, in a time that does not tell how close it is. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [N, r, p, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await deriveKey(password, Buffer.from(salt, 'base64url'), LENGTH, cost);
  return expected.length === LENGTH && timingSafeEqual(actual, expected);
}

/** Whether a hash costs an attacker less than one that is made today. */
export function isWeak(stored: string): boolean {
  const [N, r, p] = stored.split('$').map(Number);
  return Number(N) * Number(r) * Number(p) < COST.N * COST.r * COST.p;
}

/** The hash of no password: what a login is checked against when there is no such user, so that both take as long. */
export const UNKNOWN_USER_HASH = write(randomBytes(16), randomBytes(LENGTH));
