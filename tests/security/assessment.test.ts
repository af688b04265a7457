import { afterAll, beforeAll, expect, it } from 'vitest';
import { admin } from '../../kit/testing/subgraph.ts';
import { createTestGraph, type TestGraph } from '../graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await createTestGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

it.each([
  {
    reports: 'reportDetection',
    type: 'Detection',
    field: 'detection',
    input: { location: 7, type: 'FIRE', severity: 'RED' },
    assessment: { text: 'Serious violation!', action: 'Take action immediately!', urgency: 'URGENT' },
  },
  {
    reports: 'reportUnitEvent',
    type: 'UnitEvent',
    field: 'unitEvent',
    input: { location: 7, unitId: 'TDC007003', state: 'LOW_VOLTAGE', volts: 6 },
    assessment: { text: 'The unit is short of power', action: 'Check its power supply', urgency: 'WARNING' },
  },
])('what $reports tells is assessed by the workflow that it starts', async (report) => {
  const { reports, type, field, input, assessment } = report;
  const mutation = `mutation ($input: Report${type}Input!) { ${reports}(input: $input) { ${field} { id } } }`;
  const { data } = await graph.execute(mutation, { viewer: admin, variables: { input } });
  const query = `query ($id: ID!) { ${field}(id: $id) { assessment { text action urgency } } }`;
  const variables = { id: data[reports][field].id };
  const read = async () => (await graph.execute(query, { viewer: admin, variables })).data[field].assessment;
  await expect.poll(read, { timeout: 20_000 }).toEqual(assessment);
});
