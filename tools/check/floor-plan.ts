import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';

/** What every subgraph's room has. */
const REQUIRED = [
  'README.md',
  'context.ts',
  'index.ts',
  'loaders.ts',
  'main.ts',
  'repository.ts',
  'resolvers',
  'schema.graphql',
  'seed.ts',
  'tests',
  'types.generated.ts',
];
/** What it has where the domain needs it. */
const OPTIONAL = [
  'config.ts',
  'definitions',
  'delivery',
  'errors.ts',
  'events.ts',
  'service',
  'service.ts',
  'worker.ts',
];

/**
 * Holds the subgraphs' folders against the floor plan. Other files are welcome beside their subject in lower case
 * (password.ts, password.test.ts); a folder or a room by another name is not.
 *
 * @returns what is off, a line each
 */
export function checkFloorPlan(root: string): string[] {
  const house = resolve(root, 'subgraphs');
  // A subgraph of another repository has its schema elsewhere, and no room here.
  const listed = readSupergraphYaml(join(root, 'supergraph.yaml'))
    .subgraphs.filter(({ schemaFile }) => schemaFile.startsWith(house + sep))
    .map(({ name }) => name);
  const rooms = readdirSync(join(root, 'subgraphs'), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  return [
    ...listed
      .filter((name) => !rooms.some((room) => room.name === name))
      .map((name) => `subgraphs/${name}: is in supergraph.yaml, but has no room`),
    ...rooms
      .filter((room) => !listed.includes(room.name))
      .map((room) => `subgraphs/${room.name}: is not in supergraph.yaml`),
    ...rooms.flatMap((room) => checkRoom(join(root, 'subgraphs', room.name), `subgraphs/${room.name}`)),
  ];
}

function checkRoom(folder: string, shown: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  const faults = REQUIRED.filter((name) => !names.has(name)).map((name) => `${shown}/${name}: is missing`);
  for (const entry of entries) {
    if (REQUIRED.includes(entry.name) || OPTIONAL.includes(entry.name)) continue;
    if (entry.isDirectory()) faults.push(`${shown}/${entry.name}/: the floor plan has no such room`);
    else if (!/^[a-z0-9-]+(\.services)?(\.test)?\.ts$/.test(entry.name))
      faults.push(`${shown}/${entry.name}: the floor plan has no such file`);
  }
  const stray = names.has('resolvers')
    ? readdirSync(join(folder, 'resolvers')).filter((file) => !/^([A-Z]\w*|index)(\.test)?\.ts$/.test(file))
    : [];
  return [...faults, ...stray.map((file) => `${shown}/resolvers/${file}: is not named as a GraphQL type`)];
}
