import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { PUBLIC_QUERY } from '../../bench/public-graph/schemas.ts';
import { createApolloPlanner, createHivePlanner, createPlanner } from '../../gateway/index.ts';
import { composeGraph } from './graph.ts';
import { GRAPHS } from './graphs.ts';

const definition = GRAPHS.find(({ name }) => name === 'public benchmark');
if (!definition) throw new Error('the public benchmark is missing');
const graph = composeGraph(definition);
const document = parse(PUBLIC_QUERY);

describe('the public benchmark’s query', () => {
  test.each([
    ['as @apollo/query-planner plans it', createApolloPlanner(graph.supergraph), 16],
    ['with lookups joined', createPlanner(graph.supergraph), 6],
    ['as Hive’s planner plans it', createHivePlanner(graph.supergraphSdl), 7],
  ])('%s, makes the requests that docs/engines.md counts', async (_, planner, requests) => {
    const { fetches } = await planner.plan({ document });
    expect(fetches).toHaveLength(requests);
  });

  test('joined, lets every request wait for earlier ones alone, and asks for a product’s price at all its places', async () => {
    const { fetches } = await createPlanner(graph.supergraph).plan({ document });
    const early = fetches.filter(({ after }, index) => after.some((each) => each >= index));
    expect(early).toEqual([]);
    const prices = fetches.find(({ subgraph, lookups }) => subgraph === 'products' && lookups.length > 0);
    expect(prices?.lookups.map(({ paths }) => paths.length)).toEqual([3]);
  });
});
