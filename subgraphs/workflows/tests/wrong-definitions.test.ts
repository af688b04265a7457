import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ConfigError } from '../../../kit/config.ts';
import { createTestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createWorkflowsSubgraph } from '../index.ts';
import { writeDefinitions } from './definitions.ts';

const room = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const parcel = (step: string) =>
  `defineWorkflow({ name: 'parcel', trigger: OrderPlaced }).step('reserve', { payload: () => ({}), ${step} })`;

/** What `npm run check` makes of the definitions of a folder. */
const check = (settings: Record<string, string>) =>
  promisify(execFile)(process.execPath, [room('../check-definitions.ts')], {
    env: { ...process.env, ...settings },
  }).then(
    () => 'all is well',
    ({ code, stdout }: { code: number; stdout: string }) => `${code}: ${stdout.trimEnd()}`,
  );

it.each([
  [
    'an unknown command',
    parcel("command: { name: 'EatStock' }"),
    'workflow parcel: no contract declares the command EatStock',
  ],
  [
    'a step that waits for itself',
    parcel("command: ReserveStock, after: ['reserve']"),
    'workflow parcel: the step reserve waits for itself (a cycle)',
  ],
  [
    'a command that is not there to be imported',
    parcel('command: contracts.EatStock'),
    /parcel\.ts cannot be loaded: .*undefined/,
  ],
  ['no workflow', '42', /parcel\.ts must export one workflow, made by defineWorkflow$/],
])('definitions with %s are refused in words, by the check and at the start', async (_, source, fault) => {
  using definitions = writeDefinitions({ parcel: source });
  const refusal = await createTestSubgraph(createWorkflowsSubgraph, { env: definitions.settings }).catch(
    (error) => error,
  );
  expect(refusal).toBeInstanceOf(ConfigError);
  expect(refusal.message).toMatch(fault);
  expect(await check(definitions.settings)).toBe(`1: ${refusal.message}`);
});

it.each([
  [
    'empty',
    '',
    /^WORKFLOWS_DEFINITIONS: \S+ holds no definition \(a \.ts file\): without one no order is ever settled$/,
  ],
  ['missing', 'none', /^WORKFLOWS_DEFINITIONS: \S+none does not exist: name a folder of definitions$/],
  [
    'a file',
    'file',
    /^WORKFLOWS_DEFINITIONS: \S+file cannot be read \(ENOTDIR\): name a folder of definitions$/,
  ],
])('a folder of definitions that is %s is refused in a line', async (_, name, fault) => {
  using definitions = writeDefinitions({});
  const folder = definitions.settings.WORKFLOWS_DEFINITIONS as string;
  if (name === 'file') writeFileSync(join(folder, name), '');
  const env = { WORKFLOWS_DEFINITIONS: join(folder, name) };
  const refusal = await createTestSubgraph(createWorkflowsSubgraph, { env }).catch((error) => error);
  expect(refusal).toBeInstanceOf(ConfigError);
  expect(refusal.message).toMatch(fault);
  expect(await check(env)).toBe(`1: ${refusal.message}`);
});

it('definitions with an import that finds nothing are refused in words', async () => {
  using definitions = writeDefinitions({});
  const source = `import { EatStock } from '${room('../../../events/index.ts')}';\nexport const parcel = EatStock;\n`;
  writeFileSync(join(definitions.settings.WORKFLOWS_DEFINITIONS as string, 'parcel.ts'), source);
  expect(await check(definitions.settings)).toMatch(/^1: \S+parcel\.ts cannot be loaded: .*EatStock/);
});

it('the definitions that there are pass the check', async () => {
  expect(await check({})).toBe('all is well');
});
