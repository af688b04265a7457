import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEVELOPMENT_PASSWORD, type Mariadb, startMariadb } from './mariadb.ts';

const DOMAINS = [
  'notifications',
  'orders',
  'preferences',
  'products',
  'reports',
  'security',
  'subscriptions',
  'users',
  'workflows',
];

let folder: string;
let mariadb: Mariadb;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-mariadb-'));
  mariadb = await startMariadb({ dataDir: folder });
});
afterAll(async () => {
  await mariadb?.stop();
  await rm(folder, { recursive: true });
});

const urlOf = (domain: string): string => mariadb.url.replaceAll('{subgraph}', domain);

/** Runs one statement on a connection of its own. */
async function query(url: string, sql: string): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    return rows;
  } finally {
    connection.destroy();
  }
}

test.each(DOMAINS)('the account of %s sees its own database and no other', async (domain) => {
  const rows = await query(urlOf(domain), 'SHOW DATABASES');
  expect(rows.map((row) => row.Database).toSorted()).toEqual(['information_schema', domain].toSorted());
});

test('there is a database for each domain, and nothing else', async () => {
  const rows = await query(mariadb.adminUrl, 'SHOW DATABASES');
  const own = ['information_schema', 'mysql', 'performance_schema', 'sys'];
  expect(rows.map((row) => row.Database).toSorted()).toEqual([...DOMAINS, ...own].toSorted());
});

test.each([
  ['read', 'SELECT * FROM users.secret'],
  ['write', "INSERT INTO users.secret VALUES ('x')"],
  ['drop', 'DROP TABLE users.secret'],
  ['add a table to', 'CREATE TABLE users.other (id INT)'],
])('the account of one domain cannot %s what another owns', async (_verb, sql) => {
  await query(urlOf('users'), 'CREATE TABLE IF NOT EXISTS secret (id VARCHAR(36) PRIMARY KEY)');
  await expect(query(urlOf('orders'), sql)).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' });
});

test('the account of a domain cannot reach the accounts, make databases, or touch files', async () => {
  const url = urlOf('orders');
  await expect(query(url, 'SELECT * FROM mysql.global_priv')).rejects.toThrow(/denied/);
  await expect(query(url, 'CREATE DATABASE other')).rejects.toThrow(/denied/);
  await expect(query(url, "SELECT 1 INTO OUTFILE '/tmp/tessera-out'")).rejects.toThrow(/denied/);
  await expect(query(url, "GRANT ALL ON users.* TO 'orders'@'%'")).rejects.toThrow(/denied/);
});

test('nobody comes in without a password, or as someone unknown', async () => {
  const at = `127.0.0.1:${mariadb.port}`;
  for (const user of ['root', 'orders', 'root:development', `nobody:${DEVELOPMENT_PASSWORD}`]) {
    await expect(query(`mysql://${user}@${at}/`, 'SELECT 1')).rejects.toMatchObject({
      code: 'ER_ACCESS_DENIED_ERROR',
    });
  }
});

test('compares text as bytes, reads what is committed, and speaks UTC', async () => {
  const sql = `SELECT 'a' = 'A' AS folded, 'a' = 'a ' AS padded, @@collation_database AS collation,
    @@tx_isolation AS isolation, @@time_zone AS zone`;
  await query(urlOf('users'), 'CREATE TABLE IF NOT EXISTS bytes (id VARCHAR(36) PRIMARY KEY)');
  await query(urlOf('users'), "INSERT INTO bytes VALUES ('a'), ('A'), ('é'), ('🧩')");
  expect(await query(urlOf('users'), "SELECT COUNT(*) AS count FROM bytes WHERE id = 'A'")).toEqual([
    { count: 1 },
  ]);
  const [row] = await query(urlOf('users'), sql);
  expect(row).toMatchObject({ collation: 'utf8mb4_bin', isolation: 'READ-COMMITTED', zone: '+00:00' });
});

test('what was committed survives kill -9 and a restart', async () => {
  await query(urlOf('orders'), 'CREATE TABLE kept (id VARCHAR(36) PRIMARY KEY)');
  await query(urlOf('orders'), "INSERT INTO kept VALUES ('before the crash')");
  const { pid } = mariadb;
  await mariadb.kill();
  await expect(query(urlOf('orders'), 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await mariadb.restart();
  expect(mariadb.pid).not.toBe(pid);
  expect(await query(urlOf('orders'), 'SELECT id FROM kept')).toEqual([{ id: 'before the crash' }]);
});

test('a server that runs on the data already is handed out again', async () => {
  const again = await startMariadb({ dataDir: folder });
  expect(again).toMatchObject({ pid: mariadb.pid, url: mariadb.url, adminUrl: mariadb.adminUrl });
});

test('a password that was changed is not set back', async () => {
  await query(mariadb.adminUrl, "ALTER USER 'reports'@'%' IDENTIFIED BY 'changed'");
  await startMariadb({ dataDir: folder });
  await expect(query(urlOf('reports'), 'SELECT 1')).rejects.toMatchObject({ code: 'ER_ACCESS_DENIED_ERROR' });
  const url = urlOf('reports').replace(DEVELOPMENT_PASSWORD, 'changed');
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a second server on the same data is refused at once, with its number', async () => {
  const record = join(folder, 'process.json');
  await rename(record, `${record}.lost`);
  await expect(startMariadb({ dataDir: folder })).rejects.toThrow(
    `MariaDB did not start: process ${mariadb.pid} already uses ${join(folder, 'data')}: end it with \`kill ${mariadb.pid}\``,
  );
  await rename(`${record}.lost`, record);
  expect(await startMariadb({ dataDir: folder })).toMatchObject({ pid: mariadb.pid, url: mariadb.url });
});

test('data whose creation was cut short is created anew', async () => {
  const other = await mkdtemp(join(tmpdir(), 'tessera-mariadb-'));
  try {
    await mkdir(join(other, 'data.partial', 'mysql'), { recursive: true });
    await writeFile(join(other, 'data.partial', 'ibdata1'), 'half');
    await using server = await startMariadb({ dataDir: other });
    expect(await server.version()).toMatch(/^1\d\.\d+/);
  } finally {
    await rm(other, { recursive: true });
  }
});

test('a server that is made and started leaves alone the temporary tables of others', async () => {
  const other = await mkdtemp(join(tmpdir(), 'tessera-mariadb-'));
  const table = join(tmpdir(), `#sql-temptable-${process.pid}-1-1.MAI`);
  await writeFile(table, 'of another server');
  try {
    await using _server = await startMariadb({ dataDir: other });
    await access(table);
  } finally {
    await rm(table, { force: true });
    await rm(other, { recursive: true });
  }
});
