import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queryServer, testServer } from '../../kit/testing/database.ts';
import { DEVELOPMENT_PASSWORD } from '../../tools/services/mariadb.ts';
import { type Deployment, startDeployment } from '../deployment.ts';
import { temporaryFolder } from '../process.ts';

const DOMAINS = ['orders', 'preferences', 'products', 'subscriptions', 'users'];

const server = testServer() as string;
const folder = temporaryFolder();
let deployment: Deployment;
beforeAll(async () => {
  const { host } = new URL(server);
  deployment = await startDeployment({
    DATA_DIR: folder.path,
    SEED: 'demo',
    DATABASE_URL: `mysql://{subgraph}:${DEVELOPMENT_PASSWORD}@${host}/{subgraph}`,
  });
});
afterAll(async () => {
  await deployment?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

it('the accounts of sql/mysql-init.sql are all that the subgraphs need', async () => {
  const { status, answer } = await deployment.ask(readFileSync('operations/customer.graphql', 'utf8'));
  expect(answer.errors).toBeUndefined();
  expect(status).toBe(200);
  expect(answer.data.user).toMatchObject({ firstName: 'Billye', orders: { edges: [{}, {}, {}] } });
});

it('each subgraph is connected by its own account to its own database, and to nothing else', async () => {
  await deployment.ask(readFileSync('operations/customer.graphql', 'utf8'));
  const connections = await queryServer<{ user: string; db: string }>(
    server,
    `SELECT DISTINCT USER AS user, DB AS db FROM information_schema.PROCESSLIST
      WHERE USER IN (${DOMAINS.map((name) => `'${name}'`).join(', ')}) ORDER BY USER`,
  );
  expect(connections).toEqual(DOMAINS.map((name) => ({ user: name, db: name })));
});

it.each(DOMAINS)('the account of %s reads, writes and sees no table of the others', async (domain) => {
  const { host } = new URL(server);
  const url = `mysql://${domain}:${DEVELOPMENT_PASSWORD}@${host}/${domain}`;
  const tables = await queryServer<{ owner: string; name: string }>(
    server,
    'SELECT TABLE_SCHEMA AS owner, TABLE_NAME AS name FROM information_schema.TABLES',
  );
  const foreign = tables.filter(({ owner }) => DOMAINS.includes(owner) && owner !== domain);
  expect(foreign.length).toBeGreaterThan(4);
  for (const { owner, name } of foreign) {
    for (const sql of [`SELECT 1 FROM ${owner}.${name}`, `DELETE FROM ${owner}.${name}`]) {
      await expect(queryServer(url, sql), sql).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' });
    }
  }
  const seen = await queryServer<{ owner: string }>(
    url,
    `SELECT DISTINCT TABLE_SCHEMA AS owner FROM information_schema.TABLES
      WHERE TABLE_SCHEMA NOT IN ('information_schema', 'performance_schema')`,
  );
  expect(seen).toEqual([{ owner: domain }]);
});
