import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createSharedLog } from './log.ts';

/** What the log of two programs writes to something that is no terminal. */
function written(use: (log: ReturnType<typeof createSharedLog>) => void): string {
  let text = '';
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  use(createSharedLog(['users', 'orders-2'], stream as NodeJS.WriteStream));
  return text;
}

it('puts the program’s name before each line, in a column', () => {
  expect(
    written((log) => {
      log.line('users', 'plain text');
      log.note('orders-2', 'is back');
    }),
  ).toBe('users    │ plain text\norders-2 │ is back\n');
});

it('makes text of JSON lines, with every line of a stack under the same name', () => {
  const text = written((log) =>
    log.line('users', JSON.stringify({ level: 50, msg: 'failed', err: { stack: 'Error: x\n  at y' } })),
  );
  expect(text).toMatch(/^users {4}│ .*ERROR: failed\n/);
  expect(text.trimEnd().split('\n').length).toBeGreaterThan(1);
  for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^users {4}│ /);
});

it('passes on what only looks like JSON', () => {
  expect(written((log) => log.line('users', '{ not json'))).toBe('users    │ { not json\n');
});
