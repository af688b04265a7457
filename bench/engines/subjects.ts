import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { urlSettingOf } from '../../kit/server/supergraph-yaml.ts';
import { ownersOf, toFederation1 } from './schemas.ts';
import { LIMITS, type Place, type Subject } from './subject.ts';

/** Where the peers are, each with its own packages. */
export const PEERS = resolve(import.meta.dirname, '../peers');

/** Everything that can be compared. The first is what ratios are to. */
export const SUBJECTS: readonly Subject[] = [
  { name: 'stock', about: '@apollo/server and @apollo/gateway', folder: 'stock', program: nodePeer('stock') },
  { name: 'apollo', about: 'ours, with the reference engine', program: ours('apollo') },
  { name: 'compiled', about: 'ours, with its own engine', program: ours('compiled') },
  {
    name: 'hive',
    about: 'Hive Gateway with the planner of Hive Router, in Rust',
    folder: 'hive',
    program: hive(false),
  },
  {
    name: 'hive+dedupe',
    about: 'the same, as it comes: alike subgraph requests under way are one',
    folder: 'hive',
    dedupe: true,
    program: hive(true),
  },
  { name: 'mercurius', about: '@mercuriusjs/gateway', folder: 'mercurius', program: nodePeer('mercurius') },
  { name: 'grafbase', about: 'Grafbase Gateway, in Rust', folder: 'grafbase', program: grafbase(false) },
  {
    name: 'grafbase+dedupe',
    about: 'the same, as it comes: alike subgraph requests under way are one',
    folder: 'grafbase',
    dedupe: true,
    program: grafbase(true),
  },
  {
    name: 'embedded',
    about: 'ours, with its own engine and the subgraphs in one process',
    embedded: true,
    program: embedded,
  },
  {
    name: 'control',
    about: 'no gateway: the same millisecond of work for every request; at a rate only',
    control: true,
    program: control,
  },
];

const PRODUCTION = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' };

function ourEnv({ run, graph, port, directory }: Place): Record<string, string> {
  const supergraph = join(directory, 'supergraph.graphql');
  writeFileSync(supergraph, graph.supergraph.ours);
  return {
    ...PRODUCTION,
    ...run.keys.env,
    DATA_DIR: directory,
    ...graph.env,
    SUPERGRAPH: supergraph,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'warn',
    MAX_DEPTH: String(LIMITS.maxDepth),
    MAX_TOKENS: String(LIMITS.maxTokens),
  };
}

function ours(engine: string): Subject['program'] {
  return (place) => ({
    command: process.execPath,
    args: ['gateway/main.ts'],
    env: {
      ...ourEnv(place),
      ...Object.fromEntries(place.graph.subgraphs.map(({ name, url }) => [urlSettingOf(name), url])),
      ENGINE: engine,
    },
  });
}

function embedded(place: Place): ReturnType<Subject['program']> {
  const args = [place.graph.name === 'public' ? 'bench/engines/embedded.ts' : 'main.ts'];
  return { command: process.execPath, args, env: { ...ourEnv(place), ENGINE: 'compiled' } };
}

function control({ port }: Place): ReturnType<Subject['program']> {
  return { command: process.execPath, args: ['bench/engines/control.ts'], env: { PORT: String(port) } };
}

/** What a peer is told, as a file. */
function tell({ run, graph, port, directory }: Place, dedupe = false): string {
  const { jwks, jwksUrl, issuer, audience } = run.keys;
  const supergraph = join(directory, 'supergraph.graphql');
  writeFileSync(supergraph, graph.supergraph.plain);
  const owners = ownersOf(graph.subgraphs);
  const subgraphs = graph.subgraphs.map(({ name, url, sdl }) => ({
    name,
    url,
    federation1: toFederation1(sdl, (entity) => owners.get(entity) === name),
  }));
  const file = join(directory, 'place.json');
  writeFileSync(
    file,
    JSON.stringify({ port, supergraph, subgraphs, jwks, jwksUrl, issuer, audience, dedupe, ...LIMITS }),
  );
  return file;
}

function nodePeer(folder: string): Subject['program'] {
  return (place) => ({
    command: process.execPath,
    args: [join(PEERS, folder, 'serve.js'), tell(place)],
    env: PRODUCTION,
  });
}

function hive(dedupe: boolean): Subject['program'] {
  return (place) => ({
    command: process.execPath,
    args: [
      join(PEERS, 'hive/node_modules/@graphql-hive/gateway/dist/bin.js'),
      ...['supergraph', join(place.directory, 'supergraph.graphql'), '--hive-router-runtime'],
      ...['--config-path', join(PEERS, 'hive/gateway.config.js')],
      ...['--host', '127.0.0.1', '--port', String(place.port)],
    ],
    env: { ...PRODUCTION, BENCH_PLACE: tell(place, dedupe), LOG_LEVEL: 'warn' },
  });
}

/**
 * Grafbase's development server, which npm has: the same engine as its gateway, which composes the graph by itself. Its
 * check of tokens is an extension that npm does not have, so it goes without.
 */
function grafbase(dedupe: boolean): Subject['program'] {
  return ({ graph, port, directory }) => {
    const subgraphs = graph.subgraphs.map(({ name, url, sdl }) => {
      writeFileSync(join(directory, `${name}.graphql`), sdl);
      return `[subgraphs.${name}]\nurl = "${url}"\nschema_path = "${name}.graphql"\n`;
    });
    const config = join(directory, 'grafbase.toml');
    writeFileSync(
      config,
      `${subgraphs.join('\n')}
[traffic_shaping]
inflight_deduplication = ${dedupe}

[operation_limits]
depth = ${LIMITS.maxDepth}

[operation_caching]
enabled = true
limit = 2000

[[headers]]
rule = "forward"
name = "authorization"
`,
    );
    mkdirSync(join(directory, 'home'), { recursive: true });
    return {
      command: join(PEERS, 'grafbase/node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase'),
      args: [
        '--home',
        join(directory, 'home'),
        'dev',
        '--config',
        config,
        '--listen-address',
        `127.0.0.1:${port}`,
      ],
      env: {},
      cwd: directory,
    };
  };
}
