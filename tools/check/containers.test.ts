import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { lintDockerfile } from './containers.ts';

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  networks?: string[];
  user?: string;
  network_mode?: string;
  volumes?: string[];
}

const { services, volumes } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, object>;
};
const subgraphs = readSupergraphYaml('supergraph.yaml').subgraphs.map(({ name }) => name);

describe('the Dockerfile', () => {
  it('has no fault', () => {
    expect(lintDockerfile(readFileSync('Dockerfile', 'utf8'))).toEqual([]);
  });

  it.each([
    ['FROM node\nRUNS ls\n', 'Dockerfile:2: Unknown instruction: RUNS'],
    ['FROM node\nHEALTHCHECK --intervall=5s CMD ls\n', 'Dockerfile:2: Unknown flag: intervall'],
  ])('would be found faulty: %j', (text, fault) => {
    expect(lintDockerfile(text)).toEqual([fault]);
  });
});

describe('docker-compose.yml', () => {
  it('has a service for each subgraph, which the gateway knows', () => {
    for (const name of subgraphs) {
      expect(services[name]?.command).toEqual(['node', `subgraphs/${name}/main.ts`]);
      const setting = `${name.toUpperCase().replaceAll('-', '_')}_URL`;
      expect(services.gateway?.environment?.[setting]).toBe(`http://${name}:4000/graphql`);
    }
  });

  it('has a service for each worker', () => {
    for (const name of subgraphs.filter((each) => existsSync(`subgraphs/${each}/worker.ts`))) {
      expect(services[`${name}-worker`]?.command).toEqual(['node', `subgraphs/${name}/worker.ts`]);
    }
  });

  it('publishes the gateway and nothing else, and lets nothing reach the outside but that and who sends webhooks', () => {
    const named = Object.entries(services);
    expect(named.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['gateway']);
    for (const [name, { networks, network_mode }] of named) {
      if (!['gateway', 'notifications-worker'].includes(name))
        expect(networks ?? [network_mode], name).toEqual([name === 'keys' ? 'none' : 'inside']);
    }
  });

  it('runs what is ours as the user of the image, but for the keys, which are written into new volumes', () => {
    expect(Object.entries(services).filter(([, { user }]) => user)).toMatchObject([
      ['keys', { user: 'root' }],
    ]);
  });

  it('lets a container see its own keys alone, and keeps all of them in a volume', () => {
    const mounted = (name: string) =>
      (services[name]?.volumes ?? []).filter((each) => each.includes('TESSERA_KEYS'));
    for (const name of [...subgraphs, 'gateway', 'mysql', 'rabbitmq']) {
      expect(mounted(name), name).toEqual([
        expect.stringMatching(`^\\$\\{TESSERA_KEYS:-keys-\\}${name}:/.*:ro$`),
      ]);
      expect(mounted('keys')).toContain(`\${TESSERA_KEYS:-keys-}${name}:/keys/${name}`);
      expect(Object.keys(volumes)).toContain(`keys-${name}`);
    }
  });
});
