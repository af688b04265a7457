import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (to: string) => fileURLToPath(new URL(to, import.meta.url));

const IMPORTS = `
import * as contracts from '${path('../../../events/index.ts')}';
import { defineWorkflow } from '${path('../define-workflow.ts')}';
const { DetectionReported, OrderCancelled, OrderPlaced, ReleaseStock, ReserveStock, SendNotification } = contracts;
`;

/** A folder of definitions, by their names: what defineWorkflow and the contracts are they know already. */
export function writeDefinitions(
  sources: Readonly<Record<string, string>>,
): Disposable & { readonly settings: Record<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-definitions-'));
  for (const [name, source] of Object.entries(sources)) {
    writeFileSync(join(folder, `${name}.ts`), `${IMPORTS}\nexport const workflow = ${source};\n`);
  }
  return {
    settings: { WORKFLOWS_DEFINITIONS: folder },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
