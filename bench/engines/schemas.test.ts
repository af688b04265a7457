import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ownersOf, toFederation1, withoutAccessRules } from './schemas.ts';

const pretty = (sdl: string) => print(parse(sdl));

const REVIEWS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated"])
  "Where to start."
  type Query { reviews: [Review] @authenticated }
  type Review @key(fields: "id", resolvable: true) { id: ID! stars: Int @shareable author: User }
  "Who writes."
  type User @key(fields: "id region") { id: ID! region: ID! reviews: [Review] }
  type Stars @shareable { count: Int }
`;

it('takes who has most of an entity’s fields for its owner, not counting those of others', () => {
  const stub =
    'type User @key(fields: "id") { id: ID! name: String @external age: Int @external posts: Int }';
  const owner = 'type User @key(fields: "id") { id: ID! name: String age: Int }';
  const subgraphs = [
    { name: 'posts', sdl: stub },
    { name: 'users', sdl: owner },
  ];
  expect(ownersOf(subgraphs)).toEqual(new Map([['User', 'users']]));
});

describe('a schema for gateways of another kind', () => {
  it('loses its access rules, also where they are imported', () => {
    const sdl = withoutAccessRules(REVIEWS);
    expect(sdl).not.toMatch(/authenticated/);
    expect(sdl).toContain('import: ["@key", "@shareable"]');
  });

  it('becomes one of Federation 1: entities of others are extensions with external keys', () => {
    expect(toFederation1(REVIEWS, (entity) => entity === 'Review')).toBe(
      pretty(`
        extend type Query { reviews: [Review] }
        type Review @key(fields: "id") { id: ID! stars: Int author: User }
        extend type User @key(fields: "id region") { id: ID! @external region: ID! @external reviews: [Review] }
        type Stars { count: Int }
      `),
    );
  });
});
