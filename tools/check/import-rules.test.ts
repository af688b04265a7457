import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const REFUSED = [
  ['kit', 'kit/a.ts', '../gateway/b.ts', 'gateway/b.ts'],
  ['kit', 'kit/a.ts', '../subgraphs/users/index.ts', 'subgraphs/users/index.ts'],
  ['events', 'events/a.ts', '../subgraphs/users/index.ts', 'subgraphs/users/index.ts'],
  ['gateway', 'gateway/a.ts', '../subgraphs/users/index.ts', 'subgraphs/users/index.ts'],
  ['gateway', 'gateway/a.ts', '../events/relay.ts', 'events/relay.ts'],
  ['gateway', 'gateway/a.ts', '../rest/index.ts', 'rest/index.ts'],
  ['gateway-process', 'gateway/main.ts', '../rest/table.ts', 'rest/table.ts'],
  ['rest', 'rest/a.ts', '../gateway/server.ts', 'gateway/server.ts'],
  ['rest', 'rest/a.ts', '../subgraphs/users/index.ts', 'subgraphs/users/index.ts'],
  ['subgraphs', 'subgraphs/users/a.ts', '../orders/index.ts', 'subgraphs/orders/index.ts'],
  ['subgraphs', 'subgraphs/users/a.ts', '../../gateway/index.ts', 'gateway/index.ts'],
  ['tools', 'tools/a.ts', '../subgraphs/users/repository.ts', 'subgraphs/users/repository.ts'],
  ['front-doors', 'main.ts', './gateway/server.ts', 'gateway/server.ts'],
  ['front-doors', 'tests/x/a.test.ts', '../../subgraphs/users/service.ts', 'subgraphs/users/service.ts'],
  ['client', 'client/a.ts', '../kit/b.ts', 'kit/b.ts'],
  ['runs-in-a-browser', 'console/b.ts', 'graphql', 'node_modules/graphql/index.js'],
  ['console', 'console/page/a.ts', '../../kit/b.ts', 'kit/b.ts'],
  ['console', 'console/a.ts', '../client/client.ts', 'client/client.ts'],
] as const;

const ALLOWED = [
  ['subgraphs/users/a.ts', '../../kit/b.ts', 'kit/b.ts'],
  ['subgraphs/users/resolvers/A.ts', '../service.ts', 'subgraphs/users/service.ts'],
  ['gateway/a.ts', '../events/index.ts', 'events/index.ts'],
  ['gateway/main.ts', '../rest/index.ts', 'rest/index.ts'],
  ['rest/a.ts', '../gateway/index.ts', 'gateway/index.ts'],
  ['console/a.ts', '../client/index.ts', 'client/index.ts'],
  ['main.ts', './gateway/index.ts', 'gateway/index.ts'],
] as const;

/** What the check's program reports, as far as it is read here. */
interface Report {
  readonly modules: readonly {
    source: string;
    dependencies: readonly { module: string; resolved: string }[];
  }[];
  readonly summary: { readonly violations: readonly { from: string; to: string; rule: { name: string } }[] };
}

let folder: string;
let report: Report;

/** Checks the project, as `npm run check` does but for the form of what it prints. */
function check(form: string) {
  const files = [...REFUSED.map(([, from]) => from), ...ALLOWED.map(([from]) => from)];
  return spawnSync(
    resolve('node_modules/.bin/depcruise'),
    [
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      form,
      ...new Set(files.map((file) => file.split('/')[0] as string)),
    ],
    { cwd: folder, encoding: 'utf8' },
  );
}

/** One project with all of the imports: the check is a program of its own, which takes longer to start than to run. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-imports-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    cpSync(file, join(folder, file));
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    appendFileSync(join(folder, file), text);
  };
  for (const [from, specifier, to] of [...REFUSED.map(([, ...each]) => each), ...ALLOWED]) {
    write(from, `import '${specifier}';\n`);
    write(to, '');
  }
  report = JSON.parse(check('json').stdout);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The rules that an import breaks; fails unless the import was seen. */
function brokenBy(from: string, specifier: string, to: string): string[] {
  const seen = report.modules.find(({ source }) => source === from)?.dependencies;
  expect(seen).toContainEqual(expect.objectContaining({ module: specifier, resolved: to }));
  return report.summary.violations
    .filter((each) => each.from === from && each.to === to)
    .map(({ rule }) => rule.name);
}

describe('the import rules', () => {
  it.each(REFUSED)('%s: refuse that %s imports %s', (rule, from, specifier, to) => {
    expect(brokenBy(from, specifier, to)).toEqual([rule]);
  });

  it.each(ALLOWED)('allow that %s imports %s', (from, specifier, to) => {
    expect(brokenBy(from, specifier, to)).toEqual([]);
  });

  it('fail the check', () => {
    expect(check('err').status).toBe(REFUSED.length);
  });
});
