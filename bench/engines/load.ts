import { setTimeout as sleep } from 'node:timers/promises';
import { type Dispatcher, Pool } from 'undici';
import type { RunningSubject } from './subject.ts';

/** Where a gateway is asked, and as whom. */
export type Door = Pick<RunningSubject, 'address' | 'headers'>;

/** The first part of a load at a rate, which does not count: all its connections are made then. */
const SETTLING_MS = 1_000;

/** A gateway that takes longer has failed. */
const PATIENCE_MS = 60_000;

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
  await using client = connect(gateway, expected, concurrency);
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
 * Asks at a rate, whatever becomes of the requests before: an open loop. A latency counts from the moment at which its
 * request was due, so that a gateway that stalls does not hide what it keeps waiting (coordinated omission).
 */
export async function loadAtRate(
  gateway: Door,
  expected: Expected,
  rate: number,
  milliseconds: number,
): Promise<Spell> {
  await using client = connect(gateway, expected, 200);
  const latencies: number[] = [];
  const asked: Promise<void>[] = [];
  const started = performance.now();
  const ask = async (due: number): Promise<void> => {
    await client.ask();
    if (due >= started + SETTLING_MS) latencies.push(performance.now() - due);
  };
  for (let number = 0; number < (rate * (SETTLING_MS + milliseconds)) / 1000; number++) {
    const due = started + (number * 1000) / rate;
    const ahead = due - performance.now();
    if (ahead > 1) await sleep(ahead);
    asked.push(ask(due));
  }
  await Promise.all(asked);
  return { seconds: (performance.now() - started) / 1000, requests: asked.length, latencies };
}

/** Asks each question once, in turn. */
export async function askAll(gateway: Door, bodies: readonly string[]): Promise<string[]> {
  const pool = new Pool(gateway.address);
  try {
    const answers: string[] = [];
    for (const body of bodies) {
      const answer = await pool.request(requestOf(gateway, body));
      answers.push(await answer.body.text());
    }
    return answers;
  } finally {
    await pool.destroy();
  }
}

function connect(gateway: Door, expected: Expected, connections: number) {
  const pool = new Pool(gateway.address, { connections });
  let number = 0;
  return {
    async ask(): Promise<void> {
      const { body, bytes } = expected[number++ % expected.length] as Expected[number];
      await new Promise<void>((resolve, reject) =>
        pool.dispatch(requestOf(gateway, body), new Counter(bytes, resolve, reject)),
      );
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}

const requestOf = ({ headers }: Door, body: string) =>
  ({ path: '/graphql', method: 'POST', headers: { ...headers }, body, headersTimeout: PATIENCE_MS }) as const;

/**
 * Counts an answer's bytes, and gives their memory back at once: left to the garbage collector, it stopped the load for so
 * long and so often that the latencies were the load's own.
 */
class Counter implements Dispatcher.DispatchHandler {
  readonly #expected: number;
  readonly #resolve: () => void;
  readonly #reject: (error: Error) => void;
  #bytes = 0;
  #beginning = '';
  readonly #read = new Set<ArrayBuffer>();

  constructor(expected: number, resolve: () => void, reject: (error: Error) => void) {
    this.#expected = expected;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(): void {
    this.#bytes = 0;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#bytes === 0) this.#beginning = chunk.toString('latin1', 0, 300);
    this.#bytes += chunk.length;
    // Smaller ones may be parts of a buffer that Node shares out.
    if (chunk.buffer.byteLength > Buffer.poolSize) this.#read.add(chunk.buffer as ArrayBuffer);
  }

  onResponseEnd(): void {
    if (this.#bytes === this.#expected) this.#resolve();
    else this.#reject(new Error(`a wrong answer: ${this.#beginning}`));
    // Once undici is done with it.
    setImmediate(() => {
      for (const each of this.#read) each.transfer(0);
    });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}
