import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** What comes of starting an orchestrator that must not start. */
const start = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['tools/worker.ts', 'workflows', ...args], {
    env: { ...process.env, BROKER_URL: 'amqp://127.0.0.1:1' },
    timeout: 20_000,
  }).then(
    () => 'it started',
    ({ code, stderr }: { code: number; stderr: string }) => [code, stderr],
  );

it.each([['--onyl', 'detection'], ['--only']])(
  'an orchestrator that was asked for in other words (%s) does not advance everything instead',
  async (...args) => {
    expect(await start(...args)).toEqual([2, expect.stringContaining(`'${args[0]}`)]);
  },
);
