import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createBus, defineEvent, on, UnprocessableError } from '../events/index.ts';
import type { Database } from '../kit/database/database.ts';
import { migrate } from '../kit/database/migrate.ts';
import { openDatabase } from '../kit/database/open.ts';
import { createLogger } from '../kit/logger.ts';
import { provideDatabase, type TestDatabases } from '../kit/testing/database.ts';

const TOOL = fileURLToPath(new URL('./dead-letters.ts', import.meta.url));
const Sent = defineEvent({ name: 'ParcelSent', producer: 'users', subject: 'Parcel', payload: z.object({}) });

let place: TestDatabases;
let users: Database;
beforeEach(async () => {
  place = await provideDatabase();
  users = await openDatabase({ name: 'users', dataDir: place.folder });
  await migrate(users, 'users', new URL('../sql/events/', import.meta.url));
});
afterEach(async () => {
  await users.close();
  await place[Symbol.asyncDispose]();
});

/** Runs the command as a person would. */
function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    // Of the domains' databases only that of users is there, as a file.
    const env = { ...process.env, DATA_DIR: place.folder, DATABASE_URL: '' };
    execFile(process.execPath, [TOOL, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** A server whose handler does as it is told, until it is closed; gives the subjects that it handled. */
async function serve(handle: () => Promise<void>, ...publish: string[]) {
  const bus = createBus({ env: {}, log: createLogger('test', 'silent') });
  const domain = bus.join('users', users);
  const handled: string[] = [];
  domain.subscribe('parcels', [
    on(Sent, async ({ subjectId }) => {
      await handle();
      handled.push(subjectId);
    }),
  ]);
  await bus.start();
  const messages = publish.map((id) => Sent.message({ id, sequence: 1, payload: {} }));
  await users.transaction((trx) => domain.outbox.add(trx, ...messages));
  return { bus, domain, handled };
}

const refuse = async () => {
  throw new UnprocessableError('no such street');
};

it('lists, replays and discards the dead letters of a system that is at rest', async () => {
  const failing = await serve(refuse, '1', '2', '3');
  await expect.poll(() => failing.domain.deadLetters.count()).toBe(3);
  await failing.bus.close();

  const list = await run('list');
  expect(list).toMatchObject({ code: 0, stderr: '' });
  expect(list.stdout).toMatch(
    /users\.parcels {2}ParcelSent Parcel:2\n {2}UNPROCESSABLE after 1 attempts: .*no such street/,
  );
  const letters = (await run('list', '--json', '--domain', 'users')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; subject: string });
  const idOf = (subject: string) => letters.find((each) => each.subject === subject)?.id ?? '';
  expect((await run('discard', idOf('Parcel:1'))).stdout).toBe('discarded 1\n');
  expect((await run('replay', '--all')).stdout).toBe('replayed 2\n');
  expect((await run('list')).stdout).toBe('no dead letters\n');

  const working = await serve(async () => {});
  await expect.poll(() => working.handled.sort()).toEqual(['2', '3']);
  await working.bus.close();
});

it('replays into a server that runs', async () => {
  let broken = true;
  const server = await serve(() => (broken ? refuse() : Promise.resolve()), '1');
  await expect.poll(() => server.domain.deadLetters.count()).toBe(1);
  broken = false;
  await run('replay', '--all');
  await expect.poll(() => server.handled, { timeout: 5_000 }).toEqual(['1']);
  await server.bus.close();
});

it.each([
  [['fly'], /there is no command fly/],
  [['replay'], /takes either ids or --all/],
  [['replay', 'x; DROP'], /is not the id of a dead letter/],
  [['list', '--domain', 'nobody'], /there is no domain nobody; there is: users/],
  [['discard', '01a1f72b-09a4-7100-8538-3d59b0e5afbc'], /those of no dead letter/],
])('refuses %j and says why', async (args, message) => {
  expect(await run(...args)).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
});

it('prints its help', async () => {
  expect((await run('--help')).stdout).toContain('npm run dead-letters -- replay');
});
