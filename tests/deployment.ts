import { hasRoom } from '../kit/server/room.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import type { TestResponse } from '../kit/testing/response.ts';
import { loadKeys } from '../kit/viewer/keys.ts';
import { issueToken } from '../kit/viewer/token.ts';
import { ADMIN } from '../kit/viewer/viewer.ts';
import { type RunningProgram, run } from './process.ts';

/** The graph as a team deploys it: the gateway and each subgraph a process, spoken to over HTTP. */
export interface Deployment extends AsyncDisposable {
  /** By the subgraph's name; the gateway's is `gateway`. */
  readonly programs: ReadonlyMap<string, RunningProgram>;
  /** Asks as an administrator, over HTTP. */
  ask(query: string, variables?: object): Promise<{ readonly status: number; readonly answer: TestResponse }>;
}

/** Starts the deployment by its settings, which name the databases and, by DATA_DIR, a folder for keys. */
export async function startDeployment(settings: Readonly<Record<string, string>>): Promise<Deployment> {
  await using started = new AsyncDisposableStack();
  const programs = new Map<string, RunningProgram>();
  const begin = async (name: string, args: readonly string[], env: Record<string, string>) => {
    const program = started.use(run(args, { ...settings, ...env, PORT: '0', LOG_LEVEL: 'info' }));
    programs.set(name, program);
    const [, address = ''] = await program.printed(/is ready at (http:[^"\s]+)/);
    return `${address}/graphql`;
  };
  const names = readSupergraphYaml('supergraph.yaml')
    .subgraphs.filter(hasRoom)
    .map(({ name }) => name);
  const addresses = await Promise.all(
    names.map(
      async (name) =>
        [`${name.toUpperCase()}_URL`, await begin(name, ['tools/subgraph.ts', name], {})] as const,
    ),
  );
  const gateway = await begin('gateway', ['gateway/main.ts'], Object.fromEntries(addresses));
  const token = await issueToken(await loadKeys(settings), { id: ADMIN, scopes: [ADMIN] }, 3_600);
  const ending = started.move();
  return {
    programs,
    async ask(query, variables = {}) {
      const response = await fetch(gateway, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, answer: (await response.json()) as TestResponse };
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}
