import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { createExecutor } from '../../kit/server/execution/executor.ts';
import { type Exam, examine, setExam } from './judge.ts';

/** A mistake that an engineer could make: one piece of the executor's source, replaced. */
interface Fault {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const fault = (name: string, file: string, find: string, replace: string): Fault => ({
  name,
  file: `kit/server/execution/${file}`,
  find,
  replace,
});

const FAULTS: readonly Fault[] = [
  fault(
    'took a failed value for a null',
    'run.ts',
    '  if (value instanceof Error) throw value;\n  if (value == null)',
    '  if (value == null || value instanceof Error)',
  ),
  fault(
    'let a null stand where none may be',
    'run.ts',
    '  if (isNonNull) throw new Error(`Cannot',
    '  if (false) throw new Error(`Cannot',
  ),
  fault('kept what failed below a null', 'run.ts', '  if (isNonNull) throw error;', ''),
  fault(
    'reported errors below a null that stands',
    'execution.ts',
    'if (this.#nulled.has(place)) return;',
    '',
  ),
  fault(
    'forgot the names of aliases in paths',
    'execution.ts',
    '  key: responseName,',
    '  key: parentType.name,',
  ),
  fault('gave all calls one object of arguments', 'execution.ts', 'return { ...values };', 'return values;'),
  fault(
    'shared literal objects between calls',
    'arguments.ts',
    'return isSimple && named === type &&',
    'return true ||',
  ),
  fault(
    'ran mutations at once',
    'executor.ts',
    'operation.operation === OperationTypeNode.MUTATION;',
    "operation.operation === 'none' as never;",
  ),
  fault('ignored conditions', 'executor.ts', '  const choice = ', "  const choice = 'any' || "),
  fault(
    'left a late field at the end',
    'run.ts',
    '      result[field.responseName] = value;\n      if (isPromise(value)) pending',
    '      if (!isPromise(value)) result[field.responseName] = value;\n      if (isPromise(value)) pending',
  ),
  fault(
    'did not ask whether a value is of its type',
    'run.ts',
    '    if (!holds) throw',
    '    if (holds === undefined) throw',
  ),
  fault(
    'took any type for a possible one',
    'runtime-type.ts',
    'if (!schema.isSubType(type, runtimeType))',
    'if (!runtimeType)',
  ),
  fault(
    'did not call methods',
    'run.ts',
    "      if (typeof value === 'function') {",
    "      if (typeof value === 'never') {",
  ),
  fault(
    'took what is only like a promise for one',
    'run.ts',
    '  return Promise.resolve(promise).then(',
    '  return promise.then(',
  ),
  fault(
    'left rejections of items unheard',
    'run.ts',
    '    if (isPending) void Promise.allSettled(items);',
    '',
  ),
  fault(
    'gave resolvers the path of their parent',
    'run.ts',
    '      info = resolveInfoOf(execution, field, path);\n      value = resolve(',
    '      info = resolveInfoOf(execution, field, parentPath ?? path);\n      value = resolve(',
  ),
  fault(
    'accepted what a scalar cannot write',
    'run.ts',
    '  if (serialized != null) return serialized;',
    '  return serialized;',
  ),
];

/** The one that is planted in what is imported now; the import names it, so that it is loaded anew. */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const number = /\?fault=\d+$/.exec(context.parentURL ?? '')?.[0];
    const isOurs = number && resolved.url.includes('/kit/server/execution/');
    return isOurs ? { ...resolved, url: `${resolved.url}${number}` } : resolved;
  },
  load(url, context, next) {
    const planted = FAULTS[Number(/\?fault=(\d+)$/.exec(url)?.[1])];
    if (!planted || !url.includes(`/${planted.file}?`)) return next(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    if (source.split(planted.find).length !== 2) {
      throw new Error(`"${planted.name}" is to be planted where ${planted.file} has "${planted.find}" once`);
    }
    return {
      format: 'module-typescript',
      source: source.replace(planted.find, () => planted.replace),
      shortCircuit: true,
    };
  },
});

// Prints a line of JSON for each fault: its name, and what caught it. With none planted, nothing may be caught; the
// arguments are the first seed and the one after the last.
const [from, to] = process.argv.slice(2).map(Number) as [number, number];
const exams: Exam[] = [];
for (let seed = from; seed < to; seed++) exams.push(setExam(seed));
const nothing = [FAULTS.length, { name: 'nothing' }] as const;
const entries = process.argv[4] === 'nothing' ? [nothing] : [...FAULTS.entries(), nothing];
for (const [number, { name }] of entries) {
  const executor = await import(`../../kit/server/execution/executor.ts?fault=${number}`);
  const caught = await firstFault((executor as { createExecutor: typeof createExecutor }).createExecutor);
  process.stdout.write(`${JSON.stringify({ name, caught: caught?.slice(0, 4_000) ?? null })}\n`);
}

async function firstFault(create: typeof createExecutor): Promise<string | undefined> {
  for (const exam of exams) {
    const found = await examine(exam, create).catch((error: unknown) => `it rejects: ${error}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
