import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Connection } from 'rabbitmq-client';
import { failureFromLog } from './causes.ts';
import { ServicesError } from './errors.ts';
import { assertFreeSpace, readJson, writeJson } from './files.ts';
import { pathOf, RABBITMQ_PROGRAMS } from './packages.ts';
import { isPortFree, type PortRange, pickPorts, portRangeOfEnvironment } from './ports.ts';
import { endRecorded, findProcess, isRunning, type Launched, launch } from './processes.ts';
import { type Blueprint, ensureServer, findServer, type Server } from './server.ts';

const USER = 'tessera';
const PASSWORD = 'development';
const NEEDED_BYTES = 512 * 2 ** 20;

/** A private RabbitMQ node. */
export interface Rabbitmq extends Server {
  /** What BROKER_URL takes. */
  readonly url: string;
}

/** The ports of a node: AMQP for clients; the other two serve Erlang itself. All on 127.0.0.1. */
interface RabbitmqPorts {
  readonly port: number;
  readonly distributionPort: number;
  readonly epmdPort: number;
}

/** Where a RabbitMQ lives. */
export interface RabbitmqOptions {
  /** Everything that it writes goes here. */
  readonly dataDir: string;
  /** Where its ports on 127.0.0.1 are taken from; by default SERVICES_PORTS. Those of the last time are kept if they can be. */
  readonly ports?: PortRange | undefined;
}

const settingsFile = (folder: string): string => join(folder, 'settings.json');

/** The URL of a RabbitMQ that has our account. */
export const amqpUrl = (port: number): string => `amqp://${USER}:${PASSWORD}@127.0.0.1:${port}`;

/** The account that `amqpUrl` names. */
export const BROKER_ACCOUNT = { user: USER, password: PASSWORD } as const;

/** Signs in as a client; throws when the broker does not let it within 5 s. */
export async function amqpSignIn(url: string): Promise<void> {
  const connection = new Connection({ url, connectionTimeout: 5000 });
  // It retries by itself; without a listener, an error that follows the first would end the process.
  connection.on('error', () => {});
  try {
    await once(connection, 'connection', { signal: AbortSignal.timeout(5000) });
  } catch (error) {
    throw (error as Error).name === 'AbortError' ? new Error('no answer within 5 s') : error;
  } finally {
    connection.unsafeDestroy();
  }
}

/** The version, as Debian's layout names it: /usr/lib/rabbitmq/lib/rabbitmq_server-3.10.8/sbin/rabbitmq-server. */
function installedVersion(): string {
  const path = realpathSync(pathOf('rabbitmq-server'));
  return /rabbitmq_server-([^/]+)/.exec(path)?.[1] ?? 'of unknown version';
}

/** A clean environment, since RABBITMQ_* and ERL_* of the caller would lead the node to another one's files. */
function environmentOf(
  folder: string,
  { port, distributionPort, epmdPort }: RabbitmqPorts,
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    // Holds the cookie, the secret by which Erlang nodes know each other.
    HOME: join(folder, 'home'),
    ERL_EPMD_PORT: String(epmdPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: 'tessera@localhost',
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    // Standard output, which is the log file; else it would keep two.
    RABBITMQ_LOGS: '-',
    RABBITMQ_SCHEMA_DIR: join(folder, 'schema'),
    RABBITMQ_GENERATED_CONFIG_DIR: join(folder, 'config'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_CONFIG_FILES: join(folder, 'conf.d'),
    RABBITMQ_ADVANCED_CONFIG_FILE: join(folder, 'advanced.config'),
    RABBITMQ_CONF_ENV_FILE: join(folder, 'rabbitmq-env.conf'),
    // The start script then becomes the server instead of watching over it, as under any supervisor.
    RUNNING_UNDER_SYSTEMD: 'true',
  };
}

async function createFiles(folder: string): Promise<void> {
  for (const name of ['home', 'log', 'mnesia'])
    await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  const cookie = join(folder, 'home', '.erlang.cookie');
  // Erlang would make one from a weak random source, and refuses one that others may read.
  if (!existsSync(cookie)) await writeFile(cookie, randomBytes(30).toString('base64url'), { mode: 0o400 });
  await writeFile(join(folder, 'enabled_plugins'), '[].\n');
  const config = [
    `default_user = ${USER}`,
    `default_pass = ${PASSWORD}`,
    // Publishers are held back below this, so that the disk is never filled by a queue.
    'disk_free_limit.absolute = 200MB',
  ];
  await writeFile(join(folder, 'rabbitmq.conf'), `${config.join('\n')}\n`, { mode: 0o600 });
}

/** Starts the port mapper before the node does, which would leave one running that nobody knows. */
async function beginEpmd(folder: string, ports: RabbitmqPorts): Promise<void> {
  const recordFile = join(folder, 'epmd.json');
  if (await findProcess(recordFile)) return;
  const logFile = join(folder, 'log', 'epmd.log');
  const { record, logOffset } = await launch({
    command: pathOf('epmd'),
    args: ['-address', '127.0.0.1', '-port', String(ports.epmdPort)],
    env: environmentOf(folder, ports),
    cwd: folder,
    logFile,
    recordFile,
  });
  while (await isPortFree(ports.epmdPort)) {
    if (!isRunning(record)) throw await failureFromLog('epmd did not start', logFile, logOffset);
    await sleep(20);
  }
}

/** Ends the port mapper that a node left behind by dying. */
export async function endEpmd(folder: string): Promise<void> {
  await endRecorded(join(folder, 'epmd.json'), 5000);
}

function blueprintOf(folder: string, ports: RabbitmqPorts): Blueprint {
  const logFile = join(folder, 'log', 'rabbitmq.log');
  const recordFile = join(folder, 'process.json');
  return {
    name: 'RabbitMQ',
    port: ports.port,
    logFile,
    recordFile,
    begin: async (): Promise<Launched> => {
      await beginEpmd(folder, ports);
      return launch({
        command: pathOf('rabbitmq-server'),
        args: [],
        env: environmentOf(folder, ports),
        cwd: folder,
        logFile,
        recordFile,
      });
    },
    version: async () => {
      if (await isPortFree(ports.port)) throw new Error(`nothing listens on port ${ports.port}`);
      await amqpSignIn(amqpUrl(ports.port));
      return installedVersion();
    },
    endCompanions: () => endEpmd(folder),
  };
}

const withUrl = (server: Server): Rabbitmq =>
  Object.defineProperties(server, {
    url: { value: amqpUrl(server.port), enumerable: true },
  }) as Rabbitmq;

/** The RabbitMQ that runs on this data; null when none does. */
export async function findRabbitmq(dataDir: string): Promise<Rabbitmq | null> {
  const folder = resolve(dataDir);
  const ports = await readJson<RabbitmqPorts>(settingsFile(folder));
  const server = ports && (await findServer(blueprintOf(folder, ports)));
  return server && withUrl(server);
}

/**
 * Starts a private RabbitMQ on 127.0.0.1 and returns once it lets a client in; one that runs on this data already is
 * returned.
 *
 * It outlives the process that starts it: end it with `stop()` or `await using`.
 *
 * @throws ServicesError when it cannot run, with what to do.
 */
export async function startRabbitmq({
  dataDir,
  ports: range = portRangeOfEnvironment(),
}: RabbitmqOptions): Promise<Rabbitmq> {
  for (const program of RABBITMQ_PROGRAMS) pathOf(program);
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let ports = await readJson<RabbitmqPorts>(settingsFile(folder));
  if (!(await findProcess(join(folder, 'process.json'))) || !ports) {
    await endEpmd(folder);
    const [port, distributionPort, epmdPort] = await pickPorts(
      [ports?.port, ports?.distributionPort, ports?.epmdPort],
      range,
      folder,
    );
    ports = { port, distributionPort, epmdPort };
    await assertFreeSpace(folder, NEEDED_BYTES);
    await createFiles(folder);
    await writeJson(settingsFile(folder), ports);
  }
  return withUrl(await ensureServer(blueprintOf(folder, ports)));
}

/**
 * Adds a vhost, where nobody meets the queues of another, to the node that runs on this data.
 *
 * @returns what BROKER_URL takes
 */
export async function addVhost(dataDir: string, name: string): Promise<string> {
  const folder = resolve(dataDir);
  const ports = await readJson<RabbitmqPorts>(settingsFile(folder));
  if (!ports) throw new ServicesError('RabbitMQ does not run', 'start it with `npm run services -- up`');
  const [vhost, all, actor] = [name, '.*', 'tests'].map((text) => `<<"${text}">>`);
  const script = `rabbit_vhost:add(${vhost}, ${actor}),
    rabbit_auth_backend_internal:set_permissions(<<"${USER}">>, ${vhost}, ${all}, ${all}, ${all}, ${actor}).`;
  await promisify(execFile)(pathOf('rabbitmqctl'), ['--node', 'tessera@localhost', 'eval', script], {
    env: environmentOf(folder, ports),
  });
  return `${amqpUrl(ports.port)}/${encodeURIComponent(name)}`;
}
