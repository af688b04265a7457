import { run, temporaryFolder } from '../process.ts';

/** Has a part of every subgraph. */
const EVERYTHING = `query ($id: ID!) {
  user(id: $id) {
    firstName
    subscription { product { name } billing }
    preferences { theme region }
    orders(first: 1) { edges { node { status lines { quantity product { name } } } } }
    notifications(first: 1) { edges { node { title } } }
  }
  detections(first: 1) { edges { node { type } } }
  report(kind: ORDERS) { total }
  workflowRuns(first: 1) { edges { node { state } } }
}`;

/** An answer of the graph. */
export interface Answer {
  readonly status: number;
  readonly data: { user: Record<string, unknown> | null };
  readonly errors?: readonly {
    message: string;
    path: string[];
    extensions: { code: string; service: string };
  }[];
}

/** `npm run start:services`, in a data folder of its own. */
export interface Deployment extends AsyncDisposable {
  /** The supervisor's process, and what it printed. */
  readonly program: ReturnType<typeof run>;
  /** The process of a program, by its name in the log; of one that was started again, the present one. */
  pidOf(name: string): number;
  /** Asks every subgraph for something, and most of them about one customer. */
  ask(id?: string): Promise<Answer>;
  /** Keeps asking with eight requests at a time while `work` runs; gives every answer. */
  underLoad(work: () => Promise<unknown>): Promise<Answer[]>;
}

/** Starts a deployment and waits until all of it answers. */
export async function startDeployment(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Deployment> {
  const data = temporaryFolder();
  const settings = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: data.path, LOG_LEVEL: 'warn', ...env };
  const program = run(['tools/start-services.ts', '--ports', PORTS, ...args], settings);
  const [, address] = await program.printed(/graph\s+(http:\S+)\/graphql/);
  await program.printed(/Ctrl-C/);
  const issued = run(['tools/token.ts'], settings);
  await issued.ended;
  const token = issued.output().trim();

  const ask: Deployment['ask'] = async (id = '123') => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: EVERYTHING, variables: { id } }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  };
  return {
    program,
    pidOf(name) {
      const pids = [...program.output().matchAll(new RegExp(`^ *${name} .*\\(pid (\\d+)\\)`, 'gm'))];
      return Number(pids.at(-1)?.[1]);
    },
    ask,
    async underLoad(work) {
      const answers: Answer[] = [];
      let done = false;
      const client = async () => {
        while (!done) answers.push(await ask(String(1 + Math.floor(Math.random() * 1000))));
      };
      const clients = Array.from({ length: 8 }, client);
      try {
        await work();
      } finally {
        done = true;
        await Promise.all(clients);
      }
      return answers;
    },
    async [Symbol.asyncDispose]() {
      program.child.kill('SIGTERM');
      await program.ended;
      await program[Symbol.asyncDispose]();
      data[Symbol.dispose]();
    },
  };
}

/** Not those of a deployment that a developer runs beside the tests. */
const PORTS = '22000-22999';

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
