import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../kit/database/open.ts';
import { queryServer } from '../../kit/testing/database.ts';
import { type Mariadb, startMariadb } from '../../tools/services/mariadb.ts';
import { makeCertificates } from '../certificates.ts';
import { run } from '../process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-refusals-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const here = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};

/** Starts the subgraph of orders on a database, and gives the one line that it ends with. */
async function refusal(url: string, env: Record<string, string> = {}): Promise<string> {
  const keys = here('keys');
  await using orders = run(['tools/subgraph.ts', 'orders'], {
    DATA_DIR: keys,
    SEED: 'demo',
    PORT: '0',
    DATABASE_URL: url,
    ...env,
  });
  expect(await orders.ended, orders.output()).toBe(1);
  const lines = orders.output().trim().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] as string;
}

describe('a start on a server', () => {
  let server: Mariadb;
  beforeAll(async () => {
    server = await startMariadb({ dataDir: here('plain') });
  });
  afterAll(() => server.stop());
  const orders = () => server.url.replaceAll('{subgraph}', 'orders');

  it('with a wrong password says so', async () => {
    expect(await refusal(orders().replace(':development', ':wrong'))).toMatch(
      /database of orders \(127\.0\.0\.1:\d+\/orders\): user or password is wrong: correct DATABASE_URL$/,
    );
  });

  it('without the database says how to make it', async () => {
    const admin = new URL(server.adminUrl);
    admin.pathname = '/warehouse';
    expect(await refusal(admin.href)).toMatch(
      /there is no such database: create it \(sql\/mysql-init\.sql\)/,
    );
  });

  it.each(['users', 'products', 'mysql'])(
    'as one domain on the database of another (%s) is refused',
    async (other) => {
      const url = new URL(orders());
      url.pathname = other;
      const line = await refusal(url.href);
      expect(line).toMatch(/there is no such database, or the account may not use it/);
    },
  );

  it('whose database folds case says how to mend it', async () => {
    await queryServer(
      server.adminUrl,
      'CREATE DATABASE folding CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci',
    );
    const admin = new URL(server.adminUrl);
    admin.pathname = '/folding';
    expect(await refusal(admin.href)).toContain(
      'run `ALTER DATABASE `folding` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`',
    );
  });

  it('that has no connection left says which settings matter', async () => {
    await queryServer(server.adminUrl, "ALTER USER 'orders'@'%' WITH MAX_USER_CONNECTIONS 1");
    const holder = await openDatabase({ name: 'orders', url: orders(), dataDir: '' });
    try {
      expect(await refusal(orders())).toContain('lower DATABASE_POOL');
    } finally {
      await holder.close();
      await queryServer(server.adminUrl, "ALTER USER 'orders'@'%' WITH MAX_USER_CONNECTIONS 0");
    }
  });

  it.each([
    ['ssl=yes', 'ssl=yes is unknown: use true, verify-ca or insecure'],
    ['ssl=verify-ca&ca=/nowhere.pem', 'the ca /nowhere.pem cannot be read (ENOENT)'],
    ['ssl=true', 'ssl=true compares the host name, and there is none: use it, or ssl=verify-ca'],
    ['ssl=verify-ca', 'the server speaks no TLS: set it up there, or take ssl out of DATABASE_URL'],
  ])('with %s says what is wrong', async (parameters, message) => {
    expect(await refusal(`${orders()}?${parameters}`)).toContain(message);
  });

  it('that does not run says so', async () => {
    await server.stop();
    expect(await refusal(orders())).toContain(
      'nobody listens there: start the database, or correct DATABASE_URL',
    );
    await server.restart();
  });
});

it.each(['10.6.18-MariaDB', '5.7.44'])('a server of version %s is too old', async (version) => {
  await using server = await startMariadb({ dataDir: here(version), options: [`--version=${version}`] });
  expect(await refusal(server.url)).toContain(`${version}: use MySQL 8.0.16 or MariaDB 10.11 or newer`);
});

describe('an encrypted connection', () => {
  let server: Mariadb;
  let authority: string;
  beforeAll(async () => {
    const certificates = here('certificates');
    authority = join(certificates, 'authority.pem');
    makeCertificates(certificates, 'localhost');
    server = await startMariadb({ dataDir: here('tls'), options: optionsFor(certificates) });
  });
  afterAll(() => server.stop());
  const orders = (host: string, parameters: string) =>
    `${server.url.replaceAll('{subgraph}', 'orders').replace('127.0.0.1', host)}?${parameters}`;

  it.each([
    ['localhost', (ca: string) => `ssl=true&ca=${ca}`],
    ['127.0.0.1', (ca: string) => `ssl=verify-ca&ca=${ca}`],
    ['127.0.0.1', () => 'ssl=insecure'],
  ] as const)('is made to %s by what the URL demands', async (host, parameters) => {
    const url = orders(host, parameters(authority));
    const database = await openDatabase({ name: 'orders', url, dataDir: '' });
    try {
      const [status] = await database.rows<{ Value: string }>("SHOW STATUS LIKE 'Ssl_cipher'", []);
      expect(status?.Value).toMatch(/^TLS_|AES|CHACHA/);
    } finally {
      await database.close();
    }
  });

  it('is refused where nobody named the authority of the certificate', async () => {
    expect(await refusal(orders('localhost', 'ssl=true'))).toContain(
      'its certificate is of an authority that nobody named: add ca=FILE to DATABASE_URL',
    );
  });

  it('is refused where the certificate is for another host', async () => {
    const certificates = here('certificates-of-another');
    makeCertificates(certificates, 'database.example');
    await using other = await startMariadb({
      dataDir: here('tls-of-another'),
      options: optionsFor(certificates),
    });
    const url = other.url.replaceAll('{subgraph}', 'orders').replace('127.0.0.1', 'localhost');
    expect(await refusal(`${url}?ssl=true&ca=${certificates}/authority.pem`)).toContain(
      'its certificate is for another host',
    );
  });
});

const optionsFor = (certificates: string) => [
  `--ssl-cert=${certificates}/server.pem`,
  `--ssl-key=${certificates}/server.key`,
];

/** Whether this user may mount a file system, for a disk that can be filled. */
const mayMount = (() => {
  const path = mkdtempSync(join(tmpdir(), 'tessera-mount-'));
  try {
    return mount(path, '1m')[Symbol.dispose]() === undefined;
  } catch {
    return false;
  } finally {
    rmSync(path, { recursive: true });
  }
})();

function mount(path: string, size: string): Disposable {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tessera', path], { stdio: 'pipe' });
  return { [Symbol.dispose]: () => void execFileSync('umount', [path]) };
}

const fill = (path: string) => {
  expect(() =>
    execFileSync('dd', ['if=/dev/zero', `of=${join(path, 'ballast')}`, 'bs=64k'], { stdio: 'pipe' }),
  ).toThrow(/No space left/);
};

// Without the right to mount there is no disk that may be filled.
describe.runIf(mayMount)('a full disk', () => {
  const MESSAGE = 'the disk is full: free some space';

  it('under SQLite is named', async () => {
    const path = here('full-sqlite');
    using _disk = mount(path, '1m');
    expect(await refusal('', { ORDERS_DATA_DIR: path })).toContain(MESSAGE);
  });

  it('under MariaDB is named, and is over once there is space', async () => {
    const path = here('full-mariadb');
    using _disk = mount(path, '640m');
    await using server = await startMariadb({ dataDir: join(path, 'mariadb') });
    fill(path);
    expect(await refusal(server.url)).toContain(MESSAGE);
    rmSync(join(path, 'ballast'));
    await using orders = run(['tools/subgraph.ts', 'orders'], {
      DATA_DIR: here('keys'),
      PORT: '0',
      LOG_LEVEL: 'info',
      DATABASE_URL: server.url,
    });
    await orders.printed(/is ready at/);
  });
});
