import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';

/** Memory where there is a file system in memory. */
const BASE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An empty place for throw-away databases; disposing removes it with all that was written. */
export interface TestDatabases extends AsyncDisposable {
  /** For files. */
  readonly folder: string;
  /** Points a subgraph at its database. */
  readonly settings: Readonly<Record<string, string>>;
}

/** An account of a MySQL or MariaDB that may create databases: tests then run on it instead of SQLite. */
export const testServer = (): string | undefined => process.env.TEST_DATABASE_URL || undefined;

/** Provides databases for a test, on the server that TEST_DATABASE_URL names, else on SQLite; one for each subgraph named. */
export async function provideDatabase(subgraphs: readonly string[] = []): Promise<TestDatabases> {
  const folder = mkdtempSync(join(BASE, 'tessera-test-'));
  const server = testServer();
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (!server) {
    return { folder, settings: { DATA_DIR: folder }, [Symbol.asyncDispose]: async () => removeFolder() };
  }
  const prefix = `test_${randomBytes(6).toString('hex')}`;
  const names = subgraphs.length === 0 ? [prefix] : subgraphs.map((name) => `${prefix}_${name}`);
  for (const name of names) {
    await queryServer(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
  const url = new URL(server);
  url.pathname = subgraphs.length === 0 ? prefix : `${prefix}_{subgraph}`;
  return {
    folder,
    settings: { DATA_DIR: folder, DATABASE_URL: decodeURI(url.href), SEED: 'demo' },
    async [Symbol.asyncDispose]() {
      for (const name of names) await queryServer(server, `DROP DATABASE ${name}`);
      removeFolder();
    },
  };
}

/** Runs one statement on a connection of its own, past all that is tested. */
export async function queryServer<Row = RowDataPacket>(url: string, sql: string): Promise<Row[]> {
  const connection = await createConnection({ uri: url, connectTimeout: 5_000 });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    return rows as Row[];
  } finally {
    connection.destroy();
  }
}
