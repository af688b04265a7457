import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Engine, ServiceStatus } from './engine.ts';
import { endDataCreation, findMariadb, type Mariadb, startMariadb } from './mariadb.ts';
import { installMissing, MARIADB_PROGRAMS, RABBITMQ_PROGRAMS } from './packages.ts';
import { endRecorded, hasStaleRecord } from './processes.ts';
import { endEpmd, findRabbitmq, type Rabbitmq, startRabbitmq } from './rabbitmq.ts';
import { type Server, startAll } from './server.ts';

const NAMES = ['MariaDB', 'RabbitMQ'] as const;

/** The services as processes of this machine, from Debian's packages. */
export function createPackagesEngine(servicesDir: string): Engine {
  const folder = resolve(servicesDir);
  const folders = { MariaDB: join(folder, 'mariadb'), RabbitMQ: join(folder, 'rabbitmq') };
  const packagesLog = join(folder, 'packages.log');

  const find = async (): Promise<{ MariaDB: Mariadb | null; RabbitMQ: Rabbitmq | null }> => ({
    MariaDB: await findMariadb(folders.MariaDB),
    RabbitMQ: await findRabbitmq(folders.RabbitMQ),
  });
  const recordOf = (name: (typeof NAMES)[number]): string => join(folders[name], 'process.json');
  const isStale = (name: (typeof NAMES)[number]): Promise<boolean> => hasStaleRecord(recordOf(name));

  return {
    name: 'packages',
    up: async (ports, { note, during }) => {
      await installMissing([...MARIADB_PROGRAMS, ...RABBITMQ_PROGRAMS], packagesLog, note);
      for (const name of NAMES) {
        if (await isStale(name)) note(`${name} ended without \`down\`: starting it again on its data`);
      }
      const before = await find();
      if (!before.RabbitMQ) await endEpmd(folders.RabbitMQ);
      // A start of what runs already asks it for an answer, and gives it the databases that it lacks.
      const start = {
        MariaDB: () => startMariadb({ dataDir: folders.MariaDB, ports }),
        RabbitMQ: () => startRabbitmq({ dataDir: folders.RabbitMQ, ports }),
      };
      const missing = NAMES.filter((name) => !before[name]);
      for (const name of NAMES) {
        if (!before[name]) continue;
        note(`${name} already runs (pid ${before[name].pid})`);
        await start[name]();
      }
      if (missing.length === 0) return;
      await during(`starting ${missing.join(' and ')}`, startAll(missing.map((name) => start[name])));
    },
    down: async (purge, { during }) => {
      const running = Object.values(await find()).filter((server) => server !== null);
      const stopped = running.map(async (server) => {
        const how = await during(`stopping ${server.name} (pid ${server.pid})`, server.stop());
        return how === 'ended' ? server.name : `${server.name} (killed, since it did not end by itself)`;
      });
      const names = await Promise.all(stopped);
      // What was left by a server that died, or by an `up` that was cut short.
      for (const name of NAMES) await endRecorded(recordOf(name), 0);
      await endEpmd(folders.RabbitMQ);
      await endDataCreation(folders.MariaDB);
      if (purge) {
        for (const path of [...Object.values(folders), packagesLog])
          await rm(path, { recursive: true, force: true });
      }
      return names;
    },
    status: async () => {
      const stale = { MariaDB: await isStale('MariaDB'), RabbitMQ: await isStale('RabbitMQ') };
      const { MariaDB, RabbitMQ } = await find();
      return {
        engine: 'packages',
        services: await Promise.all([
          statusOf('MariaDB', MariaDB, stale.MariaDB),
          statusOf('RabbitMQ', RabbitMQ, stale.RabbitMQ),
        ]),
        urls: MariaDB &&
          RabbitMQ && {
            DATABASE_URL: MariaDB.url,
            DATABASE_ADMIN_URL: MariaDB.adminUrl,
            BROKER_URL: RabbitMQ.url,
          },
      };
    },
  };
}

async function statusOf(
  name: ServiceStatus['name'],
  server: Server | null,
  stale: boolean,
): Promise<ServiceStatus> {
  if (!server) {
    const problem = stale ? { problem: 'ended without `down`; `up` starts it again on its data' } : {};
    return { name, running: false, healthy: false, ...problem };
  }
  const { port, pid, since, logFile: log } = server;
  const known = { name, running: true, port, pid, since, log };
  try {
    return { ...known, healthy: true, version: await server.version() };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...known, healthy: false, problem };
  }
}
