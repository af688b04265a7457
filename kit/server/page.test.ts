import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import { createHttpServer } from './http.ts';
import { servePage } from './page.ts';

it('gives out the scripts of a page also where they could not be read at first', async () => {
  using files = mkdtempDisposableSync(join(tmpdir(), 'tessera-page-'));
  const document = join(files.path, 'index.html');
  const folder = join(files.path, 'scripts');
  writeFileSync(document, '<!doctype html>');
  await using app = createHttpServer({ log: createLogger('test', 'silent'), health: { needs: {} } });
  servePage(app, { path: '/page', document, folders: [folder] });
  const script = `/page/${folder}/a.ts`;
  expect((await app.inject(script)).statusCode).toBe(500);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.ts'), 'export const a: number = 1;');
  expect((await app.inject(script)).statusCode).toBe(200);
});
