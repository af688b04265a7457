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

it('keeps a few documents of 20 KB each that take megabytes once they are parsed', async () => {
  const lists = Array.from({ length: 30 }, (_, index) => `{ a${index}(b: [${'1 '.repeat(9_900)}]) }`);
  const store = await storeOf(lists);
  const kept = lists.map((text) => store.find(text) !== undefined);
  expect(kept.at(-1)).toBe(true);
  expect(kept.filter(Boolean)).toHaveLength(15);
});

it('does not keep a document of a hundred thousand comments', async () => {
  const text = `{ a } ${'#\n'.repeat(100_000)}`;
  expect((await storeOf([text])).find(text)).toBeUndefined();
});
