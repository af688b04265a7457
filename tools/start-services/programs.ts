import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ConfigError, type Environment, ownSetting } from '../../kit/config.ts';
import { hasRoom, refuseSharedDatabase } from '../../kit/server/room.ts';
import type { SubgraphEntry } from '../../kit/server/supergraph-yaml.ts';
import { UsageError } from '../run-tool.ts';
import { type PortRange, pickPorts } from '../services/ports.ts';
import type { Program } from './supervisor.ts';

/** Spare ports for further instances: beside those of supergraph.yaml, and below what systems draw ports from. */
const SPARE_PORTS: PortRange = { first: 4100, last: 4999 };

const MOST_INSTANCES = 32;

/** What to run. */
export interface ProgramsOptions {
  readonly env: Environment;
  /** How many instances of a subgraph, where that is not one. */
  readonly scale: ReadonlyMap<string, number>;
  /** All subgraphs take ports from here, instead of those in supergraph.yaml. */
  readonly ports?: PortRange | undefined;
}

/** Reads `orders=2`, once for each time the option was given. */
export function parseScale(texts: readonly string[], names: readonly string[]): Map<string, number> {
  return new Map(
    texts.map((text) => {
      const [, name = '', count = ''] = /^([\w-]+)=(\d+)$/.exec(text) ?? [];
      if (!name) throw new UsageError(`--scale ${text}: write it as --scale orders=2`);
      if (!names.includes(name)) {
        throw new UsageError(`--scale ${text}: there is no subgraph ${name}; there is ${names.join(', ')}`);
      }
      if (Number(count) < 1 || Number(count) > MOST_INSTANCES) {
        throw new UsageError(`--scale ${text}: from 1 to ${MOST_INSTANCES} instances`);
      }
      return [name, Number(count)];
    }),
  );
}

/**
 * The processes of a deployment on one machine: each subgraph whose code is here as often as `scale` says, its worker
 * where it has one, and the gateway, which is told where the instances are. Stopped in the reverse order: the gateway
 * first, so that it finds its subgraphs until its last answer.
 *
 * @throws ConfigError when the settings cannot work with several processes
 */
export async function planPrograms(
  entries: readonly SubgraphEntry[],
  { env, scale, ports }: ProgramsOptions,
): Promise<Program[]> {
  const rooms = entries.filter(hasRoom);
  const workers = rooms.filter((entry) => existsSync(fileOf(entry, 'worker.ts')));
  refuseSharedDatabase(rooms, env);
  if (
    rooms.some((entry) => existsSync(fileOf(entry, 'events.ts'))) &&
    !env.BROKER_URL &&
    !env.BROKER_URL_FILE
  ) {
    throw new ConfigError(
      'BROKER_URL must be set: events pass between processes through a broker (`npm run services -- up` starts one)',
    );
  }
  const instances = rooms.flatMap((entry) =>
    Array.from({ length: scale.get(entry.name) ?? 1 }, (_, index) => ({ entry, index })),
  );
  const wishes = instances.map(({ entry, index }) => {
    const own = env[ownSetting(entry.name, 'PORT')];
    if (index > 0 || (ports && !own)) return undefined;
    return Number(own ?? new URL(entry.routingUrl).port);
  });
  const picked = await pickPorts(
    wishes.filter((wish) => wish === undefined),
    ports ?? SPARE_PORTS,
  );
  const placed = instances.map((instance, i) => ({
    ...instance,
    port: wishes[i] ?? (picked.shift() as number),
  }));

  return [
    ...placed.map(({ entry, index, port }) => ({
      name: index === 0 ? entry.name : `${entry.name}-${index + 1}`,
      file: fileOf(entry, 'main.ts'),
      env: {
        ...subgraphEnvironment(entry, port, env),
        // What its worker does, the API's process need not.
        ...(workers.includes(entry) && { [ownSetting(entry.name, 'PROCESSING')]: 'apart' }),
      },
    })),
    ...workers.map((entry) => ({
      name: `${entry.name}-worker`,
      file: fileOf(entry, 'worker.ts'),
      env: hostOf(entry, env),
    })),
    {
      name: 'gateway',
      file: 'gateway/main.ts',
      env: Object.fromEntries(
        rooms.map((entry) => [
          ownSetting(entry.name, 'URL'),
          placed
            .filter((each) => each.entry === entry)
            .map(({ port }) => `http://127.0.0.1:${port}/graphql`)
            .join(','),
        ]),
      ),
    },
  ];
}

const subgraphEnvironment = (entry: SubgraphEntry, port: number, env: Environment) => ({
  [ownSetting(entry.name, 'PORT')]: String(port),
  ...hostOf(entry, env),
});

/** Only the gateway is for the outside: the others listen on loopback whatever HOST says, unless they are told themselves. */
function hostOf(entry: SubgraphEntry, env: Environment): Record<string, string> {
  const host = ownSetting(entry.name, 'HOST');
  return { [host]: env[host] || '127.0.0.1' };
}

const fileOf = ({ schemaFile }: SubgraphEntry, file: string) =>
  relative(process.cwd(), join(dirname(schemaFile), file));
