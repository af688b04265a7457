import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createWorkflowsSubgraph } from '../index.ts';

const CREATE = `mutation ($title: String!) {
  createWorkflow(input: { userId: "7", title: $title }) {
    workflow { title createdAt user { id workflows { edges { node { title } } } } }
    userErrors { code path }
  }
}`;

describe('createWorkflow', () => {
  it('creates a workflow, which the user then has', async () => {
    const now = () => new Date('2026-01-31T12:00:00.000Z');
    await using workflows = await createTestSubgraph(createWorkflowsSubgraph, { now });
    const response = await workflows.execute(CREATE, { viewer: admin, variables: { title: ' New ' } });
    expect(response).toEqual({
      data: {
        createWorkflow: {
          workflow: {
            title: 'New',
            createdAt: '2026-01-31T12:00:00.000Z',
            user: { id: '7', workflows: { edges: [{ node: { title: 'New' } }] } },
          },
          userErrors: [],
        },
      },
    });
  });

  it.each(['', '   ', 'x'.repeat(201)])('says what is wrong with the title "%.10s"', async (title) => {
    await using workflows = await createTestSubgraph(createWorkflowsSubgraph);
    const { data } = await workflows.execute(CREATE, { viewer: admin, variables: { title } });
    expect(data.createWorkflow).toEqual({
      workflow: null,
      userErrors: [{ code: 'WORKFLOW_TITLE_INVALID', path: ['title'] }],
    });
  });

  it('refuses another customer', async () => {
    await using workflows = await createTestSubgraph(createWorkflowsSubgraph);
    const response = await workflows.execute(CREATE, { viewer: customer('8'), variables: { title: 'New' } });
    expect(errorCodes(response)).toEqual(['FORBIDDEN']);
  });
});
