import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKeys } from '../../kit/viewer/keys.ts';
import { createTokenVerifier, issueToken } from '../../kit/viewer/token.ts';
import { writeKeys } from './write-keys.ts';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tessera-keys-'));
  folder = join(parent, 'keys');
});
afterEach(() => rmSync(parent, { recursive: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the keys of a deployment', () => {
  it('let the gateway verify what users signs, in production', async () => {
    await writeKeys(folder);
    const production = { NODE_ENV: 'production', HOST: '0.0.0.0' };
    const users = await loadKeys({
      ...production,
      AUTH_SIGNING_KEY_FILE: join(folder, 'users/auth-signing-key'),
      SUBGRAPH_KEY_FILE: join(folder, 'users/subgraph-key'),
    });
    const gateway = await loadKeys({
      ...production,
      AUTH_JWKS_FILE: join(folder, 'gateway/auth-jwks'),
      SUBGRAPH_SECRET_FILE: join(folder, 'gateway/subgraph-secret'),
    });
    const token = await issueToken(users, { id: '123', scopes: [] }, 60);
    expect(await createTokenVerifier(gateway)(`Bearer ${token}`)).toMatchObject({ id: '123', scopes: [] });
    expect(users.subgraphKey('users')).toEqual(gateway.subgraphKey('users'));
  });

  it('give each process what it needs: the signing key to users alone, the private half to no gateway', async () => {
    const made = await writeKeys(folder);
    expect(made.filter((file) => file.endsWith('auth-signing-key'))).toEqual([
      join(folder, 'users/auth-signing-key'),
    ]);
    expect(JSON.parse(read('gateway/auth-jwks')).keys[0]).not.toHaveProperty('d');
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('give a domain what opens that domain alone, also where an earlier version gave more', async () => {
    await writeKeys(folder);
    const secret = read('gateway/subgraph-secret');
    writeFileSync(join(folder, 'orders/subgraph-secret'), secret);
    await writeKeys(folder);
    for (const domain of readdirSync(folder).filter((name) => name !== 'gateway'))
      for (const file of readdirSync(join(folder, domain)))
        expect(read(`${domain}/${file}`), `${domain}/${file}`).not.toContain(secret);
    expect(read('orders/subgraph-key')).not.toBe(read('users/subgraph-key'));
  });

  it('give each domain an account with a password of its own, and leave none with the development one', async () => {
    await writeKeys(folder);
    const sql = read('mysql/init.sql');
    expect(sql.replace(/^--.*$/gm, '')).not.toContain('development');
    expect(sql.match(/CREATE USER/g)).toHaveLength(9);
    const passwords = ['users', 'orders', 'reports'].map(
      (domain) => new URL(read(`${domain}/database-url`)).password,
    );
    expect(new Set(passwords).size).toBe(3);
    for (const password of passwords) expect(sql).toContain(`IDENTIFIED BY '${password}'`);
  });

  it('stay as they are when they are made again, and what is missing is completed', async () => {
    await writeKeys(folder);
    const before = read('orders/database-url');
    expect(await writeKeys(folder)).toEqual([]);
    rmSync(join(folder, 'reports'), { recursive: true });
    expect((await writeKeys(folder)).sort()).toEqual(
      ['broker-url', 'database-url', 'subgraph-key'].map((file) => join(folder, 'reports', file)),
    );
    expect(read('orders/database-url')).toBe(before);
    expect(read('mysql/init.sql')).toContain(new URL(read('reports/database-url')).password);
  });
});
