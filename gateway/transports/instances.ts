import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Pool } from 'undici';

/** Finds all addresses of a host name; it rejects when there is none. */
export type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>;

/** How instances are connected to. */
export interface InstancesOptions {
  /** Connections to an instance at most. */
  readonly connections: number;
  /** Milliseconds until an answer is given up: making a connection may take no longer. */
  readonly timeoutMs: number;
  /** Default: the system's resolver. */
  readonly resolve?: Resolve | undefined;
}

/** One running copy of a subgraph: an address that a URL names. */
export interface Instance {
  readonly pool: Pool;
  readonly path: string;
  /** Notes that it failed: it is left alone for a while, longer each time, unless all are resting. */
  failed(): void;
  /** Notes that it answered. */
  answered(): void;
  /** When it last answered; it may hang where that is long ago. */
  readonly answeredAt: number;
  resting(now: number): boolean;
  /** Whether it may be asked first: not while it rests, and after that by one request, until it answers. */
  mayBeFirst(now: number): boolean;
}

/** The copies of a subgraph. */
export interface Instances {
  /** All that are known, the one whose turn it is first, the resting ones last; empty until a name was looked up. */
  inTurn(): readonly Instance[];
  /** Those that are not among these, which failed or were none: names are looked up again first. */
  others(known: readonly Instance[]): Promise<readonly Instance[]>;
  close(): Promise<void>;
}

const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 16_000;
/** A name is looked up again, in the background, when the last time is longer ago than this. */
const FRESH_MS = 5_000;
/** When every address of a name fails it is looked up again at once, but not more often than this. */
const HURRIED_MS = 250;
/** Nobody waits longer than this for a resolver. */
const PATIENCE_MS = 1_000;

/**
 * Keeps a pool of connections to each address of each URL. A name may have several addresses, and other ones later, as
 * that of a service in Docker Compose or of a headless one in Kubernetes: new ones join, vanished ones leave once they
 * have answered what they were asked. A name that cannot be looked up keeps the addresses it had.
 */
export function createInstances(urls: readonly URL[], options: InstancesOptions): Instances {
  const { resolve = (hostname) => lookup(hostname, { all: true }) } = options;
  const fixed = urls.filter(isAddress).map((url) => createInstance(url, undefined, options));
  const names = urls
    .filter((url) => !isAddress(url))
    .map((url) => ({ url, known: new Map<string, Instance>() }));
  let turn = 0;
  let lookedUpAt = Number.NEGATIVE_INFINITY;
  let lookingUp: Promise<void> | undefined;

  const all = () =>
    names.length === 0 ? fixed : [...fixed, ...names.flatMap(({ known }) => [...known.values()])];

  async function lookUp({ url, known }: (typeof names)[number]): Promise<void> {
    const found = await resolve(url.hostname).catch(() => undefined);
    if (!found || found.length === 0) return;
    for (const { address, family } of found) {
      if (!known.has(address)) known.set(address, createInstance(url, { address, family }, options));
    }
    for (const [address, { pool }] of known) {
      if (found.some((each) => each.address === address)) continue;
      known.delete(address);
      void pool.close();
    }
  }

  /** Looks all names up, unless that was done less than `maxAge` ago or is under way. */
  async function refresh(maxAge: number): Promise<void> {
    if (!lookingUp) {
      if (Date.now() - lookedUpAt <= maxAge) return;
      lookingUp = Promise.all(names.map(lookUp)).then(() => {
        lookedUpAt = Date.now();
        lookingUp = undefined;
      });
    }
    await Promise.race([lookingUp, new Promise((give) => setTimeout(give, PATIENCE_MS).unref())]);
  }

  return {
    inTurn() {
      if (names.length > 0) void refresh(FRESH_MS);
      const known = all();
      if (known.length < 2) return known;
      const now = Date.now();
      turn = (turn + 1) % known.length;
      const [first, ...rest] = [...known.slice(turn), ...known.slice(0, turn)] as [Instance, ...Instance[]];
      if (first.mayBeFirst(now)) return [first, ...inOrder(rest, now)];
      return inOrder([...rest, first], now);
    },
    async others(known) {
      if (names.length > 0) await refresh(HURRIED_MS);
      return all().filter((instance) => !known.includes(instance));
    },
    async close() {
      await lookingUp;
      await Promise.all(all().map(({ pool }) => pool.destroy()));
    },
  };
}

const inOrder = (instances: readonly Instance[], now: number): Instance[] =>
  instances.toSorted((a, b) => Number(a.resting(now)) - Number(b.resting(now)));

const isAddress = ({ hostname }: URL) => isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;

function createInstance(
  { origin, pathname }: URL,
  pinned: { address: string; family: number } | undefined,
  { connections, timeoutMs }: InstancesOptions,
): Instance {
  // The URL's name stays in the Host header and in TLS; only where it leads is decided here.
  const lookup: LookupFunction = (_, { all }, done) => {
    const { address, family } = pinned as { address: string; family: number };
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const pool = new Pool(origin, {
    connections,
    // What stands between may balance by connections: none is kept for ever. Not by `clientTtl`: when all connections
    // are past it at once, undici 7 takes the next request into a queue that nothing serves.
    maxRequestsPerClient: 1_000,
    keepAliveTimeout: 30_000,
    // The one time limit is the request's own (`Deadline`). Undici's clock is coarse and may be early by half a second:
    // its limit would come first now and then, and be taken for an instance that cannot be reached.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: Math.min(timeoutMs, 2_000), ...(pinned && { lookup }) },
  });
  let failures = 0;
  let restsUntil = 0;
  let triedUntil = 0;
  let answeredAt = 0;
  const resting = (now: number) => now < restsUntil || now < triedUntil;
  return {
    pool,
    path: pathname,
    get answeredAt() {
      return answeredAt;
    },
    failed() {
      const now = Date.now();
      // Requests under way at the same time fail together: that is one failure.
      if (now < restsUntil) return;
      restsUntil = now + Math.min(FIRST_REST_MS * 2 ** failures++, LONGEST_REST_MS);
    },
    answered() {
      failures = 0;
      restsUntil = 0;
      triedUntil = 0;
      answeredAt = performance.now();
    },
    resting,
    mayBeFirst(now) {
      if (resting(now)) return false;
      if (failures > 0) triedUntil = now + FIRST_REST_MS;
      return true;
    },
  };
}
