import { urlSettingOf } from '../../kit/server/supergraph-yaml.ts';

/** Where the containers are. */
export const CONTAINERS = 'docker-compose.yml';

/** What docker-compose.yml has for each subgraph, and where the next one's goes: behind the last or before a line. */
const PARTS: readonly { of(name: string): string; behind?: RegExp; before?: string }[] = [
  {
    of: (name) => `      ${urlSettingOf(name)}: http://${name}:4000/graphql\n`,
    behind: /(?: {6}[A-Z0-9_]+_URL: http:\/\/[\w-]+:4000\/graphql\n)+/,
  },
  {
    of: (name) => `      ${name}: { condition: service_healthy }\n`,
    behind: /(?:^ {6}[\w-]+: \{ condition: service_healthy \}\n)+/m,
  },
  {
    of: (name) => `  ${name}:
    <<: *subgraph
    command: ["node", "subgraphs/${name}/main.ts"]
    volumes: ["\${TESSERA_KEYS:-keys-}${name}:/run/keys:ro"]

`,
    before: '  # Makes the keys that are missing',
  },
  {
    of: (name) => `      - \${TESSERA_KEYS:-keys-}${name}:/keys/${name}\n`,
    before: `      - \${TESSERA_KEYS:-keys-}mysql:/keys/mysql\n`,
  },
  { of: (name) => `  keys-${name}: {}\n`, before: '  keys-mysql: {}\n' },
];

/** Adds a subgraph's service to docker-compose.yml, with its keys, and tells the gateway of it. */
export function addService(text: string, name: string): string {
  return PARTS.reduce((compose, { of, behind, before = '' }) => {
    const place = behind ? behind.exec(compose) : undefined;
    const at = place ? place.index + place[0].length : compose.indexOf(before);
    if (behind ? !place : at < 0) throw new Error(`${CONTAINERS} has no place for this:\n${of(name)}`);
    return compose.slice(0, at) + of(name) + compose.slice(at);
  }, text);
}

/** Takes a subgraph's service out of docker-compose.yml. */
export const removeService = (text: string, name: string): string =>
  PARTS.reduce((compose, { of }) => compose.replace(of(name), ''), text);
