import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../process.ts';

const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { user { id } userErrors { code } } }';

/** Starts everything in one process; gives what came of a failed sign-in that says where it comes from. */
async function start(env: Record<string, string>) {
  const data = temporaryFolder();
  const server = run(['main.ts'], {
    DATA_DIR: data.path,
    PORT: '0',
    SIGN_IN_ADDRESS_LIMIT: '2',
    // To check a password takes long on purpose, and longer on a machine that is busy.
    SUBGRAPH_TIMEOUT: '20000',
    ...env,
  });
  const [, graph = ''] = await server.printed(/graph\s+(http:\S+)/);
  let tries = 0;
  return {
    async attempt(from: string): Promise<unknown> {
      const input = { login: `somebody-${tries++}`, password: 'guess' };
      const response = await fetch(graph, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify({ query: SIGN_IN, variables: { input } }),
      });
      const { data: answer, errors } = (await response.json()) as {
        data: { signIn: { userErrors: { code: string }[] } | null };
        errors?: { path: unknown; extensions: object }[];
      };
      return errors?.[0] ?? answer.signIn?.userErrors[0]?.code;
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      data[Symbol.dispose]();
    },
  };
}

const LIMITED = {
  path: ['signIn'],
  extensions: { code: 'RATE_LIMITED', service: 'users', retryAfter: expect.any(Number) },
};

describe('who guesses passwords', () => {
  it.each(['apollo', 'compiled'])(
    'is stopped by the address that a trusted proxy names, and told when to come back (%s)',
    async (ENGINE) => {
      await using graph = await start({ TRUSTED_PROXIES: 'loopback', ENGINE });
      for (const _ of [1, 2]) expect(await graph.attempt('203.0.113.7')).toBe('INVALID_CREDENTIALS');
      expect(await graph.attempt('203.0.113.7')).toMatchObject(LIMITED);
      // What stands before it was written by the client.
      expect(await graph.attempt('198.51.100.1, 203.0.113.7')).toMatchObject(LIMITED);
      expect(await graph.attempt('203.0.113.8')).toBe('INVALID_CREDENTIALS');
    },
  );

  it('gains nothing by naming addresses where no proxy is trusted', async () => {
    await using graph = await start({});
    expect(await graph.attempt('203.0.113.7')).toBe('INVALID_CREDENTIALS');
    expect(await graph.attempt('203.0.113.8')).toBe('INVALID_CREDENTIALS');
    expect(await graph.attempt('203.0.113.9')).toMatchObject(LIMITED);
  });
});
