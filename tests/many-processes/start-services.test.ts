import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../process.ts';

/** Nobody listens there, which a start finds out last. */
const BROKER = { BROKER_URL: 'amqp://127.0.0.1:1' };

const PORTS = ['--ports', '22000-22899'];

describe.concurrent('a start of many processes that cannot work', { timeout: 60_000 }, () => {
  it.each([
    [['--scale', 'order=2'], {}, 'there is no subgraph order; there is users,'],
    [['--scale', 'orders=0'], {}, 'from 1 to 32 instances'],
    [['--ports', '22990-22991'], {}, 'too few free ports from 22990 to 22991'],
    [[], { DATABASE_URL: 'mysql://root@127.0.0.1/all' }, 'DATABASE_URL must hold {subgraph}'],
    [
      [],
      { ORDERS_DATABASE_URL: 'mysql://root@127.0.0.1:1/orders' },
      'database of orders .*nobody listens there',
    ],
    [[], { BROKER_URL: '' }, 'BROKER_URL must be set'],
    [[], { BROKER_URL: 'http://x' }, 'BROKER_URL: must look like amqp://'],
    [[], { HOST: '0.0.0.0' }, 'must be set: keys are made locally only'],
  ])('is refused in one line: %j %j', async (args, env, message) => {
    using data = temporaryFolder();
    const settings = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: data.path, ...BROKER, ...env };
    await using program = run(['tools/start-services.ts', ...PORTS, ...args], settings);
    expect(await program.ended).toBeGreaterThan(0);
    // What has started by then may say besides that nobody listens at the broker's address.
    expect(program.output()).toMatch(new RegExp(`^.*${message}.*$`, 'm'));
  });

  it('names a port that is taken', async () => {
    using data = temporaryFolder();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const settings = { ...BROKER, DATA_DIR: data.path, PORT: String(port) };
    await using program = run(['tools/start-services.ts', ...PORTS], settings);
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`port ${port} is taken`);
    other.close();
  });
});
