import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contracts } from '../../events/index.ts';
import { ConfigError } from '../../kit/config.ts';
import { bulkInsert } from '../../kit/database/bulk-insert.ts';
import type { Database } from '../../kit/database/database.ts';
import { toSqlTime } from '../../kit/database/time.ts';
import { checkDefinition, type Definition, versionOf } from './definition.ts';

/** A definition under its version. */
export interface Workflow {
  readonly definition: Definition;
  readonly version: string;
}

/** The workflows, and every version of them that there ever was. */
export interface Catalogue {
  /** As runs start with them now. */
  readonly current: readonly Workflow[];
  /** All names, also of workflows that are gone: runs of them may be unfinished, and messages on the way to them. */
  readonly names: readonly string[];
  /** @throws when no such version was ever stored */
  version(workflow: string, version: string): Promise<Definition>;
  /** All versions of a workflow that were stored when this process started. */
  versionsOf(workflow: string): readonly Definition[];
}

const FOLDER = fileURLToPath(new URL('definitions', import.meta.url));

/** Which definitions to load. */
export interface DefinitionChoice {
  /** The steps to keep that are left out otherwise, as `<workflow>.<step>`. Default: none. */
  readonly optional?: readonly string[];
  /** The folder that they are in. Default: this room's `definitions/`. */
  readonly folder?: string | undefined;
}

/**
 * Loads the definitions of a folder: one to a file, its one export.
 *
 * @throws ConfigError that names every fault of every definition, or says that there is none
 */
export async function loadDefinitions({
  optional = [],
  folder = FOLDER,
}: DefinitionChoice = {}): Promise<Definition[]> {
  const files = (await listFolder(folder)).filter((file) => file.endsWith('.ts')).sort();
  if (files.length === 0)
    throw new ConfigError(
      `WORKFLOWS_DEFINITIONS: ${folder} holds no definition (a .ts file): without one no order is ever settled`,
    );
  const sources = await Promise.all(files.map((file) => loadFile(join(folder, file))));
  const offered = sources.flatMap(({ name, steps }) =>
    steps.filter(({ isOptional }) => isOptional).map((step) => `${name}.${step.name}`),
  );
  const definitions = sources.map((source) => withoutOptional(source, optional));
  const names = definitions.map(({ name }) => name);
  const faults = [
    // With their optional steps, and without those that are left out.
    ...new Set([...sources, ...definitions].flatMap((each) => checkDefinition(each, contracts))),
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `there are two workflows ${name}`),
    ...optional
      .filter((each) => !offered.includes(each))
      .map((each) => `there is no optional step ${each}; there is: ${offered.join(', ') || 'none'}`),
  ];
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return definitions;
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `WORKFLOWS_DEFINITIONS: ${folder} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`}: name a folder of definitions`,
    );
  }
}

async function loadFile(file: string): Promise<Definition> {
  const [source, ...others]: { readonly definition?: Definition }[] = await import(
    pathToFileURL(file).href
  ).then(Object.values, (error: unknown) => {
    // Such as an import of a command that no contract declares.
    throw new ConfigError(`${file} cannot be loaded: ${error instanceof Error ? error.message : error}`);
  });
  if (source?.definition && others.length === 0) return source.definition;
  throw new ConfigError(`${file} must export one workflow, made by defineWorkflow`);
}

function withoutOptional(definition: Definition, kept: readonly string[]): Definition {
  const left = definition.steps.filter(
    ({ name, isOptional }) => isOptional && !kept.includes(`${definition.name}.${name}`),
  );
  const isLeft = (name: string) => left.some((step) => step.name === name);
  const after = (names: readonly string[]): string[] =>
    names.flatMap((name) =>
      isLeft(name) ? after(left.find((each) => each.name === name)?.after ?? []) : [name],
    );
  const steps = definition.steps
    .filter(({ name }) => !isLeft(name))
    .map((step) => ({ ...step, after: after(step.after) }));
  return { ...definition, steps };
}

/** Stores the definitions that runs now start with, and finds those that they started with. */
export async function createCatalogue(
  database: Database,
  definitions: readonly Definition[],
  now: () => Date,
): Promise<Catalogue> {
  const current = definitions.map((definition) => ({ definition, version: versionOf(definition) }));
  const columns = ['workflow', 'version', 'definition', 'created_at'];
  const rows = current.map(({ definition, version }) => [
    definition.name,
    version,
    JSON.stringify(definition),
    toSqlTime(now()),
  ]);
  await database.transaction((trx) => bulkInsert(trx, 'workflow_definitions', columns, rows, 'ignore'));
  const stored: { workflow: string; version: string; definition: string }[] = await database
    .read('workflow_definitions')
    .orderBy(['workflow', 'created_at', 'version'])
    .select('workflow', 'version', 'definition');
  const known = new Map(
    stored.map((row): [string, Definition] => [keyOf(row.workflow, row.version), JSON.parse(row.definition)]),
  );

  /** One that another process has stored since is read when it is met. */
  const version = async (workflow: string, name: string): Promise<Definition> => {
    const key = keyOf(workflow, name);
    const held = known.get(key);
    if (held) return held;
    const row = await database
      .read('workflow_definitions')
      .where({ workflow, version: name })
      .first<{ definition: string } | undefined>('definition');
    if (!row) throw new Error(`there is no version ${name} of the workflow ${workflow}`);
    const definition: Definition = JSON.parse(row.definition);
    known.set(key, definition);
    return definition;
  };

  return {
    current,
    names: [...new Set(stored.map(({ workflow }) => workflow))],
    version,
    versionsOf: (workflow) => [...known.values()].filter(({ name }) => name === workflow),
  };
}

const keyOf = (workflow: string, version: string) => `${workflow}/${version}`;
