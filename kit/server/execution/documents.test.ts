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

  test('holds a million characters, and reads longer texts each time', () => {
    const documents = createDocumentCache(schema);
    const long = `{ name } # ${'long '.repeat(220_000)}`;
    expect(documents.get(long)).not.toBe(documents.get(long));
    const [one, two] = [1, 2].map((each) => `{ name } # ${each} ${'x'.repeat(600_000)}`) as [string, string];
    const first = documents.get(one);
    documents.get(two);
    expect(documents.get(one)).not.toBe(first);
  });
});
