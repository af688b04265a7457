import { type DocumentNode, type ExecutionResult, execute, parse, print } from 'graphql';
import type { createExecutor, Executor } from '../../kit/server/execution/executor.ts';
import { generateOperation } from '../differential/generate-operation.ts';
import { hashOf } from '../differential/seed.ts';
import { createSchema } from './schema.ts';
import { type Oddity, World } from './world.ts';

/** What both executors are to do. */
export interface Exam {
  readonly seed: number;
  readonly document: DocumentNode;
  readonly oddity: Oddity;
  /** The values of the variables, one execution after the other. */
  readonly runs: readonly Readonly<Record<string, unknown>>[];
}

/** All that can be seen of an execution. */
interface Seen {
  readonly data: string | undefined;
  readonly errors: readonly unknown[];
  readonly calls: readonly string[];
  readonly unheard: readonly string[];
}

const unheard = new Set<unknown>();
process.on('unhandledRejection', (reason) => unheard.add(reason));

const ODDITIES: readonly Oddity[] = [
  { failing: 0, absent: 2, late: 0, settled: 0 },
  { failing: 0, absent: 0, late: 40, settled: 0 },
  { failing: 8, absent: 6, late: 0, settled: 0 },
  { failing: 6, absent: 4, late: 35, settled: 0 },
  { failing: 3, absent: 2, late: 10, settled: 30 },
];

export const schema = createSchema();

/** Writes what a seed asks for. */
export function setExam(seed: number): Exam {
  const { document, variables } = generateOperation(schema, { size: 30, depth: 4 }, 'execution', seed);
  const others = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, other(value, hashOf(seed, name))]),
  );
  return {
    seed,
    // Read again, since errors tell where in the text.
    document: parse(print(document)),
    oddity: ODDITIES[seed % ODDITIES.length] as Oddity,
    runs: [variables, others, variables],
  };
}

/** Another value for a variable; it may be one that the variable cannot have. */
function other(value: unknown, hash: number): unknown {
  if (hash % 11 === 0) return null;
  if (hash % 13 === 0) return { nothing: 'of the kind' };
  return typeof value === 'boolean' ? !value : value;
}

/** How an executor differs from graphql-js in an exam; undefined where it does not. */
export async function examine(
  exam: Exam,
  create: typeof createExecutor = () => reference,
): Promise<string | undefined> {
  const executor = create(schema);
  for (const variables of exam.runs) {
    const expected = await see(exam, variables, reference);
    const actual = await see(exam, variables, executor);
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
      const shown = { seed: exam.seed, variables, actual, expected };
      return `${print(exam.document)}\n${JSON.stringify(shown, null, 1)}`;
    }
  }
  return undefined;
}

const reference: Executor = ({ document, operationName, variables, contextValue }) =>
  execute({ schema, document, operationName, variableValues: variables, contextValue });

async function see({ seed, document, oddity }: Exam, variables: object, run: Executor): Promise<Seen> {
  const world = new World(schema, seed, oddity);
  const values = structuredClone(variables) as Record<string, unknown>;
  unheard.clear();
  const result = await run({ document, variables: values, contextValue: world });
  const callsBefore = world.calls.length;
  await world.idle();
  const errors = (result.errors ?? []).map((error) => ({
    ...error.toJSON(),
    original: String(error.originalError),
  }));
  return {
    data: JSON.stringify(result.data),
    // What happens within one turn of the event loop has no order that anybody could rely on.
    errors: oddity.settled > 0 ? certain(errors, result) : errors,
    calls: oddity.settled > 0 ? world.calls.toSorted() : [...world.calls, `${callsBefore} before the answer`],
    // Of what the reference does not hear we want to hear: an unheard rejection ends a process.
    unheard: run === reference ? [] : [...unheard].map(String),
  };
}

/** The errors of places that are null because of them alone, sorted; of several below one null, any may be told. */
function certain(
  errors: readonly { path?: readonly (string | number)[] }[],
  { data }: ExecutionResult,
): unknown[] {
  return errors
    .filter(({ path = [] }) => {
      let place: unknown = data;
      for (const key of path.slice(0, -1)) place = (place as Record<string, unknown> | null)?.[key];
      return place !== null && place !== undefined;
    })
    .map((error) => JSON.stringify(error))
    .toSorted();
}
