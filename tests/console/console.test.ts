import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClaims } from '../../console/claims.ts';
import { startGateway } from '../../gateway/index.ts';
import { createLifecycle } from '../../kit/lifecycle.ts';
import { createLogger } from '../../kit/logger.ts';
import { temporaryFolder } from '../process.ts';

const log = createLogger('test', 'silent');
const data = temporaryFolder();
const lifecycle = createLifecycle(log);
afterAll(async () => {
  await lifecycle.stop();
  data[Symbol.dispose]();
});

/** A gateway whose subgraphs are elsewhere, if anywhere: the page asks none. */
async function start(settings: Record<string, string> = {}): Promise<string> {
  const env = { PORT: '0', DATA_DIR: data.path, ...settings };
  return (await startGateway({ env, log, lifecycle })).address;
}

/** Every script that a script leads to, with what it imports. */
async function scriptsFrom(url: string, seen = new Map<string, string[]>()): Promise<Map<string, string[]>> {
  if (seen.has(url)) return seen;
  const response = await fetch(url);
  expect([url, response.status, response.headers.get('content-type')]).toEqual([
    url,
    200,
    'text/javascript; charset=utf-8',
  ]);
  const imports = [...(await response.text()).matchAll(/^(?:import|export|\}).*\bfrom '([^']+)';$/gm)].map(
    ([, to]) => to as string,
  );
  seen.set(url, imports);
  for (const to of imports) await scriptsFrom(new URL(to, url).href, seen);
  return seen;
}

describe('the console’s page', () => {
  let address: string;
  beforeAll(async () => {
    address = await start();
  });

  it('allows nothing from outside and nothing inline, and may not be framed', async () => {
    const response = await fetch(`${address}/console`);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|\sstyle=|https?:/);
  });

  it('loads scripts without types, each from here, and no package', async () => {
    const scripts = await scriptsFrom(`${address}/console/console/page/main.ts`);
    expect([...scripts.keys()]).toContain(`${address}/console/client/operations.generated.ts`);
    for (const imports of scripts.values()) for (const to of imports) expect(to).toMatch(/^\.{1,2}\//);
  });

  it('is not asked for again what it has', async () => {
    const url = `${address}/console/console/page/style.css`;
    const first = await fetch(url);
    expect(first.headers.get('content-type')).toBe('text/css; charset=utf-8');
    const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it.each([
    'kit/config.ts',
    'console/page/index.html',
    'console/address.test.ts',
    'console/../package.json',
    'console%2f..%2fpackage.json',
    '..%2f..%2fetc%2fpasswd',
    'client/package.json',
  ])('has no other file: %s', async (file) => {
    expect((await fetch(`${address}/console/${file}`)).status).toBe(404);
  });

  it('has an admin’s token on one machine with keys of its own, for that machine’s own names alone', async () => {
    const html = await (await fetch(`${address}/console/`)).text();
    const token = /name="token" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(readClaims(token)).toMatchObject({ subject: 'admin', isAdmin: true });
    const { hostname, port } = new URL(address);
    const status = await new Promise((resolve) => {
      request({ hostname, port, path: '/console', headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(421);
  });

  it('has no token anywhere else', async () => {
    const elsewhere = await start({
      NODE_ENV: 'production',
      SUBGRAPH_SECRET: 'a secret of more than thirty-two characters',
      AUTH_JWKS: '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}',
    });
    const response = await fetch(`${elsewhere}/console`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<meta name="token" content="">');
    expect((await fetch(elsewhere)).status).toBe(404);
  });

  it('is not there where it is switched off', async () => {
    const without = await start({ CONSOLE: 'off' });
    expect((await fetch(`${without}/console`)).status).toBe(404);
    expect((await fetch(`${without}/console/console/page/main.ts`)).status).toBe(404);
  });
});
