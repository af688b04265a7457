import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('docs/testing-a-subgraph.md shows the examples as they are run', () => {
  const document = readFileSync('docs/testing-a-subgraph.md', 'utf8');
  const shown = [...document.matchAll(/\[`(docs\/[^`]+\.test\.ts)`\][^\n]*\n\n```ts\n(.*?)```/gs)];
  expect(shown).toHaveLength(3);
  for (const [, file = '', code] of shown) expect(code, file).toBe(readFileSync(file, 'utf8'));
});
