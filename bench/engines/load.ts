import { Pool } from 'undici';
import { type Door, openConnections } from './connections.ts';
import { startMetronome } from './metronome.ts';

export type { Door } from './connections.ts';

/** The first part of a load at a rate, which does not count: all its connections are made then. */
const SETTLING_MS = 1_000;

/** What a spell of load measured. */
export interface Spell {
  readonly seconds: number;
  /** How many were answered in that time. */
  readonly requests: number;
  /** Milliseconds of each that counts. */
  readonly latencies: readonly number[];
}

/** The bytes of the right answer to each body. */
export type Expected = readonly { readonly body: string; readonly bytes: number }[];

/** Asks over and over, `concurrency` at a time, each as soon as it has its answer: a closed loop. */
export async function load(
  gateway: Door,
  expected: Expected,
  concurrency: number,
  milliseconds: number,
): Promise<Spell> {
  using client = inRotation(gateway, expected, concurrency);
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + milliseconds;
  const ask = async (): Promise<void> => {
    while (performance.now() < deadline) {
      const before = performance.now();
      await client.ask();
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, ask));
  const seconds = (performance.now() - started) / 1000;
  return { seconds, requests: latencies.length, latencies };
}

/**
 * Asks at a rate, whatever becomes of the requests before: an open loop, in which a gateway that stalls does not hide what
 * it keeps waiting (coordinated omission). A latency begins when its request is handed over, be a connection free or not.
 */
export async function loadAtRate(
  gateway: Door,
  expected: Expected,
  rate: number,
  milliseconds: number,
): Promise<Spell> {
  await using metronome = startMetronome();
  using client = inRotation(gateway, expected, 200);
  const latencies: number[] = [];
  const asked: Promise<void>[] = [];
  const started = performance.now();
  const ask = async (): Promise<void> => {
    const before = performance.now();
    await client.ask();
    if (before >= started + SETTLING_MS) latencies.push(performance.now() - before);
  };
  await metronome.play(rate, Math.ceil((rate * (SETTLING_MS + milliseconds)) / 1000), () => {
    const asking = ask();
    // It is told of below, when all were sent.
    asking.catch(() => {});
    asked.push(asking);
  });
  await Promise.all(asked);
  return { seconds: (performance.now() - started) / 1000, requests: asked.length, latencies };
}

/** Asks each question once, in turn. */
export async function askAll(gateway: Door, bodies: readonly string[]): Promise<string[]> {
  const pool = new Pool(gateway.address);
  try {
    const answers: string[] = [];
    for (const body of bodies) {
      const { headers } = gateway;
      const answer = await pool.request({ path: '/graphql', method: 'POST', headers: { ...headers }, body });
      answers.push(await answer.body.text());
    }
    return answers;
  } finally {
    await pool.destroy();
  }
}

function inRotation(gateway: Door, expected: Expected, most: number) {
  const connections = openConnections(gateway, most);
  let number = 0;
  return {
    ask(): Promise<void> {
      const { body, bytes } = expected[number++ % expected.length] as Expected[number];
      return connections.ask(body, bytes);
    },
    [Symbol.dispose]: () => connections[Symbol.dispose](),
  };
}
