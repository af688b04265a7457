import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { ServicesError } from './errors.ts';

/** An inclusive range of TCP ports. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Below the range from which systems draw the ports of outgoing connections, so that a port stays free while unused. */
export const DEFAULT_PORTS: PortRange = { first: 23_000, last: 23_999 };

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

/** Whether nothing listens on the port of 127.0.0.1. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Refuses a port on which something listens. */
export async function assertPortFree(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw new ServicesError(
    `port ${port} is taken by another program`,
    'end that program, or choose other ports with --ports',
  );
}

/**
 * Picks free ports of 127.0.0.1, as many as there are wishes; a wish is the port that was used before, kept if it is still free.
 *
 * The folder that the ports are for says where the search begins, so that two checkouts that start at once seldom want
 * the same port.
 */
export async function pickPorts(
  wishes: readonly (number | undefined)[],
  { first, last }: PortRange,
  folder: string,
): Promise<number[]> {
  const seed = createHash('sha256').update(folder).digest().readUInt32BE();
  const size = last - first + 1;
  const picked: number[] = [];
  const isSpare = async (port: number): Promise<boolean> =>
    !picked.includes(port) && (await isPortFree(port));
  for (const wish of wishes) {
    let port = wish !== undefined && (await isSpare(wish)) ? wish : undefined;
    for (let step = 0; port === undefined && step < size; step += 1) {
      const candidate = first + ((seed + step) % size);
      if (!wishes.includes(candidate) && (await isSpare(candidate))) port = candidate;
    }
    if (port === undefined) {
      throw new ServicesError(
        `too few free ports from ${first} to ${last}`,
        'choose other ports with --ports',
      );
    }
    picked.push(port);
  }
  return picked;
}

/** The ports that were asked for, which must be free, and for the others those of the last time or spare ones. */
export async function settlePorts(
  wanted: readonly (number | undefined)[],
  last: readonly (number | undefined)[],
  folder: string,
): Promise<number[]> {
  for (const port of wanted) if (port !== undefined) await assertPortFree(port);
  const wishes = wanted.map((port, index) => port ?? last[index]);
  return pickPorts(wishes, portRangeOfEnvironment() ?? DEFAULT_PORTS, folder);
}
