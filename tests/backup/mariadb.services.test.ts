import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { expect, it } from 'vitest';
import { DEVELOPMENT_PASSWORD, startMariadb } from '../../tools/services/mariadb.ts';
import { run, temporaryFolder } from '../process.ts';
import { commandsOf, shell } from './commands.ts';

/** A folder with the client programs where they are not installed: Debian's package, unpacked. */
function clientPrograms(folder: string): string {
  try {
    execFileSync('mariadb-dump', ['--version']);
    return '';
  } catch {
    mkdirSync(folder);
    const unpack =
      'apt-get -o APT::Sandbox::User=root download mariadb-client && dpkg-deb -x mariadb-client_*.deb .';
    execFileSync('sh', ['-c', unpack], { cwd: folder, stdio: 'pipe' });
    return `${join(folder, 'usr/bin')}:`;
  }
}

it('a domain on MariaDB is backed up while it runs and restored, by the commands of docs/running.md', async () => {
  const [backup = '', restore = ''] = commandsOf('MariaDB and MySQL');
  using folder = temporaryFolder();
  const PATH = `${clientPrograms(join(folder.path, 'client'))}${process.env.PATH}`;
  await using mariadb = await startMariadb({ dataDir: join(folder.path, 'mariadb') });
  const account = [
    'host=127.0.0.1',
    `port=${mariadb.port}`,
    'user=orders',
    `password=${DEVELOPMENT_PASSWORD}`,
  ];
  writeFileSync(join(folder.path, 'orders.cnf'), ['[client]', ...account, ''].join('\n'), { mode: 0o600 });
  const query = async (sql: string) => {
    const connection = await createConnection(mariadb.url.replaceAll('{subgraph}', 'orders'));
    const [rows] = await connection.query<RowDataPacket[]>(sql).finally(() => connection.destroy());
    return rows;
  };
  const start = () =>
    run(['subgraphs/orders/main.ts'], {
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: folder.path,
      DATABASE_URL: mariadb.url,
      SEED: 'demo',
      LOG_LEVEL: 'info',
    });

  {
    await using orders = start();
    await orders.printed(/is ready/);
    shell(backup, folder.path, { PATH });
    await query('DELETE FROM order_lines');
    await query('DELETE FROM orders');
    orders.child.kill('SIGTERM');
    await orders.ended;
  }
  shell(restore, folder.path, { PATH });
  expect(await query('SELECT count(*) AS count FROM orders')).toEqual([{ count: 5000 }]);
  await using orders = start();
  await orders.printed(/is ready/);
});
