import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { badUserInput, createErrorMask, ERROR_CATALOGUE, TesseraError } from './errors.ts';
import { createLogger } from './logger.ts';

describe('the error catalogue', () => {
  it('is what docs/errors.md lists', () => {
    const rows = readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| (.*) \|$/gm);
    expect(Object.fromEntries([...rows].map(([, code, meaning]) => [code, meaning]))).toEqual(
      ERROR_CATALOGUE,
    );
  });
});

describe('the error mask', () => {
  const lines: string[] = [];
  const log = createLogger('test', 'info', { write: (line: string) => void lines.push(line) });
  const mask = (error: GraphQLError, translate?: (error: unknown) => unknown) => {
    lines.length = 0;
    return createErrorMask(log, translate)(error.toJSON(), error);
  };

  it('lets a catalogued error pass', () => {
    expect(mask(badUserInput('first must be 1 to 100, not 0.'))).toEqual({
      message: 'first must be 1 to 100, not 0.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(lines).toEqual([]);
  });

  it('hides what nobody expected, and logs it', () => {
    const cause = new Error("near 'secret_table': syntax error");
    const masked = mask(new GraphQLError(cause.message, { originalError: cause, path: ['user'] }));
    expect(masked).toEqual({
      message: 'Something went wrong on our side.',
      path: ['user'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(lines.join()).toContain('secret_table');
  });

  it('hides an error whose code is not in the catalogue', () => {
    const masked = mask(new GraphQLError('internal detail', { extensions: { code: 'ER_PARSE_ERROR' } }));
    expect(JSON.stringify(masked)).not.toContain('detail');
    expect(masked.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
  });

  it('never shows a stack', () => {
    const error = new GraphQLError('no', {
      extensions: { code: 'BAD_USER_INPUT', stacktrace: ['at secret.ts:1'] },
    });
    expect(JSON.stringify(mask(error))).not.toContain('secret.ts');
  });

  it('gives a library’s error the code that it stands for', () => {
    const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const masked = mask(new GraphQLError(lost.message, { originalError: lost }), (error) =>
      error === lost ? new TesseraError('DATABASE_UNAVAILABLE', 'The database does not answer.') : error,
    );
    expect(masked).toEqual({
      message: 'The database does not answer.',
      extensions: { code: 'DATABASE_UNAVAILABLE' },
    });
  });
});
