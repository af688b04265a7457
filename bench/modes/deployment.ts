import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Pool } from 'undici';

/** A running Tessera, in whatever mode. */
export interface Deployment {
  readonly child: ChildProcess;
  /** Asks for everything about one customer; throws when the answer is not whole. */
  ask(id: number): Promise<void>;
  /** SQL statements that it has sent since its start; counted at LOG_LEVEL=trace only. */
  statements(): number;
  stop(): Promise<void>;
}

/** Clients at a time. */
export const CONNECTIONS = 16;

/** Starts a program that greets with its graph's address, and waits for that. */
export async function startDeployment(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  query: string,
): Promise<Deployment> {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', SEED: 'demo', LOG_LEVEL: 'error', ...settings };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = countStatements(child);
  const address = await firstMatch(child, /graph\s+(http:\S+)\/graphql/);
  const issued = spawn(process.execPath, ['tools/token.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const authorization = `Bearer ${await firstMatch(issued, /(\S+\.\S+\.\S+)/)}`;
  const pool = new Pool(address, { connections: CONNECTIONS });

  return {
    child,
    statements: lines,
    async ask(id) {
      const { body } = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables: { id: String(id) } }),
      });
      const { data, errors } = (await body.json()) as Answer;
      if (errors || data?.user?.id !== String(id)) throw new Error(`user ${id}: ${JSON.stringify(errors)}`);
    },
    async stop() {
      await pool.close();
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'close');
    },
  };
}

interface Answer {
  readonly data: { user: { id: string } | null } | null;
  readonly errors?: unknown;
}

/**
 * Of requests alone: what works in the background asks its database all the time. An entry of the log is a line of JSON,
 * or in the log of many processes a line with its message and one for each of its fields, `sql` the last.
 */
function countStatements(child: ChildProcess): () => number {
  let count = 0;
  let rest = '';
  let isStatement = false;
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      isStatement ||= line.includes('SQL statement');
      if (isStatement && /requestId"?:/.test(line)) {
        count++;
        isStatement = false;
      } else if (/\bsql"?:/.test(line)) isStatement = false;
    }
  });
  return () => count;
}

function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const look = (chunk: string) => {
      text += chunk;
      const match = pattern.exec(text);
      if (!match?.[1]) return;
      child.stdout?.off('data', look);
      resolve(match[1]);
    };
    child.stdout?.setEncoding('utf8').on('data', look);
    child.once('close', () => reject(new Error(`it ended before it printed ${pattern}: ${text}`)));
  });
}
