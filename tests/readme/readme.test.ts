import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { admin } from '../../kit/testing/subgraph.ts';
import { createTestGraph } from '../graph.ts';

const README = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('shows a query with its real answer', async () => {
    await using graph = await createTestGraph();
    const { query } = JSON.parse(/-d '(\{.*\})'/.exec(README)?.[1] ?? '');
    const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(README)?.[1] ?? '');
    expect(await graph.execute(query, { viewer: admin })).toEqual(shown);
  });

  it('names only commands and files that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const commands = [...README.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name as string);
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    const files = [...README.matchAll(/\]\(([\w./-]+)\)/g)].map(([, file]) => file as string);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});
