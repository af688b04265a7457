import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { type Mariadb, startMariadb } from '../../tools/services/mariadb.ts';
import { type Rabbitmq, startRabbitmq } from '../../tools/services/rabbitmq.ts';
import { temporaryFolder } from '../process.ts';
import { type Deployment, isAlive, pause, startDeployment } from './deployment.ts';

const NAMES = readSupergraphYaml('supergraph.yaml').subgraphs.map(({ name }) => name);

const data = temporaryFolder();
let mariadb: Mariadb;
let rabbitmq: Rabbitmq;
beforeAll(async () => {
  mariadb = await startMariadb({ dataDir: join(data.path, 'mariadb') });
  rabbitmq = await startRabbitmq({ dataDir: join(data.path, 'rabbitmq') });
});
afterAll(async () => {
  await Promise.all([mariadb?.stop(), rabbitmq?.stop()]);
  data[Symbol.dispose]();
});

/** Starts all processes on MariaDB and RabbitMQ, with the sample data. */
const start = (...args: string[]) =>
  startDeployment(args, { DATABASE_URL: mariadb.url, BROKER_URL: rabbitmq.url, SEED: 'demo' });

describe('a process per subgraph', () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await start('--scale', 'preferences=2');
  });
  afterAll(() => deployment[Symbol.asyncDispose]());

  /** Ends a program as a crash would, or as an orchestrator does. */
  const kill = (name: string, signal: NodeJS.Signals = 'SIGKILL') =>
    process.kill(deployment.pidOf(name), signal);
  const isBack = (name: string, dead: number) =>
    expect.poll(() => deployment.pidOf(name), { timeout: 20_000 }).not.toBe(dead);

  it('answers one query from all of them', async () => {
    const { data, errors } = await deployment.ask();
    expect(errors).toBeUndefined();
    expect(data.user).toMatchObject({ firstName: 'Billye', subscription: { product: { name: 'Curio' } } });
  });

  it.each([
    ['preferences-2', 'SIGKILL'],
    ['preferences', 'SIGKILL'],
    ['preferences-2', 'SIGTERM'],
  ] as const)(
    'does not fail a single read when one of two, %s, gets a %s under load, and takes it back',
    async (name, signal) => {
      const dead = deployment.pidOf(name);
      const answers = await deployment.underLoad(async () => {
        await pause(300);
        kill(name, signal);
        await isBack(name, dead);
        await pause(300);
      });
      expect(answers.length).toBeGreaterThan(20);
      expect(answers.filter(({ status, errors }) => status !== 200 || errors)).toEqual([]);
    },
  );

  it.each(NAMES.filter((name) => name !== 'preferences'))(
    'answers everything but the part of %s while that is dead, names it, and heals with it',
    async (name) => {
      const dead = deployment.pidOf(name);
      const answers = await deployment.underLoad(async () => {
        await pause(300);
        kill(name);
        await isBack(name, dead);
      });
      const broken = answers.filter(({ errors }) => errors);
      expect(broken.length).toBeGreaterThan(0);
      for (const { status, errors = [], data } of answers) {
        expect(status).toBe(200);
        for (const { extensions, message } of errors) {
          expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', service: name });
          expect(message).toContain(name);
        }
        if (name !== 'users') expect(data.user).toMatchObject({ firstName: expect.any(String) });
      }
      expect((await deployment.ask()).errors).toBeUndefined();
    },
  );

  it('ends with everything that it started', async () => {
    const pids = [...NAMES, 'preferences-2', 'gateway'].map(deployment.pidOf);
    expect(pids.filter(isAlive)).toEqual(pids);
    deployment.program.child.kill('SIGINT');
    expect(await deployment.program.ended).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});

it('leaves nothing running even when it is killed itself', async () => {
  await using deployment = await start();
  const pids = [...NAMES, 'gateway'].map(deployment.pidOf);
  deployment.program.child.kill('SIGKILL');
  await expect.poll(() => pids.filter(isAlive), { timeout: 10_000 }).toEqual([]);
});
