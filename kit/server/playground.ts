import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';
import { isDirect } from './http.ts';

/** A query that the playground opens with. */
export interface PlaygroundTab {
  readonly query: string;
  readonly variables?: string;
}

/** What the playground shows. */
export interface PlaygroundOptions {
  readonly title: string;
  readonly tabs: readonly PlaygroundTab[];
  /**
   * Filled into the headers of every tab; for local use alone, since whoever opens the page has it. What may have come
   * by a proxy gets the page without it.
   */
  readonly token?: string | undefined;
}

interface Page {
  readonly body: Buffer;
  readonly policy: string;
}

/** Serves GraphiQL at `GET /`: one page that asks nobody but this server for anything. */
export function servePlayground(app: FastifyInstance, { token, ...shown }: PlaygroundOptions): void {
  // Five megabytes of text each: made at the first visit, and kept as the fifth of it.
  let withToken: Page | undefined;
  let withoutToken: Page | undefined;
  app.get('/', async ({ raw }, reply) => {
    let page: Page;
    if (token && isDirect(raw)) page = withToken ??= makePage(shown, { authorization: `Bearer ${token}` });
    else page = withoutToken ??= makePage(shown);
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-encoding', 'gzip')
      .header('content-security-policy', page.policy)
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store')
      .send(page.body);
  });
}

function makePage({ title, tabs }: Omit<PlaygroundOptions, 'token'>, filledIn?: object): Page {
  const headers = filledIn && JSON.stringify(filledIn, null, 2);
  const html = renderGraphiQL({
    title,
    endpoint: '/graphql',
    shouldPersistHeaders: false,
    ...(headers && { headers, defaultHeaders: headers }),
    defaultTabs: tabs.map(({ query, variables }) => ({
      query,
      variables: variables ?? null,
      headers: headers ?? null,
    })),
  } as Parameters<typeof renderGraphiQL>[0]);
  return { body: gzipSync(html), policy: policyFor(html) };
}

/** Lets a page run its own scripts and nothing else, ask this server alone, and stand in no other page. */
function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    // The editor makes its workers of texts, and its styles as it goes.
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
