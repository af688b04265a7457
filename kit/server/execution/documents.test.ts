import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createDocumentCache } from './documents.ts';

const schema = buildSchema('type Query { name: String }');

describe('the cache of documents', () => {
  test('reads a text once', () => {
    const documents = createDocumentCache(schema);
    expect(documents.get('{ name }')).toBe(documents.get('{ name }'));
  });

  test.each(['{ name', '{ age }', '', 'type Query { name: String }'])('has none for %j', (text) => {
    expect(createDocumentCache(schema).get(text)).toBeNull();
  });

  test('forgets what was not asked for longest', () => {
    const documents = createDocumentCache(schema);
    const first = documents.get('{ name }');
    for (let i = 0; i < 2_000; i++) documents.get(`{ name${i}: name }`);
    expect(documents.get('{ name }')).not.toBe(first);
  });

  test('holds documents by what they take once they are parsed, and reads the largest each time', () => {
    const documents = createDocumentCache(schema);
    const long = `{ name } ${'#\n'.repeat(50_000)}`;
    const largest = documents.get(long);
    expect(documents.get(long) === largest).toBe(false);
    const [one, two] = [1, 2].map((each) => `{ name } # ${each} ${'#\n'.repeat(25_000)}`) as [string, string];
    const first = documents.get(one);
    documents.get(two);
    expect(documents.get(one) === first).toBe(false);
  });
});
