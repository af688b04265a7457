import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { runProgram } from './testing/program.ts';

it('npm run migrate brings the databases that are named up to date, again and again', () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'tessera-migrate-'));
  const env = { ...process.env, DATA_DIR, SEED: 'none' };
  try {
    for (const _ of ['new', 'again'])
      expect(runProgram(['tools/migrate.ts', 'users', 'products'], { env })).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^users: \S+users.sqlite is up to date .*\nproducts: .*\n$/),
      });
    expect(existsSync(join(DATA_DIR, 'orders.sqlite'))).toBe(false);
    const bad = { ...env, DATABASE_URL: 'mysql://a:b@127.0.0.1:1/{subgraph}' };
    const refused = runProgram(['tools/migrate.ts', 'users'], { env: bad });
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('nobody listens there') });
    expect(runProgram(['tools/migrate.ts', 'nobody'], { env }).status).toBe(2);
  } finally {
    rmSync(DATA_DIR, { recursive: true, force: true });
  }
});

it.each([
  'migrate.ts notifications',
  'seed.ts --users 1000 --only notifications',
  'recount.ts notifications',
])('tools/%s leaves what a domain does in the background to its processes', (command) => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'tessera-at-rest-'));
  const env = { ...process.env, DATA_DIR, SEED: 'demo', NOTIFICATION_RETENTION_DAYS: '1' };
  try {
    expect(runProgram(`tools/${command}`.split(' '), { env })).toMatchObject({ status: 0 });
    const notifications = new BetterSqlite3(join(DATA_DIR, 'notifications.sqlite'), { readonly: true });
    // The sample data's read ones are all older than a day.
    const count = notifications.prepare('SELECT count(*) AS n FROM notifications WHERE is_read = 1');
    expect(count.get()).toEqual({ n: 10 });
    notifications.close();
  } finally {
    rmSync(DATA_DIR, { recursive: true, force: true });
  }
});
