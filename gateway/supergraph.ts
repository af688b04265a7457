import { existsSync, readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { ConfigError, type Environment } from '../kit/config.ts';
import { urlSettingOf } from '../kit/server/supergraph-yaml.ts';

/** A composed supergraph, and the subgraphs that it names. */
export interface Supergraph {
  readonly sdl: string;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
}

/**
 * Loads a supergraph from its file.
 *
 * @throws ConfigError when the file is missing, cannot be read or is no supergraph
 */
export function loadSupergraph(file: string): Supergraph {
  if (!existsSync(file)) throw new ConfigError(`SUPERGRAPH: ${file} does not exist: run \`npm run compose\``);
  let sdl: string;
  try {
    sdl = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `SUPERGRAPH: ${file} cannot be read (${code}): name a file that \`npm run compose\` wrote`,
    );
  }
  return parseSupergraph(sdl, file);
}

/** Reads the subgraphs from the `join__Graph` enum (https://specs.apollo.dev/join/v0.5). */
export function parseSupergraph(sdl: string, file = 'supergraph'): Supergraph {
  let definitions: ReturnType<typeof parse>['definitions'];
  try {
    ({ definitions } = parse(sdl, { noLocation: true }));
  } catch (error) {
    throw new ConfigError(
      `SUPERGRAPH: ${file} is not GraphQL (${(error as Error).message}): run \`npm run compose\``,
    );
  }
  const graphs = definitions.find(
    (each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) {
    throw new ConfigError(
      `SUPERGRAPH: ${file} is a schema, but not a composed supergraph: run \`npm run compose\``,
    );
  }
  const subgraphs = (graphs.values ?? []).map(({ directives = [] }) => {
    const given = directives.find(({ name }) => name.value === 'join__graph')?.arguments ?? [];
    const text = (argument: string) => {
      const value = given.find(({ name }) => name.value === argument)?.value;
      return value?.kind === Kind.STRING ? value.value : '';
    };
    return { name: text('name'), url: text('url') };
  });
  return { sdl, subgraphs };
}

/**
 * Where a subgraph's instances answer: `<NAME>_URL`, comma-separated, else its address in the supergraph.
 *
 * @throws ConfigError when one of them is not an HTTP address
 */
export function instancesOf({ name, url }: Supergraph['subgraphs'][number], env: Environment): URL[] {
  const setting = urlSettingOf(name);
  return (env[setting] || url).split(',').map((each) => {
    const address = each.trim();
    if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return new URL(address);
    throw new ConfigError(
      `${setting}: ${address || '(empty)'} is not an address such as http://${name}:4001/graphql`,
    );
  });
}
