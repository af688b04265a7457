import { Pool } from 'undici';
import { signRequest } from '../../kit/viewer/signature.ts';
import type { Order } from './embedded.ts';

/** What a spell of load measured. */
export interface Spell {
  readonly requests: number;
  readonly seconds: number;
}

/** A way to put the same question over and over, `concurrency` at a time: a closed loop. */
export interface Load {
  /** The answer, as JSON. */
  ask(): Promise<string>;
  run(milliseconds: number): Promise<Spell>;
}

/** Asks over HTTP, as the gateway does; every answer must have the length that is expected. */
export function overHttp(address: string, operation: object, key: Buffer, concurrency: number): Load {
  const body = JSON.stringify(operation);
  const headers = () => ({
    'content-type': 'application/json',
    accept: 'application/json',
    'x-request-id': 'bench',
    ...signRequest(key, body, { viewer: null }, Date.now()),
  });
  const post = async (pool: Pool, signed: Record<string, string>) => {
    const response = await pool.request({ path: '/graphql', method: 'POST', headers: signed, body });
    return response.body.text();
  };
  let length: number | undefined;
  const ask = async () => {
    const pool = new Pool(address);
    const answer = await post(pool, headers()).finally(() => pool.destroy());
    length = answer.length;
    return answer;
  };
  return {
    ask,
    async run(milliseconds) {
      const pool = new Pool(address, { connections: concurrency });
      const signed = headers();
      const started = performance.now();
      let requests = 0;
      const client = async (): Promise<void> => {
        for (; performance.now() - started < milliseconds; requests++) {
          const answer = await post(pool, signed);
          if (answer.length !== length) throw new Error(`a wrong answer: ${answer.slice(0, 300)}`);
        }
      };
      await Promise.all(Array.from({ length: concurrency }, client));
      const seconds = (performance.now() - started) / 1000;
      await pool.destroy();
      return { requests, seconds };
    },
  };
}

/** Has `embedded.ts` ask itself. */
export function withinProcess(address: string, operation: Order['operation'], concurrency: number): Load {
  const order = async (milliseconds: number) => {
    const body = JSON.stringify({ operation, concurrency, milliseconds } satisfies Order);
    const response = await fetch(address, { method: 'POST', body });
    return (await response.json()) as Spell & { readonly answer: unknown };
  };
  return { ask: async () => JSON.stringify((await order(0)).answer), run: order };
}
