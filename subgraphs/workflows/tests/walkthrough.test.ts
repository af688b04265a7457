import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { done, SendNotification, UserRegistered } from '../../../events/index.ts';
import { newId } from '../../../kit/ids.ts';
import { createWorld, recipient } from './world.ts';

const room = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A room like this one, with the new definition of the document among its own. */
function copyDefinitions(source: string): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'tessera-definitions-'));
  cpSync(room('../definitions'), path, { recursive: true });
  writeFileSync(join(path, 'welcome.ts'), source);
  for (const name of ['detection', 'order-fulfilment', 'unit-event', 'welcome']) {
    const file = join(path, `${name}.ts`);
    const text = readFileSync(file, 'utf8')
      .replaceAll("'../../../", `'${room('../../../')}`)
      .replaceAll("'../", `'${room('../')}`);
    writeFileSync(file, text);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

it('a workflow is added by the file that the document shows, and by nothing else', async () => {
  const document = readFileSync(room('../../../docs/workflows.md'), 'utf8');
  const source = /```ts\n(import [\s\S]*?)```/.exec(document)?.[1] as string;
  using definitions = copyDefinitions(source);
  await using world = await createWorld(
    [recipient(SendNotification, () => done({ notificationId: newId() }))],
    { WORKFLOWS_DEFINITIONS: definitions.path },
  );
  const id = newId();
  const payload = { username: 'ada', email: 'ada@example.org', firstName: 'Ada', lastName: 'Lovelace' };
  await world.publish(UserRegistered.message({ id, sequence: 1, payload }));
  await world.runOf(`User:${id}`, { state: 'COMPLETED' });
  expect(world.received[0]?.payload).toMatchObject({ userId: id, text: 'Good to have you here, Ada.' });
});

it('the step that the document shows is the one that there is', () => {
  const document = readFileSync(room('../../../docs/workflows.md'), 'utf8');
  const step = /```ts\n( {2}\.step[\s\S]*?)\n```/.exec(document)?.[1] as string;
  expect(readFileSync(room('../definitions/detection.ts'), 'utf8')).toContain(step);
});
