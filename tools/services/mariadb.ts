import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { failureFromLog } from './causes.ts';
import { ServicesError } from './errors.ts';
import { assertFreeSpace, readJson, writeJson } from './files.ts';
import { MARIADB_PROGRAMS, pathOf } from './packages.ts';
import { type PortRange, pickPorts, portRangeOfEnvironment } from './ports.ts';
import { endRecorded, findProcess, launch } from './processes.ts';
import { type Blueprint, ensureServer, findServer, type Server } from './server.ts';

/** The password that sql/mysql-init.sql gives to the domains' accounts. */
export const DEVELOPMENT_PASSWORD = 'development';

const INIT_SQL = new URL('../../sql/mysql-init.sql', import.meta.url);
/** None of MariaDB's own variables, which would lead it to another server's files. */
const ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin' };
const NEEDED_BYTES = 512 * 2 ** 20;

/** A private MariaDB with the database and account of each domain. */
export interface Mariadb extends Server {
  /** A domain's own, with its name for `{subgraph}`: what DATABASE_URL takes. */
  readonly url: string;
  /** May do everything; for tests, which create databases of their own. */
  readonly adminUrl: string;
}

/** Where a MariaDB lives. */
export interface MariadbOptions {
  /** Everything that it writes goes here. */
  readonly dataDir: string;
  /** Where its port on 127.0.0.1 is taken from; by default SERVICES_PORTS. That of the last time is kept if it can be. */
  readonly ports?: PortRange | undefined;
  /** Options of the server that go after ours, for tests of what another server would do. */
  readonly options?: readonly string[];
}

interface Settings {
  readonly port: number;
  readonly adminPassword: string;
}

const settingsFile = (folder: string): string => join(folder, 'settings.json');

/** The URLs of a MariaDB or MySQL that has the accounts of sql/mysql-init.sql. */
export function mysqlUrls(port: number, adminPassword: string): { url: string; adminUrl: string } {
  return {
    url: `mysql://{subgraph}:${DEVELOPMENT_PASSWORD}@127.0.0.1:${port}/{subgraph}`,
    adminUrl: `mysql://root:${adminPassword}@127.0.0.1:${port}/`,
  };
}

/** The server's version, asked by a client. */
export async function mysqlVersion(url: string): Promise<string> {
  const connection = await createConnection({ uri: url, connectTimeout: 5000 });
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
    return String(rows[0]?.version);
  } finally {
    connection.destroy();
  }
}

/** Creates the domains' databases and accounts where they are missing. */
export async function applyInitSql(adminUrl: string): Promise<void> {
  const connection = await createConnection({ uri: adminUrl, multipleStatements: true });
  try {
    await connection.query(await readFile(INIT_SQL, 'utf8'));
  } finally {
    await connection.end();
  }
}

/** As root, MariaDB wants to be told that it may run so. */
const asThisUser = (): string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

/**
 * A folder of its own: a server that starts deletes the temporary tables of every server that shares
 * its folder, also of those that run.
 */
const temporaryTables = (folder: string): string => `--tmpdir=${join(folder, 'tmp')}`;

const creationRecord = (folder: string): string => join(folder, 'install.json');

/** Ends what still creates the data on behalf of a run that was cut short. */
export async function endDataCreation(folder: string): Promise<void> {
  await endRecorded(creationRecord(folder), 5000);
}

/** Creates the data folder with an administrator's account; a half-made one from an interrupted run is made anew. */
async function createData(folder: string, settings: Settings): Promise<void> {
  const data = join(folder, 'data');
  if (existsSync(data)) return;
  const partial = join(folder, 'data.partial');
  await endDataCreation(folder);
  await rm(partial, { recursive: true, force: true });
  const accounts = join(folder, 'accounts.sql');
  await writeFile(
    accounts,
    `FLUSH PRIVILEGES;
CREATE USER root@'127.0.0.1' IDENTIFIED BY '${settings.adminPassword}';
GRANT ALL PRIVILEGES ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
`,
    { mode: 0o600 },
  );
  try {
    const args = ['--no-defaults', ...asThisUser(), `--datadir=${partial}`, '--skip-test-db'];
    args.push('--skip-name-resolve', `--extra-file=${accounts}`, temporaryTables(folder));
    const logFile = join(folder, 'install.log');
    const { exitCode, logOffset } = await launch({
      command: pathOf('mariadb-install-db'),
      args,
      env: ENVIRONMENT,
      cwd: folder,
      logFile,
      recordFile: creationRecord(folder),
    });
    if ((await exitCode()) !== 0) {
      throw await failureFromLog('MariaDB could not create its data', logFile, logOffset);
    }
    await rm(creationRecord(folder), { force: true });
  } finally {
    await rm(accounts, { force: true });
  }
  await rename(partial, data);
}

/** Refuses data on which a server runs that we have no record of; MariaDB itself would try for 30 s. */
async function assertDataIsFree(data: string): Promise<void> {
  const pid = (await readFile(join(data, 'mariadb.pid'), 'utf8').catch(() => '')).trim();
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (pid === '' || !command.split('\0').includes(`--datadir=${data}`)) return;
  throw new ServicesError(
    `MariaDB did not start: process ${pid} already uses ${data}`,
    `end it with \`kill ${pid}\``,
  );
}

function serverArguments(folder: string, port: number): string[] {
  const data = join(folder, 'data');
  return [
    '--no-defaults',
    ...asThisUser(),
    `--datadir=${data}`,
    // Relative to the data folder, since the path of a socket may not exceed 107 bytes.
    '--socket=mariadb.sock',
    `--pid-file=${join(data, 'mariadb.pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--transaction-isolation=READ-COMMITTED',
    '--default-time-zone=+00:00',
    // What MySQL 8 and MariaDB both refuse by default, and the invalid dates that MySQL alone refuses.
    '--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_IN_DATE,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=256M',
    '--innodb-log-file-size=128M',
    '--max-connections=500',
    '--max-allowed-packet=64M',
    '--skip-log-bin',
    // SQL reads and writes files in this empty folder alone, not wherever the user who runs it may.
    `--secure-file-priv=${join(folder, 'files')}`,
    '--local-infile=0',
    temporaryTables(folder),
  ];
}

function blueprintOf(
  folder: string,
  { port, adminPassword }: Settings,
  options: readonly string[] = [],
): Blueprint {
  const data = join(folder, 'data');
  const logFile = join(folder, 'mariadb.log');
  const recordFile = join(folder, 'process.json');
  return {
    name: 'MariaDB',
    port,
    logFile,
    recordFile,
    begin: () =>
      launch({
        command: pathOf('mariadbd'),
        args: [...serverArguments(folder, port), ...options],
        env: ENVIRONMENT,
        cwd: data,
        logFile,
        recordFile,
      }),
    version: () => mysqlVersion(mysqlUrls(port, adminPassword).adminUrl),
  };
}

const withUrls = (server: Server, settings: Settings): Mariadb =>
  Object.defineProperties(server, {
    ...Object.getOwnPropertyDescriptors(mysqlUrls(settings.port, settings.adminPassword)),
  }) as Mariadb;

/** The MariaDB that runs on this data; null when none does. */
export async function findMariadb(dataDir: string): Promise<Mariadb | null> {
  const folder = resolve(dataDir);
  const settings = await readJson<Settings>(settingsFile(folder));
  const server = settings && (await findServer(blueprintOf(folder, settings)));
  return server && withUrls(server, settings);
}

/**
 * Starts a private MariaDB on 127.0.0.1 and returns once it answers; one that runs on this data already is returned.
 *
 * It outlives the process that starts it: end it with `stop()` or `await using`.
 *
 * @throws ServicesError when it cannot run, with what to do.
 */
export async function startMariadb({
  dataDir,
  ports = portRangeOfEnvironment(),
  options,
}: MariadbOptions): Promise<Mariadb> {
  for (const program of MARIADB_PROGRAMS) pathOf(program);
  const folder = resolve(dataDir);
  for (const name of ['files', 'tmp']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  let settings = await readJson<Settings>(settingsFile(folder));
  const running = await findProcess(join(folder, 'process.json'));
  if (!running || !settings) {
    await assertDataIsFree(join(folder, 'data'));
    const [port] = await pickPorts([settings?.port], ports, folder);
    await assertFreeSpace(folder, NEEDED_BYTES);
    const adminPassword = settings?.adminPassword ?? randomBytes(18).toString('base64url');
    settings = { port, adminPassword };
    await writeJson(settingsFile(folder), settings);
    await createData(folder, settings);
  }
  const server = await ensureServer(blueprintOf(folder, settings, options));
  const mariadb = withUrls(server, settings);
  await applyInitSql(mariadb.adminUrl);
  return mariadb;
}
