import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeJson } from './files.ts';
import {
  endProcess,
  findProcess,
  hasStaleRecord,
  isRunning,
  launch,
  type ProcessRecord,
  pauseProcess,
  sendSignal,
} from './processes.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-processes-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Starts a shell script as a server would be, ended with the test. */
async function launchScript(folder: string, script: string): Promise<ProcessRecord> {
  const { record } = await launch({
    command: '/bin/sh',
    args: ['-c', script],
    env: { PATH: '/usr/bin:/bin' },
    cwd: folder,
    logFile: join(folder, 'log'),
    recordFile: join(folder, 'process.json'),
  });
  onTestFinished(async () => void (await endProcess(record, 'SIGKILL', 1000)));
  return record;
}

// The identity of a process is read from /proc.
describe.skipIf(!existsSync('/proc/self/stat'))('a process that we started', () => {
  test('is found again by its record, and ended', async () => {
    const folder = await createFolder();
    const record = await launchScript(folder, 'exec sleep 60');
    expect(await findProcess(join(folder, 'process.json'))).toEqual(record);
    expect(await endProcess(record, 'SIGTERM', 5000)).toBe('ended');
    expect(isRunning(record)).toBe(false);
    expect(await hasStaleRecord(join(folder, 'process.json'))).toBe(true);
  });

  test('takes the processes that it started along', async () => {
    const folder = await createFolder();
    // The helper ignores the end of its parent, as one that hangs would.
    const record = await launchScript(folder, 'sh -c "trap \\"\\" TERM HUP; touch ready; sleep 60" & wait');
    while (!existsSync(join(folder, 'ready'))) await sleep(10);
    await endProcess(record, 'SIGTERM', 5000);
    const left = spawn('sh', ['-c', `ls -l /proc/[0-9]*/cwd 2>/dev/null | grep -c -- '-> ${folder}$'`]);
    const output = await left.stdout.toArray();
    expect(Buffer.concat(output).toString().trim()).toBe('0');
  });

  test('ends by a later signal when it missed the first, as a server that has just begun may', async () => {
    const folder = await createFolder();
    const record = await launchScript(
      folder,
      'trap "trap - TERM" TERM; touch ready; while :; do sleep 0.05; done',
    );
    while (!existsSync(join(folder, 'ready'))) await sleep(10);
    expect(await endProcess(record, 'SIGTERM', 10_000)).toBe('ended');
  });

  test('stands still with all of its threads once it is stopped, and goes on', async () => {
    const folder = await createFolder();
    const record = await launchScript(folder, 'while :; do echo >> ticks; done');
    while (!existsSync(join(folder, 'ticks'))) await sleep(10);
    await pauseProcess(record);
    const size = () => statSync(join(folder, 'ticks')).size;
    const before = size();
    await sleep(100);
    expect(size()).toBe(before);
    sendSignal(record, 'SIGCONT');
    await expect.poll(size).toBeGreaterThan(before);
  });

  test('is killed when it ignores the signal', async () => {
    const folder = await createFolder();
    const record = await launchScript(folder, 'trap "" TERM; touch ready; while true; do sleep 1; done');
    while (!existsSync(join(folder, 'ready'))) await sleep(10);
    expect(await endProcess(record, 'SIGTERM', 300)).toBe('killed');
    expect(isRunning(record)).toBe(false);
  });

  test('is told from a stranger that got its number', async () => {
    const folder = await createFolder();
    const stranger = await launchScript(folder, 'exec sleep 60');
    const record = {
      pid: stranger.pid,
      identity: 'another-boot:1',
      since: stranger.since,
      mark: 'TESSERA_SERVICE=x',
    };
    const recordFile = join(folder, 'stale.json');
    await writeJson(recordFile, record);
    expect(await findProcess(recordFile)).toBeNull();
    expect(await hasStaleRecord(recordFile)).toBe(true);
    await endProcess(record, 'SIGKILL', 300);
    expect(isRunning(stranger)).toBe(true);
  });
});
