import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { openDatabase } from '../../kit/database/open.ts';
import { type Mariadb, startMariadb } from '../../tools/services/mariadb.ts';
import { type Rabbitmq, startRabbitmq } from '../../tools/services/rabbitmq.ts';
import { startAll } from '../../tools/services/server.ts';
import type { Surroundings } from './world.ts';

/** Surroundings with servers of their own, which tests may break. */
export interface ServiceSurroundings extends Surroundings {
  readonly rabbitmq: Rabbitmq;
  readonly mariadb: Mariadb;
  /** Where RabbitMQ keeps its files. */
  readonly rabbitmqFolder: string;
}

/** Starts a RabbitMQ and a MariaDB for tests. */
export async function provideServices(): Promise<ServiceSurroundings> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-events-'));
  const rabbitmqFolder = join(folder, 'rabbitmq');
  const [rabbitmq, mariadb] = await startAll([
    () => startRabbitmq({ dataDir: rabbitmqFolder }),
    () => startMariadb({ dataDir: join(folder, 'mariadb') }),
  ]);
  const url = `${mariadb.adminUrl}{subgraph}`;
  return {
    rabbitmq,
    mariadb,
    rabbitmqFolder,
    env: { DATABASE_URL: url, BROKER_URL: rabbitmq.url },
    async open(name) {
      const admin = await createConnection(mariadb.adminUrl);
      await admin.query(`CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
      await admin.end();
      return openDatabase({ name, url, dataDir: folder });
    },
    async breakDown() {
      // RabbitMQ 3.10 that is killed within a second of a quorum queue's creation finds no leader for it for a minute.
      await sleep(4_000);
      await rabbitmq.kill();
      return { [Symbol.asyncDispose]: () => rabbitmq.restart() };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([rabbitmq.stop(), mariadb.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
