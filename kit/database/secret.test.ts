import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../logger.ts';
import { startSecretsManager, type TestSecretsManager } from '../testing/secrets-manager.ts';
import { locateDatabase } from './secret.ts';

const WHOLE = { username: 'o', password: 'p@ss/w%rd', host: 'db', port: 3307, dbname: 'shop' };

let manager: TestSecretsManager;
let lines: { level: number; msg: string }[];
beforeEach(async () => {
  manager = await startSecretsManager();
  for (const [name, value] of Object.entries(manager.env)) vi.stubEnv(name, value);
  lines = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await manager[Symbol.asyncDispose]();
});

const locate = (secretId: string | undefined, url?: string) => {
  const log = createLogger('test', 'info', { write: (line: string) => void lines.push(JSON.parse(line)) });
  return locateDatabase({ name: 'parcels', url, secretId, log });
};
const keep = (secret: object | string) =>
  manager.secrets.set('db/parcels', typeof secret === 'string' ? secret : JSON.stringify(secret));
const said = () => lines.map(({ level, msg }) => [level, msg]);

describe('the address of a database', () => {
  it('is that of the secret, which is asked for by a signed request, and said in one line', async () => {
    keep({ ...WHOLE, engine: 'mysql' });
    expect(await locate('db/{subgraph}')).toMatchObject({
      url: 'mysql://o:p%40ss%2Fw%25rd@db:3307/shop',
      source: 'the secret db/parcels',
    });
    expect(manager.asked).toEqual(['db/parcels']);
    expect(said()).toEqual([[30, 'database credentials of parcels: those of the secret db/parcels']]);
    expect(JSON.stringify(lines)).not.toContain(WHOLE.password);
  });

  it('has of DATABASE_URL what the secret does not say, and its TLS', async () => {
    keep({ username: 'o', password: 'p' });
    const { url } = await locate('db/parcels', 'mysql://x:y@db.example:3308/{subgraph}?ssl=true');
    expect(url).toBe('mysql://o:p@db.example:3308/parcels?ssl=true');
  });

  it('is read anew where the secret has changed', async () => {
    keep(WHOLE);
    const { renew } = await locate('db/parcels');
    keep({ ...WHOLE, password: 'rotated', port: '3306' });
    expect(await renew?.()).toBe('mysql://o:rotated@db:3306/shop');
  });

  it('is that of DATABASE_URL where no secret is named, and nobody is asked', async () => {
    expect(await locate(undefined, 'mysql://a:b@db/{subgraph}')).toEqual({
      url: 'mysql://a:b@db/parcels',
      source: 'DATABASE_URL',
    });
    expect([manager.asked, lines]).toEqual([[], []]);
  });
});

describe('a secret that cannot be read', () => {
  const WRONG: [string, string, () => unknown][] = [
    ['is not there', 'There is no such secret.', () => {}],
    ['is no JSON', 'it is no JSON', () => keep('hunter2')],
    ['has no user', 'its username is missing or wrong', () => keep({ password: 'hunter2' })],
    ['has a port that is none', 'its port is missing or wrong', () => keep({ ...WHOLE, port: 'hunter2' })],
    ['is kept from us', 'does not match', () => vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another key')],
    ['is nowhere', 'ECONNREFUSED', () => vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1')],
    ['is of no region', 'Region is missing', () => vi.stubEnv('AWS_REGION', undefined)],
  ];

  it.each(WRONG)('since it %s is refused in one line: %s', async (_, reason, arrange) => {
    arrange();
    const error = await locate('db/parcels').catch((thrown) => thrown);
    expect(error.name).toBe('DatabaseError');
    expect(error.message).toMatch(
      /^database of parcels: the secret db\/parcels \(DATABASE_SECRET_ID\) cannot be used: .+$/,
    );
    expect(error.message).toContain(reason);
    expect(error.message).not.toContain('hunter2');
  });

  it.each(WRONG)('since it %s gives way to DATABASE_URL, with a warning: %s', async (_, reason, arrange) => {
    arrange();
    const { url, renew } = await locate('db/parcels', 'mysql://a:b@db/parcels');
    expect([url, renew]).toEqual(['mysql://a:b@db/parcels', undefined]);
    expect(said()).toEqual([[40, expect.stringContaining(reason)]]);
    expect(lines[0]?.msg).toMatch(
      /^database credentials of parcels: those of DATABASE_URL, since the secret/,
    );
  });

  it.each(['host', 'dbname'])('for the want of its %s is refused without DATABASE_URL', async (field) => {
    keep({ ...WHOLE, [field]: undefined });
    await expect(locate('db/parcels')).rejects.toThrow(
      `its ${field} is missing, and there is no DATABASE_URL`,
    );
  });
});

it('a secret is refused in one line where AWS’s package was left out', () => {
  const program = `
    import { registerHooks } from 'node:module';
    registerHooks({ resolve(specifier, context, next) {
      if (!specifier.startsWith('@aws-sdk/')) return next(specifier, context);
      throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
    } });
    const { locateDatabase } = await import('./kit/database/secret.ts');
    await locateDatabase({ name: 'parcels', secretId: 'db/parcels' }).catch(({ message }) => console.log(message));`;
  const args = ['--input-type=module', '--eval', program];
  expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe(
    'database of parcels: the secret db/parcels (DATABASE_SECRET_ID) cannot be used: @aws-sdk/client-secrets-manager is not installed: run `npm ci` without `--omit=optional`\n',
  );
});
