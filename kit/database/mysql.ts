import knex, { type Knex } from 'knex';
import Mysql2Client from 'knex/lib/dialects/mysql2/index.js';
import type { Logger } from '../logger.ts';
import { DatabaseError, isAccessDenied } from './failure.ts';
import { driverSettings, KnexDatabase } from './knex-database.ts';
import { type MysqlAddress, parseMysqlUrl } from './mysql-url.ts';
import type { DatabaseOptions, Opened } from './options.ts';
import { refuseServer, type ServerFacts } from './server-facts.ts';

/** Who waits longer than this for another process's migration gives up. */
const LOCK_SECONDS = 120;

/** Below the time that the gateway gives a subgraph, so that a client learns that it was the database. */
const CONNECT_MS = 4_000;

const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION',
    innodb_lock_wait_timeout = 10`,
];

/** Credentials that were read anew in vain are not read again for so long: each of many connections would. */
const RENEWAL_MS = 10_000;

/**
 * Sets up a domain's database on MySQL or MariaDB; connections are made when they are needed.
 *
 * @param renew reads the address anew, once the server has refused its credentials: they may have been rotated
 */
export function openMysql(
  { name, log, poolSize = 10 }: DatabaseOptions,
  url: string,
  renew?: () => Promise<string>,
): Opened {
  const { where, connection } = parseMysqlUrl(name, url);
  const renewConnection = renew && (async () => parseMysqlUrl(name, await renew()).connection);
  const server = knex({
    client: renewConnection ? renewingClient(renewConnection, log) : 'mysql2',
    connection: {
      ...connection,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      dateStrings: true,
      supportBigNumbers: true,
      decimalNumbers: true,
      connectTimeout: CONNECT_MS,
    } as Knex.MySql2ConnectionConfig,
    pool: {
      min: 0,
      max: poolSize,
      afterCreate(fresh: RawConnection, done: (error: unknown, connection: unknown) => void) {
        prepareSession(fresh).then(
          () => done(null, fresh),
          (error) => done(error, fresh),
        );
      },
    },
    acquireConnectionTimeout: CONNECT_MS,
    ...driverSettings(log),
  });
  // The driver adds the statement with its values, which a log would write out with the error.
  server.on('query-error', (error: { sql?: string }) => delete error.sql);
  const database = new MysqlDatabase(where, server, server);
  return { database, check: () => database.check() };
}

/** A client that tries a connection whose credentials are refused once more, with those that are read anew. */
function renewingClient(renew: () => Promise<MysqlAddress>, log?: Logger): typeof Knex.Client {
  /** The reading that is under way or was the last, for all connections that are refused meanwhile. */
  let renewal: Promise<MysqlAddress> | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;

  class RenewingClient extends Mysql2Client {
    override async acquireRawConnection(): Promise<unknown> {
      const { user, password } = this.connectionSettings;
      try {
        return await super.acquireRawConnection();
      } catch (error) {
        if (!isAccessDenied(error)) throw error;
        const isRenewed = () =>
          user !== this.connectionSettings.user || password !== this.connectionSettings.password;
        if (!isRenewed()) await this.#renew();
        if (!isRenewed()) throw error;
        return super.acquireRawConnection();
      }
    }

    async #renew(): Promise<void> {
      if (performance.now() - renewedAt > RENEWAL_MS) {
        renewedAt = performance.now();
        renewal = renew();
      }
      try {
        const { password, ...settings } = { ...this.connectionSettings, ...(await renewal) };
        // As knex has it: unseen by whatever prints the settings.
        this.connectionSettings = Object.defineProperty(settings, 'password', { value: password });
        log?.info('database credentials were refused: those of the secret, read anew, are tried');
      } catch (error) {
        log?.warn({ err: error }, 'database credentials were refused, and the secret cannot be read anew');
      }
    }
  }
  return RenewingClient as unknown as typeof Knex.Client;
}

interface RawConnection {
  promise(): { query(sql: string): Promise<unknown> };
}

async function prepareSession(connection: RawConnection): Promise<void> {
  for (const statement of SESSION) await connection.promise().query(statement);
}

class MysqlDatabase extends KnexDatabase {
  readonly dialect = 'mysql';

  async check(): Promise<void> {
    const [facts] = await this.rows<ServerFacts>(
      'SELECT VERSION() AS version, DATABASE() AS name, @@collation_database AS collation',
      [],
    );
    const refusal = facts && refuseServer(facts);
    if (refusal) throw new DatabaseError(refusal);
  }

  async rows<Row>(sql: string, bindings: readonly unknown[], on: Knex = this.read): Promise<Row[]> {
    const [rows] = await on.raw(sql, bindings as Knex.RawBinding[]);
    return rows;
  }

  /**
   * A named lock, held by the connection that the transaction runs on: both end together, however the process ends.
   * It is given back after the commit, so that who waits for it finds everything written.
   *
   * A definition commits what stands before it and ends the transaction; autocommit is off, so that what follows it is
   * one again, and not a commit for each statement.
   */
  async exclusively<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    const { client } = this.write;
    const connection: unknown = await client.acquireConnection();
    // A lock's name is the server's, not the database's, and may have 64 characters.
    const call = (sql: string) => this.write.raw(sql).connection(connection);
    const lock = "CONCAT('tessera ', LEFT(SHA2(DATABASE(), 256), 40))";
    try {
      const [[row]] = await call(`SELECT GET_LOCK(${lock}, ${LOCK_SECONDS}) AS locked`);
      if (row?.locked !== 1)
        throw new DatabaseError(`another process has been migrating it for ${LOCK_SECONDS} s`);
      try {
        await call('SET autocommit = 0');
        return await this.write.transaction(work, { connection });
      } finally {
        // Where these fail, the connection is gone, and the lock with it.
        await call('SET autocommit = 1').catch(() => {});
        await call(`SELECT RELEASE_LOCK(${lock})`).catch(() => {});
      }
    } finally {
      await client.releaseConnection(connection);
    }
  }
}
