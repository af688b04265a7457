import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, type Environment, ownSetting } from '../config.ts';
import type { Subgraph, SubgraphFactory, SubgraphOptions } from './subgraph.ts';
import { type SubgraphEntry, SupergraphError } from './supergraph-yaml.ts';

/** A room's surface: beside the schema that supergraph.yaml names. */
const surfaceOf = ({ schemaFile }: SubgraphEntry) => join(dirname(schemaFile), 'index.ts');

/** Whether a subgraph's code is here; that of another repository is only called. */
export const hasRoom = (entry: SubgraphEntry): boolean => existsSync(surfaceOf(entry));

/**
 * Loads a subgraph's factory: the one thing that its index.ts exports.
 *
 * @throws SupergraphError when it exports anything else
 */
export async function loadRoom(entry: SubgraphEntry): Promise<SubgraphFactory> {
  const surface: Record<string, unknown> = await import(pathToFileURL(surfaceOf(entry)).href);
  const [create, ...others] = Object.values(surface);
  if (typeof create === 'function' && others.length === 0) return create as SubgraphFactory;
  throw new SupergraphError(
    `subgraphs/${entry.name}/index.ts must export one factory, made by defineSubgraph`,
  );
}

/**
 * Opens a subgraph for somebody who came for its database: that is made where it is missing and migrated, as at each
 * start, and what the domain does in the background is left to those who run it.
 */
export async function openAtRest(entry: SubgraphEntry, options: SubgraphOptions): Promise<Subgraph> {
  const create = await loadRoom(entry);
  const { env = process.env } = options;
  return create({ ...options, env: { ...env, [ownSetting(entry.name, 'PROCESSING')]: 'apart' } });
}

/** What says where a database is. */
const SOURCES = ['DATABASE_URL', 'DATABASE_SECRET_ID'];

/**
 * Refuses one database for several domains: each keeps the ledger of its own migrations there.
 *
 * @throws ConfigError that says how DATABASE_URL must look
 */
export function refuseSharedDatabase(entries: readonly SubgraphEntry[], env: Environment): void {
  const { DATABASE_URL: url, DATABASE_SECRET_ID: secret } = env;
  if ((!url && !secret) || [url, secret].some((each) => each?.includes('{subgraph}'))) return;
  const hasOwn = (name: string) => SOURCES.some((setting) => env[ownSetting(name, setting)]);
  if (entries.filter(({ name }) => !hasOwn(name)).length < 2) return;
  throw new ConfigError(
    secret
      ? 'DATABASE_SECRET_ID must hold {subgraph}, as in tessera/{subgraph}, or DATABASE_URL, for its database: each domain has a database of its own'
      : 'DATABASE_URL must hold {subgraph}, as in mysql://{subgraph}:password@host/{subgraph}: each domain has a database of its own',
  );
}

/**
 * Refuses to leave work to workers that hear of nothing: without a broker, messages stay in the process.
 *
 * @throws ConfigError that says what to set
 */
export function refuseUnreachableWorkers(
  entries: readonly Pick<SubgraphEntry, 'name'>[],
  env: Environment,
): void {
  if (env.BROKER_URL || env.BROKER_URL_FILE) return;
  const setting = entries
    .map(({ name }) => ownSetting(name, 'PROCESSING'))
    .find((each) => env[each] === 'apart');
  if (!setting) return;
  throw new ConfigError(`${setting}=apart needs BROKER_URL: without a broker no worker hears of anything`);
}
