import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { createCompiledEngine, createPlanner } from '../../gateway/index.ts';
import { composeGraph } from './graph.ts';
import { GRAPHS } from './graphs.ts';
import { type Exam, Examiner, examine } from './judge.ts';
import { Subject } from './run.ts';

/** A mistake that an engineer could make: one piece of the engine's source, replaced. */
interface Fault {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const ENGINE = 'gateway/engines/compiled';

const FAULTS: readonly Fault[] = [
  fault(
    'takes entities with different keys for one',
    `${ENGINE}/lookup.ts`,
    'known.get(key)',
    'known.get(key) ?? (known.size > 0 ? 0 : undefined)',
  ),
  fault(
    'gives an entity the answer of another',
    `${ENGINE}/lookup.ts`,
    'own[slotsHere[index] as number]',
    'own[(slotsHere[index] as number) - 1]',
  ),
  fault(
    'delivers to the first path alone',
    `${ENGINE}/lookup.ts`,
    'for (let path = 0; path < walks.length; path++)',
    'for (let path = 0; path < 1; path++)',
  ),
  fault('leaves out input rewrites', `${ENGINE}/lookup.ts`, 'rewriteInput?.(representation);', ''),
  fault('leaves out output rewrites', `${ENGINE}/rewrite.ts`, 'record[change.renameTo] = value;', ''),
  fault(
    'asks for entities of any type',
    `${ENGINE}/possible-types.ts`,
    'return (typename) => typename === condition;',
    'return (typename) => typename !== undefined;',
  ),
  fault(
    'asks for entities that lack a required field',
    `${ENGINE}/entity-key.ts`,
    'if (x === undefined) return undefined;',
    '',
  ),
  fault('takes different references for one', `${ENGINE}/place.ts`, '}.get(key)', '}.values().next().value'),
  fault(
    'overwrites what another fetch delivered',
    `${ENGINE}/merge.ts`,
    "typeof existing === 'object' && existing !== null ? combine(existing, value) : value",
    'value',
  ),
  fault(
    'does not wait for what a fetch needs',
    `${ENGINE}/program.ts`,
    'Promise.all(ready).then(() => run(execution))',
    'run(execution)',
  ),
  fault(
    'leaves the client’s variables out',
    `${ENGINE}/fetch.ts`,
    'if (value !== undefined) variables[name] = value;',
    '',
  ),
  fault(
    'reports an error at one place of many',
    `${ENGINE}/fetch.ts`,
    'located[at]?.get(representation) ?? []',
    'located[at]?.get(representation)?.slice(0, 1) ?? []',
  ),
  fault('loses the code of an error', `${ENGINE}/subgraph-error.ts`, '...extensions,', ''),
  fault(
    'stops a null at the wrong place',
    `${ENGINE}/projection/generate.ts`,
    "'return undefined;'),\n          `s +=",
    '"t = \'null\';"),\n          `s +=',
  ),
  fault(
    'lets a null item into a list that has none',
    `${ENGINE}/projection/generate.ts`,
    "'bad = true; continue;'",
    '"t = \'null\';"',
  ),
  fault(
    'skips what should be included',
    `${ENGINE}/projection/collect-fields.ts`,
    "if (holds === (name === 'skip')) return false;",
    'if (holds) return false;',
  ),
  fault(
    'ignores fragments on interfaces',
    `${ENGINE}/projection/collect-fields.ts`,
    'return isAbstractType(conditionType) &&',
    'return false &&',
  ),
  fault('writes text without escapes', `${ENGINE}/projection/json.ts`, ' || NEEDS_ESCAPE.test(text)', ''),
  fault(
    'shows hidden enum values',
    `${ENGINE}/projection/generate.ts`,
    'if (isEnumType(type)) {',
    'if (isEnumType(type) && false) {',
  ),
  fault(
    'answers one operation with the plan of another',
    `${ENGINE}/engine.ts`,
    "(request.coerced[each] === true ? '1' : '0')",
    "(request.coerced[each] === true ? '0' : '0')",
  ),
  fault(
    'takes an alias for the field of that name',
    `${ENGINE}/engine.ts`,
    'const document = keepNames(asked);',
    'const document = asked;',
  ),
  fault(
    'joins lookups that ask for different things',
    'gateway/planner/fuse.ts',
    'JSON.stringify([print(selectionSet), question])',
    'JSON.stringify([question])',
  ),
  fault(
    'does not let a joined fetch wait for all that its parts wait for',
    'gateway/planner/fuse.ts',
    'after: [...after]',
    'after: [...after].slice(1)',
  ),
];

function fault(name: string, file: string, find: string, replace: string): Fault {
  return { name, file, find, replace };
}

/** `?fault=3` on a module of the gateway loads it, and all that it imports of the gateway, with the fault in it. */
const root = new URL('../../', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const planted = /\?fault=\d+$/.exec(context.parentURL ?? '')?.[0];
    const ours = resolved.url.startsWith(`${root}gateway/`) && !resolved.url.includes('?');
    return planted && ours ? { ...resolved, url: resolved.url + planted } : resolved;
  },
  load(url, context, next) {
    const number = /\?fault=(\d+)$/.exec(url)?.[1];
    const planted = number === undefined ? undefined : FAULTS[Number(number)];
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

interface Gateway {
  readonly createCompiledEngine: typeof createCompiledEngine;
  readonly createPlanner: typeof createPlanner;
}

// Prints a line of JSON for each fault: its name, and what caught it. With none planted, nothing may be caught.
const perGraph = Number(process.argv[2] ?? 40);
const exams: Exam[] = [];
for (const definition of GRAPHS) {
  // Its plans take seconds, and what it shows the smaller graph of its kind shows too.
  if (definition.name === 'interface objects') continue;
  const examiner = new Examiner(composeGraph(definition));
  for (let seed = 0; seed < perGraph; seed++) exams.push(await examiner.set(seed));
}
for (const [number, { name }] of [...FAULTS.entries(), [FAULTS.length, { name: 'nothing' }] as const]) {
  const gateway = (await import(`../../gateway/index.ts?fault=${number}`)) as Gateway;
  const caught = await firstFault(gateway).catch((error: Error) => error.message);
  process.stdout.write(`${JSON.stringify({ name, caught: caught?.slice(0, 2_000) ?? null })}\n`);
}

async function firstFault({ createCompiledEngine, createPlanner }: Gateway): Promise<string | undefined> {
  const subjects = new Map<Exam['graph'], Subject>();
  for (const exam of exams) {
    const { graph } = exam;
    let subject = subjects.get(graph);
    if (!subject) {
      const planner = createPlanner(graph.supergraph);
      const { supergraphSdl } = graph;
      subject = new Subject(graph, (transports) =>
        createCompiledEngine({ supergraphSdl, transports, planner }),
      );
      subjects.set(graph, subject);
    }
    const { faults } = await examine(exam, subject, true).catch((error: Error) => ({
      faults: [error.message],
    }));
    if (faults[0] !== undefined) return faults[0];
  }
  return undefined;
}
