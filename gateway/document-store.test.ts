import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { createDocumentStore } from './document-store.ts';

async function storeOf(texts: readonly string[]) {
  const store = createDocumentStore(100);
  for (const text of texts) {
    const hash = createHash('sha256').update(text).digest('hex');
    await store.forApollo.set(`schema:${hash}`, parse(text));
  }
  return store;
}

it('finds a document by its text, until another schema comes', async () => {
  const store = await storeOf(['{ a }']);
  const found = store.find('{ a }');
  expect(found?.document.definitions).toHaveLength(1);
  expect(await store.forApollo.get(`schema:${found?.hash}`)).toBe(found?.document);
  expect(store.find('{ b }')).toBeUndefined();
  store.clear();
  expect(store.find('{ a }')).toBeUndefined();
});

it('keeps few documents whose texts are long', async () => {
  const long = ['{ a }', '{ b }'].map((text) => text.padEnd(9_000_000));
  const store = await storeOf(long);
  expect(long.map((text) => store.find(text) !== undefined)).toEqual([false, true]);
});
