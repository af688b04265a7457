import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { explain, failureFromLog } from './causes.ts';

test.each([
  ["[ERROR] Can't start server: Bind on TCP/IP port: Address already in use", 'the port is taken'],
  ['[ERROR] mariadbd: Error writing file (Errcode: 28 "No space left on device")', 'the disk is full'],
  ['[ERROR] InnoDB: Unable to lock ./ibdata1 error: 11', 'another server already uses this data folder'],
  [
    '[ERROR] InnoDB: Upgrade after a crash is not supported. The redo log was created with MariaDB 10.4',
    'the data was written by another version',
  ],
  [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.',
    'the Docker engine does not answer',
  ],
  ['docker: unknown command: docker compose', 'Docker Compose is not installed'],
  ['E: dpkg was interrupted, you must manually run ...', 'an earlier package installation was not finished'],
  ['E: Unable to locate package mariadb-server-core', 'the package sources of this system do not have it'],
  ["Temporary failure resolving 'deb.debian.org'", 'the package server cannot be reached'],
  ['E: Could not get lock /var/lib/dpkg/lock-frontend', 'another package installation is at work'],
  ['sudo: a password is required', 'sudo asks for a password'],
  ["mkdir: cannot create directory '/x': Permission denied", 'permission denied'],
])('finds the cause in `%s`', (log, problem) => {
  expect(explain(`starting\n${log}\nended`).problem).toContain(problem);
});

test('quotes the last error of a log whose cause it does not know', () => {
  const log = '[Note] failed once\n[ERROR] the moon is full\n[Warning] something failed\n[Note] bye\n';
  expect(explain(log)).toEqual({ problem: '[ERROR] the moon is full', remedy: 'see the log' });
});

test('quotes what a server died of, not that it died', () => {
  const log = `ERROR: 6  Error on delete of 'x' (Errcode: 2 "No such file")\n[ERROR] Aborting\n\nInstallation failed!\n`;
  expect(explain(log).problem).toBe(`ERROR: 6  Error on delete of 'x' (Errcode: 2 "No such file")`);
});

test('does not blame what an earlier run wrote into the same log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-causes-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const log = join(folder, 'server.log');
  const earlier = '[ERROR] No space left on device\n';
  await writeFile(log, `${earlier}[ERROR] the moon is full\n`);
  const error = await failureFromLog('it did not start', log, earlier.length);
  expect(error.message).toBe(`it did not start: [ERROR] the moon is full: see the log (${log})`);
});
