import { Supergraph } from '@apollo/federation-internals';
import { parse, print, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { PUBLIC_SUBGRAPHS } from '../public-graph/schemas.ts';
import { differentOperations } from './operations.ts';
import { composeSubgraphs } from './schemas.ts';

const subgraphs = Object.entries(PUBLIC_SUBGRAPHS).map(([name, sdl]) => ({
  name,
  sdl,
  url: `http://127.0.0.1/${name}`,
}));

describe('the operations in rotation', () => {
  it('all differ, in more than their names', () => {
    const selections = differentOperations(200).map((text) => print(parse(text)).replace(/Operation\d+/, ''));
    expect(new Set(selections).size).toBe(200);
  });

  it('all fit the public graph', () => {
    const schema = Supergraph.build(composeSubgraphs(subgraphs)).apiSchema().toGraphQLJSSchema();
    const faults = differentOperations(256).flatMap((text) => validate(schema, parse(text)));
    expect(faults).toEqual([]);
  });

  it('are no more than there are sets of fields', () => {
    expect(() => differentOperations(257)).toThrow(RangeError);
  });
});
