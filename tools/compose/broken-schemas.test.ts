import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '@apollo/federation-internals';
import { describe, expect, test } from 'vitest';
import { CompositionError, composeSubgraphs } from './compose-supergraph.ts';
import { crossCheck } from './cross-check.ts';
import { hasRemedy } from './remedies.ts';
import { parseSchema, type SubgraphSource } from './subgraph-source.ts';

/** A file of the catalogue: the schemas of some subgraphs, and the whole message that they must give. */
function readCase(file: string): { subgraphs: SubgraphSource[]; expected: string } {
  const sections = readFileSync(file, 'utf8')
    .split(/^--- /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      return { title: section.slice(0, end), body: section.slice(end + 1) };
    });
  const subgraphs = sections
    .filter(({ title }) => title.endsWith('.graphql'))
    .map(({ title, body }, at) => ({
      name: title.replace('.graphql', ''),
      url: `http://127.0.0.1:${4001 + at}/graphql`,
      file: title,
      document: parseSchema(body, title),
    }));
  return { subgraphs, expected: sections.find(({ title }) => title === 'expected')?.body.trimEnd() ?? '' };
}

const folder = join(import.meta.dirname, 'broken');
const cases = readdirSync(folder).map((file) => ({
  title: file.replace('.txt', '').replaceAll('-', ' '),
  ...readCase(join(folder, file)),
}));

function problemsOf(subgraphs: readonly SubgraphSource[]): CompositionError {
  try {
    composeSubgraphs(subgraphs);
  } catch (error) {
    if (error instanceof CompositionError) return error;
    throw error;
  }
  throw new Error('the schemas compose');
}

describe('a broken schema is explained with both sides and the remedy', () => {
  test.each(cases)('$title', ({ subgraphs, expected }) => {
    expect(problemsOf(subgraphs).message).toBe(expected);
  });

  test.each(cases)('$title: the second composer refuses it for the same reason', ({ subgraphs }) => {
    expect(crossCheck(subgraphs)).toEqual([]);
  });

  test('the catalogue is large enough to trust', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  test.each(cases.filter(({ subgraphs }) => subgraphs.length > 1))(
    '$title: whoever has a part in it is shown',
    ({ subgraphs }) => {
      for (const problem of problemsOf(subgraphs).problems) {
        const shown = new Set(problem.places.map(({ subgraph }) => subgraph));
        expect([...shown].sort()).toEqual([...problem.subgraphs].sort());
      }
    },
  );
});

test('every code of the composer has a remedy of its own', () => {
  const codes = Object.values(ERRORS).flatMap((each) => ('code' in each ? [String(each.code)] : []));
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code) => !hasRemedy(code))).toEqual([]);
});
