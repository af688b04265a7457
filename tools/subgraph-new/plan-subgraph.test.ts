import { describe, expect, it } from 'vitest';
import { planSubgraph } from './plan-subgraph.ts';

describe('the plan of a new subgraph', () => {
  it('names everything after the subgraph', () => {
    expect(planSubgraph({ name: 'gift-cards', parent: 'User' })).toMatchObject({
      Name: 'GiftCards',
      SETTING: 'GIFT_CARDS',
      Entity: 'GiftCard',
      plural: 'giftCards',
      table: 'gift_cards',
      labels: 'gift cards',
      parent_id: 'user_id',
      owned: true,
    });
  });

  it.each([
    ['categories', 'Category', 'categories'],
    ['addresses', 'Address', 'addresses'],
    ['surveys', 'Survey', 'surveys'],
    ['stock', 'Stock', 'stocks'],
  ])('takes the singular of %s as the entity', (name, entity, plural) => {
    expect(planSubgraph({ name, parent: 'User' })).toMatchObject({ Entity: entity, plural });
  });

  it.each([
    [{ name: 'Reviews' }, 'Reviews: name the subgraph in lower case'],
    [{ name: '../reviews' }, '../reviews: name the subgraph in lower case'],
    [{ name: 'database' }, 'database: the word has a meaning in settings or code'],
    [{ name: 'classes' }, 'Class: the word has a meaning in the code: choose another name with --entity'],
    [{ name: 'users' }, 'users: supergraph.yaml lists it already'],
    [{ name: 'people', entity: 'User' }, 'User: the graph has this type already'],
    [{ name: 'people', entity: 'person' }, '--entity person: name a GraphQL type'],
    [{ name: 'shop', entity: 'LikedProduct' }, 'User.likedProducts: the graph has this field already'],
    [
      { name: 'reviews', parent: 'Nobody' },
      '--extends Nobody: the graph has no such entity with the key "id"',
    ],
    [{ name: 'reviews', parent: 'UserConnection' }, '--extends UserConnection: the graph has no such entity'],
  ])('refuses %o', (request, message) => {
    expect(() => planSubgraph({ parent: 'User', ...request })).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(/^[^\n]*$/) }),
    );
    expect(() => planSubgraph({ parent: 'User', ...request })).toThrow(message);
  });
});
