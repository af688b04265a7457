import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import { run, temporaryFolder } from '../process.ts';
import { type Deployment, isAlive, pause, startDeployment } from './deployment.ts';

const NAMES = readSupergraphYaml('supergraph.yaml').subgraphs.map(({ name }) => name);

describe('a process per subgraph', () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await startDeployment(['--scale', 'preferences=2']);
  });
  afterAll(() => deployment[Symbol.asyncDispose]());

  /** Kills a program as a crash would. */
  const kill = (name: string) => process.kill(deployment.pidOf(name), 'SIGKILL');
  const isBack = (name: string, dead: number) =>
    expect.poll(() => deployment.pidOf(name), { timeout: 20_000 }).not.toBe(dead);

  it('answers one query from all of them', async () => {
    const { data, errors } = await deployment.ask();
    expect(errors).toBeUndefined();
    expect(data.user).toMatchObject({ firstName: 'Billye', subscription: { product: { name: 'Curio' } } });
  });

  it('does not fail a single read when an instance of two is killed under load, and takes it back', async () => {
    for (const name of ['preferences-2', 'preferences']) {
      const dead = deployment.pidOf(name);
      const answers = await deployment.underLoad(async () => {
        await pause(300);
        kill(name);
        await isBack(name, dead);
        await pause(300);
      });
      expect(answers.length).toBeGreaterThan(50);
      expect(answers.filter(({ status, errors }) => status !== 200 || errors)).toEqual([]);
    }
  });

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
  await using deployment = await startDeployment([]);
  const pids = [...NAMES, 'gateway'].map(deployment.pidOf);
  deployment.program.child.kill('SIGKILL');
  await expect.poll(() => pids.filter(isAlive), { timeout: 10_000 }).toEqual([]);
});

describe('a start that cannot work', () => {
  it.each([
    [['--scale', 'order=2'], {}, 'there is no subgraph order; there is users,'],
    [['--scale', 'orders=0'], {}, 'from 1 to 32 instances'],
    [['--ports', '22990-22991'], {}, 'too few free ports from 22990 to 22991'],
    [[], { DATABASE_URL: 'mysql://root@127.0.0.1/all' }, 'DATABASE_URL must hold {subgraph}'],
    [[], { ORDERS_DATABASE_URL: 'mysql://root@127.0.0.1:1/orders' }, 'orders: .*nobody listens there'],
    [[], { HOST: '0.0.0.0' }, 'must be set: keys are made locally only'],
  ])('is refused in one line: %j %j', async (args, env, message) => {
    using data = temporaryFolder();
    const settings = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: data.path, ...env };
    await using program = run(['tools/start-services.ts', '--ports', '22000-22999', ...args], settings);
    expect(await program.ended).toBeGreaterThan(0);
    expect(program.output().trim()).toMatch(new RegExp(`^.*${message}.*$`));
  });

  it('names a port that is taken', async () => {
    using data = temporaryFolder();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const settings = { DATA_DIR: data.path, PORT: String(port) };
    await using program = run(['tools/start-services.ts', '--ports', '22000-22999'], settings);
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`port ${port} is taken`);
    other.close();
  });
});
