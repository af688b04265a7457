import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A project of someone else's, with the packed client installed. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'tessera-client-'));
  const packed = run('npm', ['pack', '--pack-destination', project], 'client');
  if (packed.status !== 0) throw new Error(packed.stderr);
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, '@graphql-typed-document-node'), { recursive: true });
  run('tar', ['-xzf', readdirSync(project).find((file) => file.endsWith('.tgz')) ?? ''], project);
  cpSync(join(project, 'package'), join(modules, 'tessera-client'), { recursive: true });
  // What npm would fetch: the types that the package names as its dependencies.
  for (const name of ['@graphql-typed-document-node/core', 'graphql'])
    symlinkSync(resolve('node_modules', name), join(modules, name));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function run(program: string, args: readonly string[], cwd: string) {
  return spawnSync(program, args, { cwd, encoding: 'utf8' });
}

/** What the compiler, with every strictness, has against pieces of code that use the package: a list for each. */
function faultsOf(pieces: readonly string[]): string[][] {
  const files = pieces.map((_, i) => `piece-${i}.ts`);
  for (const [i, code] of pieces.entries())
    writeFileSync(
      join(project, `piece-${i}.ts`),
      `import * as tessera from 'tessera-client';\n${CLIENT}\n${code}\n`,
    );
  const options = '--noEmit --strict --module nodenext --target es2024 --lib es2024,dom --types'.split(' ');
  const { stdout } = run(resolve('node_modules/.bin/tsc'), [...options, '', ...files], project);
  const faults = stdout.split('\n');
  return files.map((file) => faults.filter((line) => line.startsWith(`${file}(`)));
}

const CLIENT = `const client = tessera.createClient({ url: '/graphql' });`;

/** What must not compile, and the compiler's reason. */
const REFUSED = {
  'a variable of another type': [`client.execute(tessera.CustomersDocument, { first: 'three' });`, 'TS2322'],
  'a variable that there is not': [`client.execute(tessera.CustomersDocument, { last: 3 });`, 'TS2353'],
  'an input without a required field': [
    `client.execute(tessera.SignInDocument, { input: { login: 'a' } });`,
    'TS2741',
  ],
  'data before the kind is known': [`(await client.execute(tessera.MeDocument)).data;`, 'TS2339'],
  'a field that was not asked for': [
    `const r = await client.execute(tessera.MeDocument); if (r.kind === 'data') r.data.me?.email;`,
    'TS2339',
  ],
  'a field of null': [
    `const r = await client.execute(tessera.MeDocument); if (r.kind === 'data') r.data.me.id;`,
    'TS18047',
  ],
  'a code that nothing has': [`const c: tessera.FailureCode = 'OOPS'; void [c, client];`, 'TS2322'],
} as const;

describe('the packed client', () => {
  it('holds JavaScript and its types alone', () => {
    const files = readdirSync(join(project, 'package'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => !/^dist(\/[\w.-]+\.(js|d\.ts))?$/.test(file)).sort()).toEqual([
      'README.md',
      'package.json',
    ]);
    expect(files).toContain('dist/index.js');
  });

  it('needs no package at run time', () => {
    rmSync(join(project, 'alone'), { recursive: true, force: true });
    mkdirSync(join(project, 'alone/node_modules'), { recursive: true });
    cpSync(join(project, 'package'), join(project, 'alone/node_modules/tessera-client'), { recursive: true });
    const code = `import { createClient, MeDocument } from 'tessera-client';
      const result = await createClient({ url: 'http://127.0.0.1:1/', retries: 0 }).execute(MeDocument);
      process.stdout.write(result.errors[0].code);`;
    const { stdout, stderr } = run(
      process.execPath,
      ['--input-type=module', '-e', code],
      join(project, 'alone'),
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('NETWORK_ERROR');
  });

  it('types variables and answers by the operation', () => {
    const [faults] = faultsOf([
      `const result = await client.execute(tessera.CustomerDocument, { id: '123' });
      if (result.kind !== 'error') {
        const name: string | undefined = result.data.user?.firstName;
        const billing: 'ANNUAL' | 'MONTHLY' | 'PAY_PER_USE' | undefined = result.data.user?.subscription?.billing;
        void [name, billing];
      } else {
        const code: tessera.FailureCode = result.errors[0].code;
        void code;
      }
      await client.execute(tessera.MeDocument);
      await client.execute(tessera.CustomersDocument, { first: 3 }, { signal: AbortSignal.timeout(5) });`,
    ]);
    expect(faults).toEqual([]);
  });

  it('refuses what does not fit the operation', () => {
    const faults = faultsOf(Object.values(REFUSED).map(([code]) => code));
    const found = Object.keys(REFUSED).map((name, i) => [
      name,
      faults[i]?.map((line) => /TS\d+/.exec(line)?.[0]),
    ]);
    expect(found).toEqual(Object.entries(REFUSED).map(([name, [, error]]) => [name, [error]]));
  });
});
