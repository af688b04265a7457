import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-imports-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    cpSync(file, join(folder, file));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Checks a project of two files, of which the first imports the second. */
function checkImport(from: string, specifier: string, to: string) {
  for (const [file, text] of [
    [from, `import { x } from '${specifier}';\nexport const y = x;\n`],
    [to, 'export const x = 1;\n'],
  ] as const) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const depcruise = resolve('node_modules/.bin/depcruise');
  const { status, stdout } = spawnSync(
    depcruise,
    ['--config', '.dependency-cruiser.mjs', from.split('/')[0] as string],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return { fails: status !== 0, stdout };
}

describe('the import rules', () => {
  it.each([
    ['kit', 'kit/a.ts', '../gateway/b.ts', 'gateway/b.ts'],
    ['kit', 'kit/a.ts', '../subgraphs/users/index.ts', 'subgraphs/users/index.ts'],
    ['events', 'events/a.ts', '../subgraphs/users/index.ts', 'subgraphs/users/index.ts'],
    ['gateway', 'gateway/a.ts', '../subgraphs/users/index.ts', 'subgraphs/users/index.ts'],
    ['gateway', 'gateway/a.ts', '../events/relay.ts', 'events/relay.ts'],
    ['subgraphs', 'subgraphs/users/a.ts', '../orders/index.ts', 'subgraphs/orders/index.ts'],
    ['subgraphs', 'subgraphs/users/a.ts', '../../gateway/index.ts', 'gateway/index.ts'],
    ['tools', 'tools/a.ts', '../subgraphs/users/repository.ts', 'subgraphs/users/repository.ts'],
    ['front-doors', 'main.ts', './gateway/server.ts', 'gateway/server.ts'],
    ['front-doors', 'tests/x/a.test.ts', '../../subgraphs/users/service.ts', 'subgraphs/users/service.ts'],
    ['client', 'client/a.ts', '../kit/b.ts', 'kit/b.ts'],
  ])('%s: refuse that %s imports %s', (rule, from, specifier, to) => {
    const { fails, stdout } = checkImport(from, specifier, to);
    expect(stdout).toContain(`error ${rule}: ${from}`);
    expect(fails).toBe(true);
  });

  it.each([
    ['subgraphs/users/a.ts', '../../kit/b.ts', 'kit/b.ts'],
    ['subgraphs/users/resolvers/A.ts', '../service.ts', 'subgraphs/users/service.ts'],
    ['gateway/a.ts', '../events/index.ts', 'events/index.ts'],
    ['main.ts', './gateway/index.ts', 'gateway/index.ts'],
  ])('allow that %s imports %s', (from, specifier, to) => {
    expect(checkImport(from, specifier, to)).toMatchObject({ fails: false });
  });
});
