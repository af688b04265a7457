import { request } from 'node:http';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKeys } from '../../kit/viewer/local-keys.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';

const data = temporaryFolder();
let graph: RunningProgram;
let subgraph: RunningProgram;
const addresses: Record<string, string> = {};
beforeAll(async () => {
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data.path };
  graph = run(['main.ts'], env);
  addresses.gateway = (await graph.printed(/playground\s+(http:[^\s]+?)\/?\s/))[1] as string;
  subgraph = run(['tools/subgraph.ts', 'products'], { ...env, LOG_LEVEL: 'info' });
  addresses.subgraph = (await subgraph.printed(/is ready at (http:[^"\s]+)/))[1] as string;
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await subgraph[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Whether an access token is in it. */
  readonly hasToken: boolean;
}

const BROWSER = { connection: 'keep-alive' };

/** Asks with these headers as they stand here, by a connection of its own. */
function get(address: string, headers: Record<string, string>, path = '/'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, address), { headers, agent: false }, (response) => {
      const unpacked = response.headers['content-encoding'] === 'gzip' ? createGunzip() : new PassThrough();
      let text = '';
      response.pipe(unpacked).setEncoding('utf8');
      unpacked.on('data', (chunk: string) => {
        text += chunk;
      });
      unpacked.once('error', reject).once('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          hasToken: /(?:Bearer |content=")ey[\w-]+\.[\w-]+\.[\w-]+/.test(text),
        }),
      );
    });
    asked.once('error', reject).end();
  });
}

describe.each([
  ['playground of the gateway', 'gateway', '/'],
  ['playground of a subgraph', 'subgraph', '/'],
  ['console', 'gateway', '/console'],
] as const)('the %s', (_, which, path) => {
  const open = (headers: Record<string, string>) => get(addresses[which] as string, headers, path);

  it('has an admin token filled in for who opens it on this machine', async () => {
    expect(await open(BROWSER)).toMatchObject({ status: 200, hasToken: true });
  });

  it.each([
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-host': 'localhost' },
    { 'x-forwarded-proto': 'https' },
    { forwarded: 'for=203.0.113.7' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '203.0.113.7' },
    // What nginx makes of a request by itself: its Host is the address that it was told.
    { connection: 'close' },
  ])('hands no token to a proxy: %j', async (headers) => {
    expect(await open({ ...BROWSER, ...(headers as object) })).toMatchObject({
      status: 200,
      hasToken: false,
    });
  });

  it('does not answer to another name, whatever a proxy says that it was', async () => {
    const answer = await open({ ...BROWSER, host: 'tessera.example', 'x-forwarded-host': 'localhost' });
    expect(answer).toMatchObject({ status: 421, hasToken: false });
  });

  it.skipIf(path === '/console')(
    'lets the browser run what it holds and nothing else, and lets nobody frame it',
    async () => {
      const { headers } = await open(BROWSER);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).toMatch(/^('sha256-[\w+/]{43}=' ?)+$/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );
});

it('is for a machine by itself: there is none where keys are given, or behind a proxy', async () => {
  const { signingKey, jwks } = await makeKeys();
  for (const env of [
    { TRUSTED_PROXIES: 'loopback' },
    { AUTH_SIGNING_KEY: JSON.stringify(signingKey), AUTH_JWKS: JSON.stringify(jwks) },
  ] as Record<string, string>[]) {
    using folder = temporaryFolder();
    await using tessera = run(['main.ts'], { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder.path, ...env });
    const [, address = ''] = await tessera.printed(/graph\s+(http:\S+)\/graphql/);
    for (const headers of [BROWSER, { ...BROWSER, host: 'tessera.example', 'x-forwarded-host': 'localhost' }])
      expect(await get(address, headers)).toMatchObject({ status: 404, hasToken: false });
    expect(tessera.output()).not.toContain('playground');
  }
});

it.each(['/graphql', '/health/live', '/nowhere'])(
  '%s tells browsers to take its type as it is',
  async (path) => {
    const { headers } = await get(addresses.gateway as string, BROWSER, path);
    expect(headers['x-content-type-options']).toBe('nosniff');
  },
);
