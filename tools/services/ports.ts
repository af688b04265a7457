import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readlink, rm, symlink } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServicesError } from './errors.ts';

/** An inclusive range of TCP ports. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Below the range from which systems draw the ports of outgoing connections, so that a port stays free while unused. */
const DEFAULT_PORTS: PortRange = { first: 23_000, last: 23_999 };

const SLOW_MS = 2000;
const RETRY_MS = 10;

/** Reads `22000-22999`, or a single port. */
export function parsePortRange(text: string): PortRange {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (!match || first < 1 || last > 65_535 || last < first) {
    throw new ServicesError(`\`${text}\` is not a range of ports`, 'write it as 23000-23999');
  }
  return { first, last };
}

/** The range that SERVICES_PORTS names, if any. */
export function portRangeOfEnvironment(): PortRange | undefined {
  const text = process.env.SERVICES_PORTS;
  return text === undefined || text === '' ? undefined : parsePortRange(text);
}

/**
 * Whether nothing listens on the port of 127.0.0.1. Asked by a connection: who listens there to see, takes the port
 * from a server that is just about to.
 */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ port, host: '127.0.0.1', timeout: SLOW_MS });
    const answer = (isFree: boolean) => {
      probe.destroy();
      resolve(isFree);
    };
    probe.once('connect', () => answer(false));
    probe.once('timeout', () => answer(false));
    probe.once('error', ({ code }: NodeJS.ErrnoException) => answer(code === 'ECONNREFUSED'));
  });
}

/** Who holds which port, as symbolic links to the owners. Of each user's own, since nobody else could write there. */
const claims = (): string => join(tmpdir(), `tessera-ports-${userInfo().uid}`);

/**
 * Makes a port its owner's; false when somebody has it who still exists, be it the same owner, which may have picked it
 * for something else; a wish is that owner's very port. A server needs seconds until it listens, and
 * one that is down between two starts wants its port again: in the meantime the port looks free, but is not.
 */
async function claimPort(port: number, owner: string, isWish: boolean): Promise<boolean> {
  const link = join(claims(), String(port));
  const holder = await readlink(link).catch(() => null);
  if (holder === owner && isWish) return true;
  if (holder !== null && existsSync(holder)) return false;
  await rm(link, { force: true });
  await symlink(owner, link);
  return true;
}

/** Works while nobody else does: the kernel lets one socket have the name, and frees it when its process dies. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = createServer();
  for (;;) {
    lock.listen(`\0${claims()}`);
    try {
      await once(lock, 'listening');
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      await sleep(RETRY_MS);
    }
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

/**
 * Picks free ports of 127.0.0.1, as many as there are wishes; a wish is the port that was used before, kept if it is
 * still free and in the range.
 *
 * @param range without one, any wish is kept, and others are from 23000 to 23999
 * @param owner an absolute path: the folder that the ports are for, or a process's under /proc, by default this one's.
 * While it exists, nobody else is given its ports. It also says where the search begins.
 * @throws ServicesError when the range has too few.
 */
export function pickPorts<Wishes extends readonly (number | undefined)[]>(
  wishes: readonly [...Wishes],
  range?: PortRange,
  owner = `/proc/${process.pid}`,
): Promise<{ [Index in keyof Wishes]: number }> {
  const { first, last } = range ?? DEFAULT_PORTS;
  const seed = createHash('sha256').update(owner).digest().readUInt32BE();
  const size = last - first + 1;
  const picked: number[] = [];
  const isSpare = async (port: number, isWish: boolean): Promise<boolean> =>
    !picked.includes(port) && (await isPortFree(port)) && (await claimPort(port, owner, isWish));
  const isInRange = (port: number): boolean => range === undefined || (port >= first && port <= last);
  return alone(async () => {
    await mkdir(claims(), { recursive: true, mode: 0o700 });
    for (const wish of wishes) {
      let port = wish !== undefined && isInRange(wish) && (await isSpare(wish, true)) ? wish : undefined;
      for (let step = 0; port === undefined && step < size; step += 1) {
        const candidate = first + ((seed + step) % size);
        if (!wishes.includes(candidate) && (await isSpare(candidate, false))) port = candidate;
      }
      if (port === undefined) {
        throw new ServicesError(
          `too few free ports from ${first} to ${last}`,
          'choose other ports with --ports',
        );
      }
      picked.push(port);
    }
    return picked as { [Index in keyof Wishes]: number };
  });
}
