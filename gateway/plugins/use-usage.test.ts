import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { describe, expect, test } from 'vitest';
import { createLogger } from '../../kit/logger.ts';
import { type UsageFile, usageFile } from '../../kit/telemetry/usage-file.ts';
import type { GatewayContext } from '../context.ts';
import { type UsageOptions, useUsage } from './use-usage.ts';

const typeDefs = `
  type Query { me: User, user(id: ID!): User, users(filter: Filter): [User!] }
  type User { id: ID!, name: String, region: Region }
  input Filter { region: Region, named: String }
  enum Region { NORTH SOUTH }
`;

/** A server that counts; `send` asks it something as a client, `stop` ends it and gives what it wrote. */
async function createCounting(options: Partial<UsageOptions> & { folder?: string } = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'usage-'));
  const file = join(folder, 'usage.json');
  const server = new ApolloServer<GatewayContext>({
    typeDefs,
    plugins: [
      useUsage({ file, log: createLogger('test', 'silent'), ...options }),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  const read = (): UsageFile => usageFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    folder,
    file,
    read,
    async send(query: string, client?: string) {
      const contextValue = { viewer: null, requestId: '1', clientName: client };
      await server.executeOperation({ query }, { contextValue });
    },
    async stop() {
      await server.stop();
      return read();
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const on = (day: string) => () => new Date(`${day}T12:00:00Z`);

describe('the usage of the graph', () => {
  test('is counted by client, with what each operation uses', async () => {
    using counting = await createCounting({ now: on('2026-11-20') });
    await counting.send('query Me { me { name } }', 'web');
    await counting.send('query Me { me { name } }', 'web');
    await counting.send('query One { user(id: 1) { name } }', 'ios');
    const { from, to, clients } = await counting.stop();
    expect({ from, to }).toEqual({ from: '2026-11-20', to: '2026-11-20' });
    const seen = (count: number) => ({ count, lastSeen: '2026-11-20' });
    expect(clients).toEqual([
      {
        name: 'web',
        coordinates: {
          Query: seen(2),
          'Query.me': seen(2),
          User: seen(2),
          'User.name': seen(2),
          String: seen(2),
        },
        operations: [
          {
            name: 'Me',
            hash: expect.stringMatching(/^[0-9a-f]{64}$/),
            ...seen(2),
            coordinates: ['Query', 'Query.me', 'User', 'User.name', 'String'],
          },
        ],
      },
      {
        name: 'ios',
        coordinates: expect.objectContaining({ 'Query.user(id:)': seen(1) }),
        operations: [expect.objectContaining({ name: 'One' })],
      },
    ]);
  });

  test('takes a variable for all that it may carry', async () => {
    using counting = await createCounting();
    await counting.send('query All($filter: Filter) { users(filter: $filter) { id } }', 'web');
    const [web] = (await counting.stop()).clients;
    expect(Object.keys(web?.coordinates ?? {})).toEqual(
      expect.arrayContaining(['Filter.region', 'Filter.named', 'Region.NORTH', 'Region.SOUTH']),
    );
  });

  test('leaves out what the gateway refuses', async () => {
    using counting = await createCounting();
    await counting.send('{ nonsense }', 'web');
    expect((await counting.stop()).clients).toEqual([]);
  });

  test('takes any text for the name of a client, and keeps it short and printable', async () => {
    using counting = await createCounting();
    await counting.send('{ me { id } }');
    await counting.send('{ me { id } }', `  we\u0007b${'x'.repeat(200)}`);
    const names = (await counting.stop()).clients.map(({ name }) => name);
    expect(names).toEqual(['(unnamed)', `web${'x'.repeat(200)}`.slice(0, 64)]);
  });

  test('goes on from where an earlier process stopped', async () => {
    using first = await createCounting({ now: on('2026-11-01') });
    await first.send('query Me { me { name region } }', 'web');
    await first.stop();
    using second = await createCounting({ now: on('2026-11-20'), folder: first.folder });
    await second.send('query Me { me { name } }', 'web');
    const { from, to, clients } = await second.stop();
    expect({ from, to }).toEqual({ from: '2026-11-01', to: '2026-11-20' });
    expect(clients[0]?.coordinates['User.name']).toEqual({ count: 2, lastSeen: '2026-11-20' });
    expect(clients[0]?.coordinates['User.region']).toEqual({ count: 1, lastSeen: '2026-11-01' });
  });

  test('is written while the gateway runs', async () => {
    using counting = await createCounting({ intervalMs: 10 });
    await expect.poll(() => readdirSync(counting.folder)).toEqual(['usage.json']);
    await counting.send('query Me { me { name } }', 'web');
    await expect.poll(() => counting.read().clients.length, { timeout: 5_000 }).toBe(1);
    await counting.stop();
    expect(readdirSync(counting.folder)).toEqual(['usage.json']);
  });

  test('starts anew beside a file that cannot be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'usage-'));
    writeFileSync(join(folder, 'usage.json'), '{ half');
    using counting = await createCounting({ folder });
    await counting.send('{ me { id } }', 'web');
    expect((await counting.stop()).clients).toHaveLength(1);
    expect(readFileSync(join(folder, 'usage.json.unreadable'), 'utf8')).toBe('{ half');
  });
});

describe('the memory of the counts', () => {
  test('is bounded in clients: the rest are counted together, and no field is lost', async () => {
    using counting = await createCounting({ clients: 2 });
    for (const client of ['a', 'b', 'c', 'd']) await counting.send('{ me { id } }', client);
    await counting.send('{ me { name } }', 'd');
    const { clients } = await counting.stop();
    expect(clients.map(({ name }) => name)).toEqual(['a', 'b', '(other)']);
    expect(clients[2]?.coordinates['User.id']?.count).toBe(2);
    expect(clients[2]?.coordinates['User.name']?.count).toBe(1);
  });

  test('is bounded in what operations name together: the oldest are forgotten, and no field is lost', async () => {
    using counting = await createCounting({ coordinates: 10 });
    for (const name of ['A', 'B', 'C']) await counting.send(`query ${name} { me { id name region } }`);
    const [client] = (await counting.stop()).clients;
    expect(client?.operations.map(({ name }) => name)).toEqual(['C']);
    expect(client?.coordinates['User.region']?.count).toBe(3);
  });

  test('is bounded in operations: the oldest are forgotten, and no field is lost', async () => {
    using counting = await createCounting({ operations: 2 });
    await counting.send('query A { me { region } }', 'web');
    await counting.send('query B { me { id } }', 'web');
    await counting.send('query C { me { id } }', 'web');
    const [web] = (await counting.stop()).clients;
    expect(web?.operations.map(({ name }) => name).sort()).toEqual(['B', 'C']);
    expect(web?.coordinates['User.region']?.count).toBe(1);
  });

  test('is bounded in operations that wait to be looked up: none of them is lost', async () => {
    using counting = await createCounting({ intervalMs: 3_600_000 });
    for (let at = 0; at < 1_500; at++) await counting.send(`query Q${at} { me { id } }`, 'web');
    const [web] = (await counting.stop()).clients;
    expect(web?.coordinates['User.id']?.count).toBe(1_500);
    expect(web?.operations).toHaveLength(1_500);
  });
});
