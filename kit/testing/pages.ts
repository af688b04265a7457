import type { Connection, Edge } from '../connection.ts';

/**
 * Reads a connection page after page, as a client does.
 *
 * @param read reads the page after a cursor; null is the first page
 * @returns the edges of all pages, in their order
 */
export async function readPages<Node>(
  read: (after: string | null) => Promise<Connection<Node>>,
): Promise<Edge<Node>[]> {
  const edges: Edge<Node>[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Connection<Node> = await read(after);
    edges.push(...page.edges);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return edges;
}
