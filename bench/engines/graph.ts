import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { pickPorts } from '../../tools/services/ports.ts';
import { PUBLIC_SUBGRAPHS } from '../public-graph/schemas.ts';
import type { Cores } from './cores.ts';
import type { RunKeys } from './keys.ts';
import { startProgram } from './program.ts';
import { composeSubgraphs, type SubgraphAddress, withoutAccessRules } from './schemas.ts';

/** What a run has in common. */
export interface Run {
  /** Of this run alone; removed at its end. */
  readonly directory: string;
  readonly cores: Cores;
  readonly keys: RunKeys;
}

/** Running subgraphs: the same processes for every gateway. */
export interface Graph extends AsyncDisposable {
  readonly name: GraphName;
  readonly subgraphs: readonly SubgraphAddress[];
  /** What gateways boot from: ours with the access rules, the others without. */
  readonly supergraph: { readonly ours: string; readonly plain: string };
  /** The settings that lead our own processes to it. */
  readonly env: Readonly<Record<string, string>>;
  /** How often subgraphs were asked, so far. */
  calls(): Promise<number>;
  /** Milliseconds of CPU that its processes have used. */
  cpu(): number;
}

export type GraphName = 'public' | 'tessera';

/** The public benchmark's graph: subgraphs that answer from memory, on the cores that ask. */
async function startPublicGraph({ directory, cores }: Run): Promise<Graph> {
  const [port] = await pickPorts([undefined]);
  const count = `http://127.0.0.1:${port}/count`;
  const program = await startProgram({
    command: process.execPath,
    args: ['bench/public-graph/serve.ts'],
    env: { PORT: String(port), NODE_ENV: 'production' },
    cores: cores.asking,
    log: join(directory, 'public-graph.log'),
    ready: async () => (await fetch(count)).ok,
  });
  const subgraphs = Object.entries(PUBLIC_SUBGRAPHS).map(([name, sdl]) => ({
    name,
    url: `http://127.0.0.1:${port}/${name}`,
    sdl,
  }));
  const supergraph = composeSubgraphs(subgraphs);
  return {
    name: 'public',
    subgraphs,
    supergraph: { ours: supergraph, plain: supergraph },
    env: {},
    calls: async () => Number(await (await fetch(count)).text()),
    cpu: () => 0,
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}

/**
 * Tessera itself, with the sample data on SQLite: a process for each subgraph, on the core that serves, since in one
 * process they are there too. The subgraphs run as on a developer's machine, where they take the gateway's signature
 * (ours) or a token that holds (the others forward the client's).
 */
async function startTesseraGraph({ directory, cores, keys }: Run): Promise<Graph> {
  const env = { ...keys.env, DATA_DIR: join(directory, 'data'), SEED: 'demo', HOST: '127.0.0.1' };
  const stack = new AsyncDisposableStack();
  const domains = await Promise.all(
    readSupergraphYaml('supergraph.yaml').subgraphs.map(async ({ name, schemaFile }) => {
      const [port] = await pickPorts([undefined]);
      const count = `http://127.0.0.1:${port}/count`;
      const program = await startProgram({
        command: process.execPath,
        args: ['bench/engines/domain.ts', name],
        env: { ...env, PORT: String(port), NODE_ENV: '' },
        cores: cores.serving,
        log: join(directory, `${name}.log`),
        ready: async () => (await fetch(count)).ok,
      });
      stack.use(program);
      const sdl = withoutAccessRules(readFileSync(schemaFile, 'utf8'));
      return { program, count, subgraph: { name, url: `http://127.0.0.1:${port}/graphql`, sdl } };
    }),
  );
  const subgraphs = domains.map(({ subgraph }) => subgraph);
  return {
    name: 'tessera',
    subgraphs,
    supergraph: { ours: readFileSync('supergraph.graphql', 'utf8'), plain: composeSubgraphs(subgraphs) },
    env,
    async calls() {
      const each = await Promise.all(
        domains.map(async ({ count }) => Number(await (await fetch(count)).text())),
      );
      return each.reduce((sum, count) => sum + count, 0);
    },
    cpu: () => domains.reduce((sum, { program }) => sum + program.cpu(), 0),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export const startGraph: Readonly<Record<GraphName, (run: Run) => Promise<Graph>>> = {
  public: startPublicGraph,
  tessera: startTesseraGraph,
};
