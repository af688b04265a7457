import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createReportsSubgraph } from '../index.ts';

const BY_ID = 'query ($id: ID!) { report(id: $id) { id title user { id } } }';

describe('reports', () => {
  it('gives the known rows', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    expect(await reports.execute(BY_ID, { viewer: admin, variables: { id: '1' } })).toEqual({
      data: { report: { id: '1', title: 'The first report', user: { id: '1' } } },
    });
  });

  it('gives null for an unknown id, and refuses a malformed one', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    const unknown = await reports.execute(BY_ID, { viewer: admin, variables: { id: '1001' } });
    expect(unknown).toEqual({ data: { report: null } });
    const malformed = await reports.execute(BY_ID, { viewer: admin, variables: { id: '1 or 1=1' } });
    expect(errorCodes(malformed)).toEqual(['BAD_USER_INPUT']);
  });

  it('shows a customer their own rows alone', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    const own = await reports.execute(BY_ID, { viewer: customer('1'), variables: { id: '1' } });
    expect(own.data.report.id).toBe('1');
    const others = await reports.execute(BY_ID, { viewer: customer('2'), variables: { id: '1' } });
    expect(errorCodes(others)).toEqual(['FORBIDDEN']);
  });

  it('pages through all rows without a gap or a repetition', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    const query = `query ($after: String) {
      reports(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
    }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await reports.execute(query, { viewer: admin, variables: { after } });
      seen.push(...data.reports.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = data.reports.pageInfo.endCursor;
      more = data.reports.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
  });

  it('reads the pages of a hundred users with one statement', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    const references = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1) }));
    const statements = await reports.statements(() =>
      reports.entities('User', references, 'reports(first: 3) { edges { node { title } } }', {
        viewer: admin,
      }),
    );
    expect(statements).toHaveLength(1);
  });
});
