import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateClientTypes } from './client-types.ts';
import { generateAll } from './generate-all.ts';

/** Generates the client of one operation. */
async function generateFrom(operation: string) {
  const root = mkdtempSync(join(tmpdir(), 'tessera-operations-'));
  mkdirSync(join(root, 'operations/rest'), { recursive: true });
  writeFileSync(join(root, 'operations/names.graphql'), operation);
  writeFileSync(join(root, 'operations/rest/user.graphql'), 'query RestUser { me { id } }');
  try {
    return (await generateClientTypes('operations', root)).get('operations.generated.ts') ?? '';
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('generated files', () => {
  it('are those of the sources: if not, run `npm run codegen`', async () => {
    const files = await generateAll();
    expect([...files.keys()]).toContain('client/operations.generated.ts');
    for (const [file, content] of files) expect(readFileSync(file, 'utf8'), file).toBe(content);
  });
});

describe('the client’s documents', () => {
  it('carry the text of the operation and its hash', async () => {
    const generated = await generateFrom('query Names { users { edges { node { firstName } } } } # why\n');
    expect(generated.match(/export const \w+Document/g)).toEqual(['export const NamesDocument']);
    // printf 'query Names {\n  users {\n    edges {\n      node {\n        firstName\n      }\n    }\n  }\n}' | sha256sum
    expect(generated).toContain('"hash":"a581f5a22e9c99105e4ebc9068643c109e56de81b225c1224bf7da824c85d1c5"');
  });

  it('are those of every folder but rest/, which is the gateway’s', async () => {
    const generated = (await generateAll()).get('client/operations.generated.ts');
    expect(generated).toContain('export const ConsoleProductsDocument');
  });

  it.each([
    ['query Names { users { edges { node { nick } } } }', ':1:38: Cannot query field "nick" on type "User"'],
    ['query Names { _service { sdl } }', ':1:15: Cannot query field "_service" on type "Query"'],
    ['query Names {', ':1:14: Syntax Error'],
  ])('are refused for %s, with file, line and remedy', async (operation, message) => {
    const generating = generateFrom(operation);
    await expect(generating).rejects.toThrow(`operations/names.graphql${message}`);
    await expect(generating).rejects.toThrow('correct the operation');
  });
});
