import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { faultOfCommandLine } from '../kit/command-line.ts';
import { explain } from './services/causes.ts';
import { createDockerEngine, dockerAnswers } from './services/docker-engine.ts';
import type { Engine, ServicesStatus } from './services/engine.ts';
import { ServicesError } from './services/errors.ts';
import { readJson, writeJson } from './services/files.ts';
import { withLock } from './services/lock.ts';
import { createPackagesEngine } from './services/packages-engine.ts';
import { parsePortRange, portRangeOfEnvironment } from './services/ports.ts';
import { createProgress } from './services/progress.ts';
import { exportLines, statusLines } from './services/report.ts';

const HELP = `Runs a private MariaDB and RabbitMQ for development and tests.

  npm run services -- up       start them, wait until they answer, print the settings that lead to them
  npm run services -- down     stop them; data stays
  npm run services -- status   what runs, where, since when, healthy or not (exit code 1 unless all is healthy)
  npm run -s services -- env   the settings as shell code: eval "$(npm run -s services -- env)"

  --json          the answer of up, status and env as JSON
  --ports A-B     choose ports from this range (or SERVICES_PORTS); otherwise those of the last time are kept, and
                  new ones are from 23000-23999
  --with ENGINE   docker or packages; otherwise Docker Compose where an engine answers, else Debian's packages, which
                  are installed when they are missing
  --purge         down: delete the data too (also --volumes)

Everything is in DATA_DIR/services (.data/services); with Docker, the data is in its volumes. They listen on 127.0.0.1
only. DATABASE_URL names a database and account for each subgraph (sql/mysql-init.sql), DATABASE_ADMIN_URL an account
that may create databases, BROKER_URL the broker.
`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  ports: { type: 'string' },
  with: { type: 'string' },
  purge: { type: 'boolean' },
  volumes: { type: 'boolean' },
} as const;

const folder = resolve(process.env.DATA_DIR || '.data', 'services');
const engineFile = join(folder, 'engine.json');
const progress = createProgress(process.stderr);
const print = (text: string): void => void process.stdout.write(text);

/** The engine that was used last and may still have something running. */
async function lastEngine(): Promise<Engine | null> {
  const last = await readJson<{ engine: Engine['name'] }>(engineFile);
  return last && createEngine(last.engine);
}

function createEngine(name: string): Engine {
  if (name === 'docker') return createDockerEngine(folder);
  if (name === 'packages') return createPackagesEngine(folder);
  throw new ServicesError(`there is no engine \`${name}\``, 'choose docker or packages');
}

async function chooseEngine(wanted: string | undefined): Promise<Engine> {
  const last = await lastEngine();
  const canAnswer = last?.name !== 'docker' || (await dockerAnswers());
  const isUsed = last !== null && canAnswer && (await last.status()).services.some(({ running }) => running);
  if (isUsed && wanted !== undefined && wanted !== last.name) {
    throw new ServicesError(`they run with ${last.name}`, 'run `npm run services -- down` first');
  }
  if (isUsed) return last;
  return createEngine(wanted ?? ((await dockerAnswers()) ? 'docker' : 'packages'));
}

const currentStatus = async (): Promise<ServicesStatus> =>
  ((await lastEngine()) ?? createEngine('packages')).status();

function printUrls(status: ServicesStatus, json: boolean | undefined): void {
  if (!status.urls) {
    throw new ServicesError(
      'MariaDB and RabbitMQ do not both run',
      'start them with `npm run services -- up`',
    );
  }
  print(json ? `${JSON.stringify(status, null, 2)}\n` : exportLines(status.urls));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [command, ...rest] = positionals;
  if (values.help) return print(HELP);
  if (rest.length > 0) throw new ServicesError(`\`${rest.join(' ')}\` is too much`, 'give one command');
  switch (command) {
    case 'up': {
      const ports = values.ports === undefined ? portRangeOfEnvironment() : parsePortRange(values.ports);
      await withLock(join(folder, 'lock'), progress.note, async () => {
        const engine = await chooseEngine(values.with);
        await writeJson(engineFile, { engine: engine.name });
        await engine.up(ports, progress);
        printUrls(await engine.status(), values.json);
      });
      return;
    }
    case 'down': {
      const purge = values.purge ?? values.volumes ?? false;
      await withLock(join(folder, 'lock'), progress.note, async () => {
        const engine = (await lastEngine()) ?? createEngine('packages');
        const stopped = await engine.down(purge, progress);
        if (purge) await rm(engineFile, { force: true });
        const what = stopped.length > 0 ? `stopped ${stopped.join(' and ')}` : 'nothing was running';
        progress.note(
          `${what}; ${purge ? 'the data is deleted' : 'the data stays (down --purge deletes it)'}`,
        );
      });
      return;
    }
    case 'status': {
      const status = await currentStatus();
      print(values.json ? `${JSON.stringify(status, null, 2)}\n` : statusLines(status));
      if (!status.services.every(({ healthy }) => healthy)) process.exitCode = 1;
      return;
    }
    case 'env':
      return printUrls(await currentStatus(), values.json);
    default:
      throw new ServicesError(
        command === undefined ? 'no command was given' : `there is no command \`${command}\``,
        'try `npm run services -- --help`',
      );
  }
}

/** One line for what a person can mend; the stack of what only we can. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ServicesError) return error.message;
  const { syscall, path } = error as NodeJS.ErrnoException;
  const usage = faultOfCommandLine(error);
  if (usage !== undefined) return usage;
  if (syscall === undefined) return error.stack ?? error.message;
  const { problem, remedy } = explain(error.message);
  return `${problem}${path === undefined ? ` (in ${folder})` : ` (${path})`}: ${remedy}`;
}

try {
  await main();
} catch (error) {
  progress.note(`services: ${describe(error)}`);
  process.exitCode = 1;
}
