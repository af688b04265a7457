import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createWorkflowsSubgraph } from '../index.ts';

const BY_ID = 'query ($id: ID!) { workflow(id: $id) { id title user { id } } }';

describe('workflows', () => {
  it('gives the known rows', async () => {
    await using workflows = await createTestSubgraph(createWorkflowsSubgraph);
    expect(await workflows.execute(BY_ID, { viewer: admin, variables: { id: '1' } })).toEqual({
      data: { workflow: { id: '1', title: 'The first workflow', user: { id: '1' } } },
    });
  });

  it('gives null for an unknown id, and refuses a malformed one', async () => {
    await using workflows = await createTestSubgraph(createWorkflowsSubgraph);
    const unknown = await workflows.execute(BY_ID, { viewer: admin, variables: { id: '1001' } });
    expect(unknown).toEqual({ data: { workflow: null } });
    const malformed = await workflows.execute(BY_ID, { viewer: admin, variables: { id: '1 or 1=1' } });
    expect(errorCodes(malformed)).toEqual(['BAD_USER_INPUT']);
  });

  it('shows a customer their own rows alone', async () => {
    await using workflows = await createTestSubgraph(createWorkflowsSubgraph);
    const own = await workflows.execute(BY_ID, { viewer: customer('1'), variables: { id: '1' } });
    expect(own.data.workflow.id).toBe('1');
    const others = await workflows.execute(BY_ID, { viewer: customer('2'), variables: { id: '1' } });
    expect(errorCodes(others)).toEqual(['FORBIDDEN']);
  });

  it('pages through all rows without a gap or a repetition', async () => {
    await using workflows = await createTestSubgraph(createWorkflowsSubgraph);
    const query = `query ($after: String) {
      workflows(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
    }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await workflows.execute(query, { viewer: admin, variables: { after } });
      seen.push(...data.workflows.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = data.workflows.pageInfo.endCursor;
      more = data.workflows.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
  });

  it('reads the pages of a hundred users with one statement', async () => {
    await using workflows = await createTestSubgraph(createWorkflowsSubgraph);
    const references = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1) }));
    const statements = await workflows.statements(() =>
      workflows.entities('User', references, 'workflows(first: 3) { edges { node { title } } }', {
        viewer: admin,
      }),
    );
    expect(statements).toHaveLength(1);
  });
});
