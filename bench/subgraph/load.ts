import { Pool } from 'undici';

/** What a spell of load measured. */
export interface Spell {
  readonly requests: number;
  readonly seconds: number;
}

/** A request in full; `headers` may change from request to request. */
export interface Question {
  readonly body: string;
  readonly headers: () => Readonly<Record<string, string>>;
}

/** Asks the same question over and over, `concurrency` at a time: a closed loop. */
export async function load(
  address: string,
  question: Question,
  expected: string,
  concurrency: number,
  milliseconds: number,
): Promise<Spell> {
  const pool = new Pool(address, { connections: concurrency });
  const headers = question.headers();
  const started = performance.now();
  let requests = 0;
  const client = async (): Promise<void> => {
    for (; performance.now() - started < milliseconds; requests++) {
      const answer = await post(pool, question.body, headers);
      if (answer.length !== expected.length) throw new Error(`a wrong answer: ${answer.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  const seconds = (performance.now() - started) / 1000;
  await pool.destroy();
  return { requests, seconds };
}

/** Asks once. */
export async function ask(address: string, { body, headers }: Question): Promise<string> {
  const pool = new Pool(address);
  try {
    return await post(pool, body, headers());
  } finally {
    await pool.destroy();
  }
}

async function post(pool: Pool, body: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const response = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  });
  return response.body.text();
}
