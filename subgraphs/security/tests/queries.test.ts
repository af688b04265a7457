import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createSecuritySubgraph } from '../index.ts';

const BY_ID = 'query ($id: ID!) { security(id: $id) { id title user { id } } }';

describe('security', () => {
  it('gives the known rows', async () => {
    await using securities = await createTestSubgraph(createSecuritySubgraph);
    expect(await securities.execute(BY_ID, { viewer: admin, variables: { id: '1' } })).toEqual({
      data: { security: { id: '1', title: 'The first security', user: { id: '1' } } },
    });
  });

  it('gives null for an unknown id, and refuses a malformed one', async () => {
    await using securities = await createTestSubgraph(createSecuritySubgraph);
    const unknown = await securities.execute(BY_ID, { viewer: admin, variables: { id: '1001' } });
    expect(unknown).toEqual({ data: { security: null } });
    const malformed = await securities.execute(BY_ID, { viewer: admin, variables: { id: '1 or 1=1' } });
    expect(errorCodes(malformed)).toEqual(['BAD_USER_INPUT']);
  });

  it('shows a customer their own rows alone', async () => {
    await using securities = await createTestSubgraph(createSecuritySubgraph);
    const own = await securities.execute(BY_ID, { viewer: customer('1'), variables: { id: '1' } });
    expect(own.data.security.id).toBe('1');
    const others = await securities.execute(BY_ID, { viewer: customer('2'), variables: { id: '1' } });
    expect(errorCodes(others)).toEqual(['FORBIDDEN']);
  });

  it('pages through all rows without a gap or a repetition', async () => {
    await using securities = await createTestSubgraph(createSecuritySubgraph);
    const query = `query ($after: String) {
      securities(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
    }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await securities.execute(query, { viewer: admin, variables: { after } });
      seen.push(...data.securities.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = data.securities.pageInfo.endCursor;
      more = data.securities.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
  });

  it('reads the pages of a hundred users with one statement', async () => {
    await using securities = await createTestSubgraph(createSecuritySubgraph);
    const references = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1) }));
    const statements = await securities.statements(() =>
      securities.entities('User', references, 'securities(first: 3) { edges { node { title } } }', {
        viewer: admin,
      }),
    );
    expect(statements).toHaveLength(1);
  });
});
