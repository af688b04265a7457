import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { run, temporaryFolder } from '../process.ts';

it('a domain that lost its copies of users and products has them again once they are told of', async () => {
  using data = temporaryFolder();
  const settings = {
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: data.path,
    DATABASE_URL: '',
    BROKER_URL: '',
    SEED: 'demo',
  };
  await using tessera = run(['main.ts'], settings);
  const [, address] = await tessera.printed(/graph\s+(http:\S+)/);
  const token = run(['tools/token.ts'], { DATA_DIR: data.path });
  await token.ended;
  const subscribe = async () => {
    const response = await fetch(address as string, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.output().trim()}` },
      body: JSON.stringify({
        query: `mutation { createSubscription(input: { userId: "1", productId: "2", billing: MONTHLY, paymentMethod: VISA }) {
          subscription { product { name } } userErrors { code } } }`,
      }),
    });
    const { data: answered } = (await response.json()) as { data: { createSubscription: unknown } };
    return answered.createSubscription;
  };

  const subscriptions = new BetterSqlite3(join(data.path, 'subscriptions.sqlite'));
  for (const table of ['user_copies', 'product_copies', 'event_sequences'])
    subscriptions.exec(`DELETE FROM ${table}`);
  subscriptions.close();
  expect(await subscribe()).toMatchObject({ userErrors: [{ code: 'USER_NOT_FOUND' }] });

  await using retelling = run(['tools/retell.ts', 'users', 'products'], settings);
  expect(await retelling.ended, retelling.output()).toBe(0);
  expect(retelling.output()).toBe('users: told again of 1000\nproducts: told again of 102\n');
  await expect.poll(subscribe, { timeout: 20_000 }).toEqual({
    subscription: { product: { name: 'Sports' } },
    userErrors: [],
  });
});

it.each([
  [['orders'], 'nobody keeps copies of what orders has'],
  [['nobody'], 'there is no subgraph nobody'],
  [[], 'say which subgraphs'],
])('retell is refused for %j', async (names, message) => {
  using data = temporaryFolder();
  await using retelling = run(['tools/retell.ts', ...names], { DATA_DIR: data.path });
  expect(await retelling.ended).toBe(2);
  expect(retelling.output()).toContain(message);
});
