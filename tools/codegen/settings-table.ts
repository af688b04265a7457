import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Where settings are declared. */
const ROOMS = ['kit', 'gateway', 'rest', 'events', 'subgraphs'];

const BEGIN = '<!-- settings: written by `npm run codegen`, from every `...Settings` in the code -->';
const END = '<!-- end of settings -->';

/** A setting as its declarations have it. */
export interface Setting {
  readonly name: string;
  readonly description: string;
  /** Who reads it, `all` or a part of Tessera, with the default there. */
  readonly readers: ReadonlyMap<string, string>;
  /** What it may be, where that is a choice of words. */
  readonly choice: readonly string[];
}

/**
 * Finds every exported object of zod types whose name ends in `Settings`, as `readSettings` takes them: a new one needs
 * no list to be put on.
 *
 * @throws Error when a setting has no description
 */
export async function collectSettings(): Promise<Setting[]> {
  const settings = new Map<string, Setting>();
  for (const file of ROOMS.filter(existsSync).flatMap(declaringFiles)) {
    const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
    for (const [name, shape] of Object.entries(exported)) {
      if (!name.endsWith('Settings')) continue;
      for (const [setting, facts] of Object.entries(factsOf(shape as z.ZodRawShape))) {
        const known = settings.get(setting);
        const readers = new Map(known?.readers).set(readerOf(file), facts.default);
        const { description = known?.description ?? '', choice } = facts;
        settings.set(setting, { name: setting, description, readers, choice });
      }
    }
  }
  for (const { name, description } of settings.values()) {
    if (!description) throw new Error(`the setting ${name} has no description: give its type a .describe()`);
  }
  return [...settings.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A document with its table of settings as the code now has it. */
export async function withSettingsTable(document: string): Promise<string> {
  const [before, rest = ''] = document.split(BEGIN);
  const after = rest.split(END)[1];
  if (after === undefined) throw new Error(`the document has no place for the table: ${BEGIN}, ${END}`);
  return `${before}${BEGIN}\n\n${tableOf(await collectSettings())}\n\n${END}${after}`;
}

function tableOf(settings: readonly Setting[]): string {
  const rows = settings.map(({ name, description, readers, choice }) => {
    const all = readers.has('all');
    const defaults = [...new Set(readers.values())];
    const shown =
      defaults.length === 1
        ? defaults[0]
        : [...readers].map(([reader, value]) => `${value} (${reader})`).join(', ');
    const values = choice.length > 1 ? ` One of ${choice.map(code).join(', ')}.` : '';
    return `| \`${name}\` | ${shown} | ${all ? 'all' : [...readers.keys()].join(', ')} | ${description}${values} |`;
  });
  return ['| setting | default | read by | what it is |', '|---|---|---|---|', ...rows].join('\n');
}

/** The modules of a room that declare settings. */
function declaringFiles(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(room, file))
    .filter((file) => /^export const \w+Settings\b/m.test(readFileSync(file, 'utf8')))
    .sort();
}

function readerOf(file: string): string {
  const [room, subgraph = ''] = file.split('/');
  if (room === 'subgraphs') return subgraph;
  // REST is a door of the gateway's process.
  if (room === 'gateway' || room === 'rest') return 'gateway';
  // The bus, and what only a subgraph's own process has.
  return room === 'events' || file.endsWith('run-subgraph.ts') ? 'subgraphs' : 'all';
}

interface Facts {
  readonly description?: string;
  readonly default: string;
  readonly choice: readonly string[];
}

function factsOf(shape: z.ZodRawShape): Record<string, Facts> {
  const { properties = {} } = z.toJSONSchema(z.object(shape), { io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      if (typeof schema === 'boolean') throw new Error(`the setting ${name} has no type`);
      const { description, default: value, enum: choice = [] } = schema;
      const facts = { default: value === undefined ? '' : code(String(value)), choice: choice.map(String) };
      return [name, { ...facts, ...(description && { description }) }];
    }),
  );
}

const code = (text: string) => `\`${text}\``;
