import { expect, it } from 'vitest';
import { instancesOf } from './supergraph.ts';

const users = { name: 'users', url: 'http://127.0.0.1:4001/graphql' };
const addresses = (text: string) => instancesOf(users, { USERS_URL: text }).map(({ href }) => href);

it('a subgraph’s instances are those of its setting, and the supergraph’s where that is empty', () => {
  expect(addresses('http://a:1/graphql, http://b:2/graphql')).toEqual([
    'http://a:1/graphql',
    'http://b:2/graphql',
  ]);
  expect(addresses('')).toEqual([users.url]);
  expect(() => addresses('http://a:1/graphql,')).toThrow('USERS_URL: (empty) is not an address');
});
