import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer } from '../../../kit/testing/subgraph.ts';
import { createReportsSubgraph } from '../index.ts';

const CREATE = `mutation ($title: String!) {
  createReport(input: { userId: "7", title: $title }) {
    report { title createdAt user { id reports { edges { node { title } } } } }
    userErrors { code path }
  }
}`;

describe('createReport', () => {
  it('creates a report, which the user then has', async () => {
    const now = () => new Date('2026-01-31T12:00:00.000Z');
    await using reports = await createTestSubgraph(createReportsSubgraph, { now });
    const response = await reports.execute(CREATE, { viewer: admin, variables: { title: ' New ' } });
    expect(response).toEqual({
      data: {
        createReport: {
          report: {
            title: 'New',
            createdAt: '2026-01-31T12:00:00.000Z',
            user: { id: '7', reports: { edges: [{ node: { title: 'New' } }] } },
          },
          userErrors: [],
        },
      },
    });
  });

  it.each(['', '   ', 'x'.repeat(201)])('says what is wrong with the title "%.10s"', async (title) => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    const { data } = await reports.execute(CREATE, { viewer: admin, variables: { title } });
    expect(data.createReport).toEqual({
      report: null,
      userErrors: [{ code: 'REPORT_TITLE_INVALID', path: ['title'] }],
    });
  });

  it('refuses another customer', async () => {
    await using reports = await createTestSubgraph(createReportsSubgraph);
    const response = await reports.execute(CREATE, { viewer: customer('8'), variables: { title: 'New' } });
    expect(errorCodes(response)).toEqual(['FORBIDDEN']);
  });
});
