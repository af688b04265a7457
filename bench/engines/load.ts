import { Pool } from 'undici';

/** What a spell of load measured. */
export interface Spell {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds, in ascending order. */
  readonly latencies: Float64Array;
}

/** Asks the same question over and over, `concurrency` at a time: a closed loop. */
export async function load(
  address: string,
  body: string,
  expected: string,
  concurrency: number,
  milliseconds: number,
): Promise<Spell> {
  const pool = new Pool(address, { connections: concurrency });
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + milliseconds;
  const ask = async (): Promise<void> => {
    while (performance.now() < deadline) {
      const before = performance.now();
      const answer = await post(pool, body);
      latencies.push(performance.now() - before);
      if (answer.length !== expected.length) throw new Error(`a wrong answer: ${answer.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, ask));
  const seconds = (performance.now() - started) / 1000;
  await pool.destroy();
  return { requests: latencies.length, seconds, latencies: Float64Array.from(latencies).sort() };
}

/** Asks once. */
export async function ask(address: string, body: string): Promise<string> {
  const pool = new Pool(address);
  try {
    return await post(pool, body);
  } finally {
    await pool.destroy();
  }
}

async function post(pool: Pool, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await pool.request({ path: '/graphql', method: 'POST', headers, body });
  return response.body.text();
}
