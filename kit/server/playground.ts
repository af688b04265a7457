import { gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

/** A query that the playground opens with. */
export interface PlaygroundTab {
  readonly query: string;
  readonly variables?: string;
}

/** What the playground shows. */
export interface PlaygroundOptions {
  readonly title: string;
  readonly tabs: readonly PlaygroundTab[];
  /** Filled into the headers of every tab; for local use alone, since whoever opens the page has it. */
  readonly token?: string | undefined;
}

// Nothing from outside, and no other page may frame it.
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Serves GraphiQL at `GET /`: one page that asks nobody but this server for anything. */
export function servePlayground(app: FastifyInstance, { title, tabs, token }: PlaygroundOptions): void {
  const headers = token ? JSON.stringify({ authorization: `Bearer ${token}` }, null, 2) : undefined;
  let page: Buffer | undefined;
  app.get('/', async (_, reply) => {
    // Five megabytes of text: made at the first visit, and kept as the fifth of it.
    page ??= gzipSync(
      renderGraphiQL({
        title,
        endpoint: '/graphql',
        shouldPersistHeaders: false,
        ...(headers && { headers, defaultHeaders: headers }),
        defaultTabs: tabs.map(({ query, variables }) => ({
          query,
          variables: variables ?? null,
          headers: headers ?? null,
        })),
      } as Parameters<typeof renderGraphiQL>[0]),
    );
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-encoding', 'gzip')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('cache-control', 'no-store')
      .send(page);
  });
}
