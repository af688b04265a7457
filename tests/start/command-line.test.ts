import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../process.ts';

/** Where all that is run here would leave something, did it start. */
const folder = temporaryFolder();
const data = join(folder.path, 'data');
beforeAll(() => {
  mkdirSync(join(folder.path, 'folder'));
  writeFileSync(join(folder.path, 'file'), 'a file');
});
afterAll(() => folder[Symbol.dispose]());

/** Runs a command to its end. `@` in what it is given is the folder. */
async function outcome(command: string, settings: Record<string, string> = {}) {
  const [file = '', ...args] = command.replaceAll('@', folder.path).split(' ');
  const env = Object.entries(settings).map(([name, value]) => [name, value.replaceAll('@', folder.path)]);
  await using program = run([file, ...args], {
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: data,
    ...Object.fromEntries(env),
  });
  return { code: await program.ended, output: program.output().replaceAll(folder.path, '@') };
}

describe.concurrent('every command', { timeout: 60_000 }, () => {
  it.each([
    ['main.ts', 'DATA_DIR'],
    ['gateway/main.ts', 'SUBGRAPH_SECRET'],
    ['tools/subgraph.ts', 'DATABASE_URL'],
    ['tools/subgraph.ts users', 'DATABASE_URL'],
    ['tools/worker.ts', 'BROKER_URL'],
    ['bench/index.ts', '--json FILE'],
  ])('tells with --help what it can be told: %s', async (command, setting) => {
    const { code, output } = await outcome(`${command} --help`);
    expect(output).toMatch(/^npm (start|run )/);
    expect(output).toContain(setting);
    expect(code).toBe(0);
  });

  it.each([
    'main.ts --port 1',
    'gateway/main.ts --port 1',
    'tools/subgraph.ts users --port 1',
    'tools/worker.ts orders --port 1',
    'tools/check.ts --port 1',
    'tools/codegen.ts --port 1',
    'tools/compose.ts --port 1',
    'tools/dead-letters.ts list --port 1',
    'tools/keys.ts @/keys --port 1',
    'tools/licenses.ts --port 1',
    'tools/migrate.ts --port 1',
    'tools/plan.ts --port 1',
    'tools/recount.ts --port 1',
    'tools/retell.ts users --port 1',
    'tools/schema-check.ts --port 1',
    'tools/seed.ts --port 1',
    'tools/start-services.ts --port 1',
    'tools/subgraph-new.ts reviews --port 1',
    'tools/subgraph-remove.ts users --port 1',
    'tools/token.ts --port 1',
    'bench/index.ts orders --port 1',
  ])('refuses what it does not know: %s', async (command) => {
    const { code, output } = await outcome(command);
    expect(output).toMatch(/^(tessera: )?Unknown option '--port': --help tells what there is\n$/);
    expect(code).toBe(2);
  });

  it.each([
    ['main.ts users', "tessera: Unexpected argument 'users'"],
    ['tools/subgraph.ts users orders', 'orders: name one subgraph'],
    ['tools/worker.ts orders users', 'users: name one worker'],
    ['tools/worker.ts orders --only detection', '--only: orders has no workflows'],
  ])('refuses one too many: %s', async (command, message) => {
    const { code, output } = await outcome(command);
    expect(output.split('\n')).toEqual([expect.stringContaining(message), '']);
    expect(code).toBe(2);
  });

  it.each([
    ['tools/compose.ts --config @/none.yaml', 'none.yaml: there is no such file'],
    ['tools/compose.ts --config @/folder', 'folder: is a folder, not a file'],
    ['tools/compose.ts --output @/none/x', '@/none/x: there is no such file or folder'],
    ['tools/compose.ts --output @/folder', '@/folder: is a folder, not a file'],
    ['tools/plan.ts --supergraph @/folder x', '@/folder: is a folder, not a file'],
    [
      'tools/plan.ts --supergraph @/file x',
      '@/file: is no supergraph: name one that `npm run compose` wrote',
    ],
    ['tools/schema-check.ts --against HEAD --usage @/folder', '@/folder: is a folder, not a file'],
    ['tools/keys.ts @/file', '@/file: is there already'],
    ['bench/index.ts orders --json @/none/rows.json', '@/none: there is no such file or folder'],
    ['bench/index.ts orders --json @/folder', '@/folder: is a folder, not a file'],
    ['bench/index.ts engines --only nothing', 'there is no workload nothing; there is: '],
  ])('names a file that it cannot use: %s', async (command, message) => {
    const { code, output } = await outcome(command);
    expect(output.split('\n')).toEqual([expect.stringContaining(message), '']);
    expect([1, 2]).toContain(code);
  });

  it.each([
    ['tools/token.ts', { DATA_DIR: '@/file' }, /^DATA_DIR: the folder @\/file cannot be made \(EEXIST\)/],
    ['tools/migrate.ts users', { DATA_DIR: '@/file' }, /^DATA_DIR: the folder @\/file cannot be made/],
    ['tools/mock.ts', { SUPERGRAPH: '@/folder' }, /^@\/folder: is a folder, not a file$/m],
    ['tools/mock.ts', { SUPERGRAPH: '@/file' }, /^@\/file: is no supergraph/],
    [
      'gateway/main.ts',
      { SUPERGRAPH: '@/folder' },
      /^tessera: SUPERGRAPH: @\/folder cannot be read \(EISDIR\)/,
    ],
  ])('names a file of a setting that it cannot use: %s', async (command, settings, message) => {
    const { code, output } = await outcome(command, settings as Record<string, string>);
    expect(output).toMatch(message);
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});

it('none of them left anything behind', () => {
  expect(readdirSync(folder.path).sort()).toEqual(['file', 'folder']);
});
