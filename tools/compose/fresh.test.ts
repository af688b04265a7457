import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composeSupergraph } from './compose-supergraph.ts';

test('supergraph.graphql is what `npm run compose` makes of the subgraphs', () => {
  const fresh =
    readFileSync('supergraph.graphql', 'utf8') === composeSupergraph('supergraph.yaml').supergraphSdl;
  expect(fresh, 'run `npm run compose`').toBe(true);
});
