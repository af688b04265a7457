import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { parseScale, planPrograms } from './programs.ts';

const { subgraphs } = readSupergraphYaml('supergraph.yaml');
const BROKER = { BROKER_URL: 'amqp://x' };
const plan = (options: Partial<Parameters<typeof planPrograms>[1]> = {}) =>
  planPrograms(subgraphs, { env: BROKER, scale: new Map(), ...options });

describe('the processes of a deployment', () => {
  it('are one for each subgraph at its port, its worker, and the gateway last, which knows where they are', async () => {
    const programs = await plan();
    expect(programs.map(({ name }) => name)).toEqual([
      ...subgraphs.map(({ name }) => name),
      ...subgraphs
        .filter(({ name }) => existsSync(`subgraphs/${name}/worker.ts`))
        .map(({ name }) => `${name}-worker`),
      'gateway',
    ]);
    expect(programs[0]).toMatchObject({
      name: 'users',
      file: 'subgraphs/users/main.ts',
      env: { USERS_PORT: '4001', USERS_HOST: '127.0.0.1' },
    });
    expect(programs.at(-1)?.env).toMatchObject({ ORDERS_URL: 'http://127.0.0.1:4005/graphql' });
  });

  it('are several for a subgraph that is scaled, the further ones on spare ports', async () => {
    const programs = await plan({ scale: parseScale(['orders=3'], ['orders']) });
    const orders = programs.filter(({ file }) => file === 'subgraphs/orders/main.ts');
    expect(orders.map(({ name }) => name)).toEqual(['orders', 'orders-2', 'orders-3']);
    const ports = orders.map(({ env }) => env.ORDERS_PORT);
    expect(new Set(ports).size).toBe(3);
    expect(programs.at(-1)?.env.ORDERS_URL).toBe(
      ports.map((port) => `http://127.0.0.1:${port}/graphql`).join(','),
    );
  });

  it('take the ports that they are given', async () => {
    const programs = await plan({
      ports: { first: 22_900, last: 22_999 },
      env: { ...BROKER, USERS_PORT: '22800' },
    });
    expect(programs[0]?.env.USERS_PORT).toBe('22800');
    const servers = programs.slice(1, -1).filter(({ file }) => file.endsWith('main.ts'));
    for (const { env } of servers) expect(Object.values(env).join()).toMatch(/\b229\d\d\b/);
  });
});

describe('a domain that exchanges events', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tessera-programs-'));
    mkdirSync(join(root, 'subgraphs/users'), { recursive: true });
    for (const file of ['index.ts', 'main.ts', 'schema.graphql'])
      cpSync(`subgraphs/users/${file}`, join(root, 'subgraphs/users', file));
    for (const file of ['events.ts', 'worker.ts']) writeFileSync(join(root, 'subgraphs/users', file), '');
    writeFileSync(
      join(root, 'supergraph.yaml'),
      'federation_version: =2.9.0\nsubgraphs:\n  users:\n    routing_url: http://127.0.0.1:1/\n    schema:\n      file: subgraphs/users/schema.graphql\n',
    );
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const planOfRoot = (env: Record<string, string>) =>
    planPrograms(readSupergraphYaml(join(root, 'supergraph.yaml')).subgraphs, { env, scale: new Map() });

  it('is refused without a broker, since its events would reach its own process alone', async () => {
    await expect(planOfRoot({})).rejects.toThrow(/^BROKER_URL must be set: /);
  });

  it('has its worker in a process of its own, which alone does the work', async () => {
    const [api, worker, ...others] = await planOfRoot(BROKER);
    expect([api?.name, worker?.name, ...others.map(({ name }) => name)]).toEqual([
      'users',
      'users-worker',
      'gateway',
    ]);
    expect(api?.env).toMatchObject({ USERS_PROCESSING: 'apart' });
    expect(worker?.env).toEqual({ USERS_HOST: '127.0.0.1' });
  });
});
