import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../kit/testing/response.ts';
import { admin, createTestSubgraph, customer, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createSubscriptionsSubgraph } from '../index.ts';
import { insertPast } from './past-subscriptions.ts';

interface Page {
  readonly ids: readonly string[];
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}

/** A page of each user's subscriptions, asked for as the gateway does. */
async function readPages(
  subscriptions: TestSubgraph,
  userIds: readonly string[],
  args = '',
): Promise<Page[]> {
  const { data, errors } = await subscriptions.entities(
    'User',
    userIds.map((id) => ({ id })),
    `subscriptions${args} { edges { node { id } } pageInfo { hasNextPage endCursor } }`,
    { viewer: admin },
  );
  expect(errors).toBeUndefined();
  type Answer = { subscriptions: { edges: { node: { id: string } }[]; pageInfo: Omit<Page, 'ids'> } };
  return data._entities.map(({ subscriptions: { edges, pageInfo } }: Answer) => ({
    ids: edges.map(({ node }) => node.id),
    ...pageInfo,
  }));
}

const userIds = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));

describe("a user's subscriptions", () => {
  it('are the active one and those of the past, newest first', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const past = (await insertPast(subscriptions, ['123'], 3)).get('123') ?? [];
    const [newestFirst] = await readPages(subscriptions, ['123']);
    expect(newestFirst?.ids).toEqual(['81', ...past.toReversed()]);
    const [oldestFirst] = await readPages(subscriptions, ['123'], '(orderBy: CREATED_AT_ASC)');
    expect(oldestFirst?.ids).toEqual([...past, '81']);
  });

  it('are those for which all conditions of the filter hold', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    await insertPast(subscriptions, ['123'], 3);
    const count = async (filter: string) =>
      (await readPages(subscriptions, ['123'], `(filter: ${filter})`))[0]?.ids.length;
    expect(await count('{ status: ACTIVE }')).toBe(1);
    expect(await count('{ status: INACTIVE }')).toBe(3);
    expect(await count('{ billing: MONTHLY, productId: "3" }')).toBe(3);
    expect(await count('{ billing: ANNUAL, productId: "3" }')).toBe(0);
    expect(await count('{ status: null, billing: null, productId: null }')).toBe(4);
  });

  it('come page by page without a gap or a repetition, each user their own', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    const past = await insertPast(subscriptions, ['1', '123'], 4);
    const first = await readPages(subscriptions, ['123', '1'], '(first: 2)');
    expect(first.map(({ ids }) => ids)).toEqual([
      ['81', past.get('123')?.[3]],
      ['23', past.get('1')?.[3]],
    ]);
    const seen = [...(first[0]?.ids ?? [])];
    for (let page = first[0]; page?.hasNextPage; ) {
      [page] = await readPages(subscriptions, ['123'], `(first: 2, after: "${page.endCursor}")`);
      seen.push(...(page?.ids ?? []));
    }
    expect(seen).toEqual(['81', ...(past.get('123') ?? []).toReversed()]);
  });

  it('are an empty page for a user who never had one', async () => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    expect(await readPages(subscriptions, ['1001'])).toEqual([
      { ids: [], hasNextPage: false, endCursor: null },
    ]);
  });

  it.each([1, 100])('cost one statement for %i users, from the start or after a cursor', async (count) => {
    await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
    await insertPast(subscriptions, userIds(count), 3);
    let [page]: Page[] = [];
    const fromStart = await subscriptions.statements(async () => {
      const pages = await readPages(subscriptions, userIds(count), '(first: 2)');
      expect(pages.map(({ ids }) => ids.length)).toEqual(userIds(count).map(() => 2));
      [page] = pages;
    });
    expect(fromStart).toHaveLength(1);
    const afterCursor = await subscriptions.statements(() =>
      readPages(subscriptions, userIds(count), `(first: 2, after: "${page?.endCursor}")`),
    );
    expect(afterCursor).toHaveLength(1);
  });

  it.each(['first: 0', 'first: -1', 'first: 1000', 'after: "abc"', 'filter: { productId: "abc" }'])(
    'refuse %s',
    async (args) => {
      await using subscriptions = await createTestSubgraph(createSubscriptionsSubgraph);
      const selection = `id subscriptions(${args}) { edges { cursor } }`;
      const response = await subscriptions.entities('User', [{ id: '123' }], selection, {
        viewer: customer('123'),
      });
      expect(response.data).toEqual({ _entities: [{ id: '123', subscriptions: null }] });
      expect(errorCodes(response)).toEqual(['BAD_USER_INPUT']);
    },
  );
});
