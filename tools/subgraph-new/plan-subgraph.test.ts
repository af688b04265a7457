import { describe, expect, it } from 'vitest';
import { planSubgraph } from './plan-subgraph.ts';

describe('the plan of a new subgraph', () => {
  it('names everything after the subgraph', () => {
    expect(planSubgraph({ name: 'sea-shanties', parent: 'User' })).toMatchObject({
      Name: 'SeaShanties',
      SETTING: 'SEA_SHANTIES',
      Entity: 'SeaShanty',
      plural: 'seaShanties',
      table: 'sea_shanties',
      labels: 'sea shanties',
      parent_id: 'user_id',
      owned: true,
    });
  });

  it.each([
    ['ponies', 'Pony', 'ponies'],
    ['compasses', 'Compass', 'compasses'],
    ['donkeys', 'Donkey', 'donkeys'],
    ['zeal', 'Zeal', 'zeals'],
  ])('takes the singular of %s as the entity', (name, entity, plural) => {
    expect(planSubgraph({ name, parent: 'User' })).toMatchObject({ Entity: entity, plural });
  });

  it.each([
    [{ name: 'Keepsakes' }, 'Keepsakes: name the subgraph in lower case'],
    [{ name: '../keepsakes' }, '../keepsakes: name the subgraph in lower case'],
    [{ name: 'database' }, 'database: the word has a meaning in settings or code'],
    [{ name: 'classes' }, 'Class: the word has a meaning in the code: choose another name with --entity'],
    [{ name: 'users' }, 'users: supergraph.yaml lists it already'],
    [{ name: 'folk', entity: 'User' }, 'User: the graph has this type already'],
    [{ name: 'folk', entity: 'person' }, '--entity person: name a GraphQL type'],
    [{ name: 'liking', entity: 'LikedProduct' }, 'User.likedProducts: the graph has this field already'],
    [
      { name: 'keepsakes', parent: 'Nobody' },
      '--extends Nobody: the graph has no such entity with the key "id"',
    ],
    [
      { name: 'keepsakes', parent: 'UserConnection' },
      '--extends UserConnection: the graph has no such entity',
    ],
  ])('refuses %o', (request, message) => {
    expect(() => planSubgraph({ parent: 'User', ...request })).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(/^[^\n]*$/) }),
    );
    expect(() => planSubgraph({ parent: 'User', ...request })).toThrow(message);
  });
});
