import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { explain } from './causes.ts';
import type { Engine, ServiceStatus } from './engine.ts';
import { ServicesError } from './errors.ts';
import { readJson, writeJson } from './files.ts';
import { applyInitSql, mysqlUrls, mysqlVersion } from './mariadb.ts';
import { pickPorts } from './ports.ts';
import { amqpSignIn, amqpUrl, BROKER_ACCOUNT } from './rabbitmq.ts';

const COMPOSE_FILE = fileURLToPath(new URL('./compose.yaml', import.meta.url));
const START_MS = 120_000;
const run = promisify(execFile);

/** What `compose.yaml` is given, and what leads to the containers afterwards. */
export interface ComposeSettings {
  readonly mariadbPort: number;
  readonly amqpPort: number;
  readonly adminPassword: string;
}

/** The variables of compose.yaml. */
export function composeEnvironment(settings: ComposeSettings): Record<string, string> {
  return {
    TESSERA_MARIADB_PORT: String(settings.mariadbPort),
    TESSERA_AMQP_PORT: String(settings.amqpPort),
    TESSERA_ADMIN_PASSWORD: settings.adminPassword,
    TESSERA_BROKER_USER: BROKER_ACCOUNT.user,
    TESSERA_BROKER_PASSWORD: BROKER_ACCOUNT.password,
  };
}

/** Whether a Docker engine answers within 5 s, and Compose is there to talk to it. */
export async function dockerAnswers(): Promise<boolean> {
  try {
    await run('docker', ['info', '--format', '{{.ServerVersion}}'], { timeout: 5000 });
    await run('docker', ['compose', 'version'], { timeout: 5000 });
    return true;
  } catch {
    return false;
  }
}

interface Container {
  readonly Service: string;
  readonly State: string;
  readonly CreatedAt?: string;
}

/** The services as containers. Their data lies in Docker's volumes, since files of a container belong to its users. */
export function createDockerEngine(servicesDir: string): Engine {
  const folder = resolve(servicesDir);
  const settingsFile = join(folder, 'docker.json');
  const project = `tessera-services-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;

  const compose = async (args: string[], settings: ComposeSettings): Promise<string> => {
    try {
      const { stdout } = await run('docker', ['compose', '-p', project, '-f', COMPOSE_FILE, ...args], {
        env: { ...process.env, ...composeEnvironment(settings) },
        maxBuffer: 2 ** 24,
      });
      return stdout;
    } catch (error) {
      const { problem, remedy } = explain(String((error as { stderr?: string }).stderr ?? error));
      throw new ServicesError(`docker compose ${args[0]} failed: ${problem}`, remedy);
    }
  };
  const containers = async (settings: ComposeSettings): Promise<Container[]> =>
    parseContainers(await compose(['ps', '--all', '--format', 'json'], settings));

  return {
    name: 'docker',
    up: async (range, { note, during }) => {
      const last = await readJson<ComposeSettings>(settingsFile);
      const running = last ? (await containers(last)).filter(({ State }) => State === 'running') : [];
      if (last && running.length === 2) {
        await untilBothAnswer(last);
        note('MariaDB and RabbitMQ already run in Docker');
        return;
      }
      // A port that a container of ours holds is not free, and must stay.
      const held = running.length > 0 && last ? ([last.mariadbPort, last.amqpPort] as const) : undefined;
      const [mariadbPort, amqpPort] =
        held ?? (await pickPorts([last?.mariadbPort, last?.amqpPort], range, folder));
      const adminPassword = last?.adminPassword ?? randomBytes(18).toString('base64url');
      const settings = { mariadbPort, amqpPort, adminPassword };
      await writeJson(settingsFile, settings);
      await during('starting MariaDB and RabbitMQ in Docker', startContainers(settings));
    },
    down: async (purge, { during }) => {
      const settings = await readJson<ComposeSettings>(settingsFile);
      if (!settings) return [];
      const running = (await containers(settings)).filter(({ State }) => State === 'running');
      const args = ['down', ...(purge ? ['--volumes'] : [])];
      await during('stopping the containers', compose(args, settings));
      if (purge) await rm(settingsFile, { force: true });
      return running.map(({ Service }) => NAMES[Service] ?? Service);
    },
    status: async () => {
      const settings = await readJson<ComposeSettings>(settingsFile);
      if (!settings) return { engine: 'docker', services: [gone('MariaDB'), gone('RabbitMQ')], urls: null };
      const found = await containers(settings);
      const { url, adminUrl } = mysqlUrls(settings.mariadbPort, settings.adminPassword);
      const broker = amqpUrl(settings.amqpPort);
      const of = (service: string): Container | undefined =>
        found.find(({ Service, State }) => Service === service && State === 'running');
      const services = await Promise.all([
        statusOf('MariaDB', of('mariadb'), settings.mariadbPort, () => mysqlVersion(adminUrl)),
        statusOf('RabbitMQ', of('rabbitmq'), settings.amqpPort, async () => {
          await amqpSignIn(broker);
          return (await compose(['exec', '-T', 'rabbitmq', 'rabbitmqctl', 'version'], settings)).trim();
        }),
      ]);
      const urls = { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl, BROKER_URL: broker };
      return { engine: 'docker', services, urls: services.every(({ running }) => running) ? urls : null };
    },
  };

  async function startContainers(settings: ComposeSettings): Promise<void> {
    await compose(['up', '--detach', '--quiet-pull'], settings);
    await untilBothAnswer(settings);
  }
}

const NAMES: Readonly<Record<string, string>> = { mariadb: 'MariaDB', rabbitmq: 'RabbitMQ' };

const gone = (name: ServiceStatus['name']): ServiceStatus => ({ name, running: false, healthy: false });

/** Compose writes one JSON document a line; before 2.21, one array. */
export function parseContainers(output: string): Container[] {
  const text = output.trim();
  if (text.startsWith('[')) return JSON.parse(text) as Container[];
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Container);
}

async function untilBothAnswer({ mariadbPort, amqpPort, adminPassword }: ComposeSettings): Promise<void> {
  const { adminUrl } = mysqlUrls(mariadbPort, adminPassword);
  await Promise.all([
    untilItAnswers('MariaDB', () => applyInitSql(adminUrl)),
    untilItAnswers('RabbitMQ', () => amqpSignIn(amqpUrl(amqpPort))),
  ]);
}

async function untilItAnswers(name: string, ask: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (true) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new ServicesError(
          `${name} does not answer after ${START_MS / 1000} s (${reason})`,
          'see its container with `docker logs`',
        );
      }
      await sleep(250);
    }
  }
}

async function statusOf(
  name: ServiceStatus['name'],
  container: Container | undefined,
  port: number,
  version: () => Promise<string>,
): Promise<ServiceStatus> {
  if (!container) return gone(name);
  const since = container.CreatedAt ? { since: container.CreatedAt } : {};
  const known = { name, running: true, port, ...since };
  try {
    return { ...known, healthy: true, version: await version() };
  } catch (error) {
    return { ...known, healthy: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
