import { expect, it } from 'vitest';
import { refuseSharedDatabase } from './room.ts';

const entries = ['parcels', 'letters'].map((name) => ({ name, routingUrl: '', schemaFile: '' }));
const refusal = (env: Record<string, string>) => {
  try {
    refuseSharedDatabase(entries, env);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

it.each([
  [{}],
  [{ DATABASE_URL: 'mysql://a:b@db/{subgraph}' }],
  [{ DATABASE_SECRET_ID: 'db/{subgraph}' }],
  [{ DATABASE_SECRET_ID: 'db', DATABASE_URL: 'mysql://db/{subgraph}' }],
  [{ DATABASE_URL: 'mysql://a:b@db/letters', PARCELS_DATABASE_URL: 'mysql://a:b@db/parcels' }],
  [{ DATABASE_SECRET_ID: 'db/letters', PARCELS_DATABASE_SECRET_ID: 'db/parcels' }],
])('several domains may have their databases by %j', (env) => {
  expect(refusal(env)).toBeNull();
});

it.each([
  [{ DATABASE_URL: 'mysql://a:b@db/shop' }, 'DATABASE_URL must hold {subgraph}'],
  [{ DATABASE_SECRET_ID: 'db' }, 'DATABASE_SECRET_ID must hold {subgraph}'],
  [{ DATABASE_SECRET_ID: 'db', DATABASE_URL: 'mysql://db/shop' }, 'DATABASE_SECRET_ID must hold {subgraph}'],
])('several domains are refused one database, as by %j', (env, message) => {
  expect(refusal(env)).toContain(message);
});
