import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinBus } from '../../events/index.ts';
import { openDatabase } from '../../kit/database/open.ts';
import { makeCertificates } from '../certificates.ts';
import { run, temporaryFolder } from '../process.ts';
import { commandsOf } from './commands.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const data = temporaryFolder();
const certificates = join(data.path, 'certificates');
beforeAll(() => {
  mkdirSync(certificates);
  makeCertificates(certificates, 'localhost');
});
afterAll(() => data[Symbol.dispose]());

/** Somebody who takes webhooks over TLS, and keeps those whose signature holds. */
async function startSecureReceiver() {
  const arrived: unknown[] = [];
  const server = createServer(
    {
      cert: readFileSync(join(certificates, 'server.pem')),
      key: readFileSync(join(certificates, 'server.key')),
    },
    async (request, response) => {
      const text = (await request.toArray()).join('');
      arrived.push(new Webhook(SECRET).verify(text, request.headers as Record<string, string>));
      response.writeHead(202).end();
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/hook`,
    arrived,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What becomes of a call of a third party over TLS, in a process with these settings. */
async function call(name: string, settings: Record<string, string>) {
  await using receiver = await startSecureReceiver();
  const dataDir = join(data.path, name);
  mkdirSync(dataDir);
  await using program = run(['tools/subgraph.ts', 'notifications'], {
    HOST: '127.0.0.1',
    PORT: '0',
    SEED: 'none',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'info',
    THIRD_PARTY_WEBHOOK_URL: receiver.url,
    THIRD_PARTY_WEBHOOK_SECRET: SECRET,
    ...settings,
  });
  await program.printed(/notifications is ready/);
  const database = await openDatabase({ name: 'notifications', dataDir });
  const { outbox } = joinBus(undefined, 'notifications', database, () => new Date());
  await database.transaction((trx) => outbox.add(trx, ...commandsOf(1, '4000')));
  const read = () =>
    database.read('webhook_deliveries').where({ attempts: 1 }).first('state', 'last_status', 'last_error');
  await expect.poll(read, { timeout: 20_000 }).toBeDefined();
  const delivery = await read();
  await database.close();
  return { delivery, arrived: receiver.arrived };
}

it('a third party is called over TLS, by a signed webhook', async () => {
  const { delivery, arrived } = await call('trusted', {
    NODE_EXTRA_CA_CERTS: join(certificates, 'authority.pem'),
  });
  expect(delivery).toEqual({ state: 'DELIVERED', last_status: 202, last_error: null });
  expect(arrived).toMatchObject([{ type: 'unit.reported', data: { i: 0 } }]);
});

it('a third party whose certificate nobody vouches for is told nothing', async () => {
  const { delivery, arrived } = await call('untrusted', {});
  expect(delivery).toMatchObject({ state: 'PENDING', last_status: null });
  expect(delivery.last_error).toMatch(/^no answer: UNABLE_TO_VERIFY_LEAF_SIGNATURE$/);
  expect(arrived).toEqual([]);
});
