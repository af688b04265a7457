import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { port, readSettings } from './config.ts';

const shape = { COLOUR: z.enum(['red', 'green']), PORT: port(4000), SECRET: z.string().min(3).optional() };

describe('settings', () => {
  it('are typed, frozen and have defaults', () => {
    const settings = readSettings(shape, { COLOUR: 'red' });
    expect(settings).toEqual({ COLOUR: 'red', PORT: 4000 });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('name every fault at once', () => {
    expect(() => readSettings(shape, { PORT: 'x', SECRET: 'a' })).toThrow(/COLOUR.*PORT.*SECRET/);
  });

  it('take an empty value for none', () => {
    expect(readSettings(shape, { COLOUR: 'red', PORT: '', SECRET: '' })).toEqual({
      COLOUR: 'red',
      PORT: 4000,
    });
  });

  it('of a subgraph win over those of all', () => {
    const env = { COLOUR: 'red', MY_USERS_COLOUR: 'green' };
    expect(readSettings(shape, env, 'my-users').COLOUR).toBe('green');
    expect(readSettings(shape, env, 'orders').COLOUR).toBe('red');
  });
});

describe('a setting in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tessera-config-'));
    writeFileSync(join(folder, 'secret'), 'from a file\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (env: Record<string, string>) =>
    readSettings(shape, { COLOUR: 'red', ...env }, 'users').SECRET;

  it('is read without the line end', () => {
    expect(read({ SECRET_FILE: join(folder, 'secret') })).toBe('from a file');
    expect(read({ USERS_SECRET_FILE: join(folder, 'secret'), SECRET: 'for all' })).toBe('from a file');
  });

  it('gives way to the setting itself', () => {
    expect(read({ SECRET_FILE: join(folder, 'secret'), SECRET: 'itself' })).toBe('itself');
  });

  it('is named when it cannot be read', () => {
    expect(() => read({ SECRET_FILE: '/nowhere/secret' })).toThrow(
      'SECRET_FILE: /nowhere/secret cannot be read (ENOENT)',
    );
  });
});
