import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureFromLog } from './causes.ts';
import { ServicesError } from './errors.ts';

/** The programs that the services and the browser tests need, and the Debian package that holds each. */
const PACKAGE_OF = {
  mariadbd: 'mariadb-server-core',
  'mariadb-install-db': 'mariadb-server-core',
  // mariadb-install-db asks it for the options that it was given.
  my_print_defaults: 'mariadb-client-core',
  epmd: 'erlang-base',
  'rabbitmq-server': 'rabbitmq-server',
  rabbitmqctl: 'rabbitmq-server',
  chromium: 'chromium',
} as const;

/** A program that the services need. */
export type Program = keyof typeof PACKAGE_OF;

export const MARIADB_PROGRAMS: readonly Program[] = ['mariadbd', 'mariadb-install-db', 'my_print_defaults'];
export const BROWSER_PROGRAMS: readonly Program[] = ['chromium'];
export const RABBITMQ_PROGRAMS: readonly Program[] = ['rabbitmq-server', 'epmd'];

/** RabbitMQ's own folder comes first: the script of that name in /usr/sbin insists on the system's account. */
const FOLDERS = [
  '/usr/lib/rabbitmq/bin',
  '/usr/local/sbin',
  '/usr/sbin',
  '/sbin',
  '/usr/local/bin',
  '/usr/bin',
];

function find(program: string): string | null {
  for (const folder of [...FOLDERS, ...(process.env.PATH ?? '').split(delimiter)]) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {}
  }
  return null;
}

/** Where a program is installed. */
export function pathOf(program: Program): string {
  const found = find(program);
  if (found) return found;
  throw new ServicesError(`${program} is not installed`, 'run `npm run services -- up`, which installs it');
}

/** The packages that must be installed before all of the programs are there. */
export function missingPackages(programs: readonly Program[]): string[] {
  const missing = programs.filter((program) => find(program) === null);
  return [...new Set(missing.map((program) => PACKAGE_OF[program]))];
}

/** How this user may run something as root; null when there is no way. */
function asRoot(): string[] | null {
  if (process.getuid?.() === 0) return [];
  if (!find('sudo')) return null;
  return process.stdin.isTTY ? ['sudo'] : ['sudo', '-n'];
}

/** Installs what is missing by apt-get, without starting the system's own services, and says so through `say`. */
export async function installMissing(
  programs: readonly Program[],
  logFile: string,
  say: (line: string) => void,
): Promise<void> {
  const packages = missingPackages(programs);
  if (packages.length === 0) return;
  const list = packages.join(' ');
  if (!find('apt-get')) {
    throw new ServicesError(
      `${list} is missing, and there is no apt-get to install it`,
      `start Docker, or install ${list}, or set DATABASE_URL and BROKER_URL to servers of your own`,
    );
  }
  const prefix = asRoot();
  if (!prefix) {
    throw new ServicesError(
      `${list} must be installed, and only root may`,
      `run \`apt-get install ${list}\` as root, or start Docker`,
    );
  }
  say(
    `installing ${list} with apt-get, as ${prefix.length ? 'root through sudo' : 'root'} (log: ${logFile})`,
  );
  const script = fileURLToPath(new URL('./install-packages.sh', import.meta.url));
  const [command, ...args] = [...prefix, 'sh', script, ...packages] as [string, ...string[]];
  await runLogged(command, args, logFile, `installing ${list} failed`);
  const still = missingPackages(programs);
  if (still.length === 0) return;
  throw new ServicesError(
    `${still.join(' ')} is installed, yet files of it are missing`,
    `run \`sudo apt-get install --reinstall ${still.join(' ')}\``,
  );
}

/** Runs a command to its end with its output in a log; throws what the log tells when it fails. */
async function runLogged(
  command: string,
  args: readonly string[],
  logFile: string,
  what: string,
): Promise<void> {
  await mkdir(dirname(logFile), { recursive: true });
  const log = await open(logFile, 'a', 0o600);
  const offset = (await stat(logFile)).size;
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(command, args, { stdio: ['inherit', log.fd, log.fd] });
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw await failureFromLog(what, logFile, offset);
  } finally {
    await log.close();
  }
}
