import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createSecuritySubgraph } from '../index.ts';

const CREATE = `mutation ($title: String!) {
  createSecurity(input: { userId: "7", title: $title }) {
    security { title createdAt user { id securities { edges { node { title } } } } }
    userErrors { code path }
  }
}`;

describe('createSecurity', () => {
  it('creates a security, which the user then has', async () => {
    const now = () => new Date('2026-01-31T12:00:00.000Z');
    await using securities = await createTestSubgraph(createSecuritySubgraph, { now });
    const response = await securities.execute(CREATE, { viewer: admin, variables: { title: ' New ' } });
    expect(response).toEqual({
      data: {
        createSecurity: {
          security: {
            title: 'New',
            createdAt: '2026-01-31T12:00:00.000Z',
            user: { id: '7', securities: { edges: [{ node: { title: 'New' } }] } },
          },
          userErrors: [],
        },
      },
    });
  });

  it.each(['', '   ', 'x'.repeat(201)])('says what is wrong with the title "%.10s"', async (title) => {
    await using securities = await createTestSubgraph(createSecuritySubgraph);
    const { data } = await securities.execute(CREATE, { viewer: admin, variables: { title } });
    expect(data.createSecurity).toEqual({
      security: null,
      userErrors: [{ code: 'SECURITY_TITLE_INVALID', path: ['title'] }],
    });
  });

  it('refuses another customer', async () => {
    await using securities = await createTestSubgraph(createSecuritySubgraph);
    const response = await securities.execute(CREATE, { viewer: customer('8'), variables: { title: 'New' } });
    expect(errorCodes(response)).toEqual(['FORBIDDEN']);
  });
});
