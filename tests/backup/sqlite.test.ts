import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { run, temporaryFolder } from '../process.ts';
import { commandsOf, shell } from './commands.ts';

it('a domain on SQLite is backed up while it runs and restored, by the commands of docs/running.md', async () => {
  const [backup = '', restore = ''] = commandsOf('SQLite');
  using folder = temporaryFolder();
  symlinkSync(resolve('node_modules'), join(folder.path, 'node_modules'));
  const data = join(folder.path, '.data');
  const file = join(data, 'orders.sqlite');
  const start = () => run(['main.ts'], { HOST: '127.0.0.1', PORT: '0', DATA_DIR: data });
  const orders = () => {
    const database = new BetterSqlite3(file);
    const row = database.prepare('SELECT count(*) AS count FROM orders').get();
    database.close();
    return row;
  };

  {
    await using tessera = start();
    await tessera.printed(/Ctrl-C/);
    shell(backup, folder.path);
    // What happens after the backup, with a crash that leaves the files beside the database.
    const later = new BetterSqlite3(file);
    later.exec('DELETE FROM order_lines; DELETE FROM orders');
    later.close();
    tessera.child.kill('SIGKILL');
    await tessera.ended;
  }
  expect(orders()).toEqual({ count: 0 });
  shell(restore, folder.path);
  expect(orders()).toEqual({ count: 5000 });
  await using tessera = start();
  await tessera.printed(/Ctrl-C/);
});
