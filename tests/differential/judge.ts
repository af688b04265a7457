import { isDeepStrictEqual } from 'node:util';
import { print } from 'graphql';
import { createApolloEngine } from '../../gateway/index.ts';
import { createLogger } from '../../kit/logger.ts';
import { generateOperation } from './generate-operation.ts';
import type { Graph } from './graph.ts';
import { type Answer, type AnswerError, type Case, oracleAnswer, Subject, type Trouble } from './run.ts';
import { Random } from './seed.ts';
import { Universe } from './universe.ts';

/** A generated operation in a generated world, with the answers that any engine's answer is held against. */
export interface Exam {
  readonly graph: Graph;
  readonly seed: number;
  /** Nothing fails; there may be nulls. */
  readonly calm: Question & { readonly oracle: string };
  /** Fields fail, and maybe a subgraph. Undefined where the reference errs in calm already: it is no judge then. */
  readonly troubled: Question | undefined;
  readonly isReferenceRight: boolean;
}

interface Question {
  readonly asked: Case;
  readonly reference: Answer;
}

const TROUBLES = ['none', 'none', 'none', 'dead', 'dead', 'slow', 'refusing', 'empty', 'short'] as const;

/** Sets exams over one graph. The same seed sets the same exam. */
export class Examiner {
  readonly #graph: Graph;
  readonly #reference: Subject;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#reference = new Subject(graph, (transports) =>
      createApolloEngine({
        supergraphSdl: graph.supergraphSdl,
        transports,
        log: createLogger('reference', 'silent'),
      }),
    );
  }

  async set(seed: number): Promise<Exam> {
    const graph = this.#graph;
    const operation = generateOperation(graph.apiSchema, graph.limits, graph.name, seed);
    const ask = async (errorPercent: number, trouble: Trouble): Promise<Question> => {
      const universe = new Universe(graph.documents, { seed, nullPercent: 10, errorPercent });
      const asked = { ...operation, universe, trouble };
      return { asked, reference: await this.#reference.answer(asked) };
    };
    const calm = await ask(0, { kind: 'none' });
    const oracle = await oracleAnswer(graph, calm.asked);
    const isReferenceRight = graph.hides || isDeepStrictEqual(calm.reference.body, JSON.parse(oracle));
    const random = new Random('trouble', graph.name, seed);
    const trouble = { kind: random.pick(TROUBLES), subgraph: random.pick([...graph.subgraphs.keys()]) };
    return {
      graph,
      seed,
      calm: { ...calm, oracle },
      troubled: isReferenceRight ? await ask(8, trouble) : undefined,
      isReferenceRight,
    };
  }

  async stop(): Promise<void> {
    await this.#reference.stop();
  }
}

/** What an engine did in an exam; nothing in `faults` is a pass. */
export interface Result {
  readonly faults: readonly string[];
  /** It answered as wrongly as the reference, since both follow the same plan. */
  readonly sharesMistake: boolean;
}

/**
 * Holds an engine against an exam.
 *
 * In calm, what the specification says is known, and the answer must be that to the byte, unless the plan itself is
 * wrong. In trouble, the reference's data and errors are the measure.
 *
 * @param joins whether the engine joins requests, so that one failed request may stand for several of the reference's
 */
export async function examine(exam: Exam, subject: Subject, joins: boolean): Promise<Result> {
  const { graph, calm, troubled } = exam;
  const faults: string[] = [];
  const answer = await subject.answer(calm.asked);
  const isRight = graph.hides
    ? isDeepStrictEqual(answer.body, calm.reference.body)
    : answer.text === calm.oracle;
  const sharesMistake =
    !isRight && !exam.isReferenceRight && isDeepStrictEqual(answer.body, calm.reference.body);
  if (!isRight && !sharesMistake) {
    faults.push(
      describe(exam, calm, `expected ${calm.oracle}reference ${calm.reference.text}got ${answer.text}`),
    );
  }
  if (exam.isReferenceRight && answer.fetches > calm.reference.fetches) {
    faults.push(describe(exam, calm, `${answer.fetches} fetches, the reference ${calm.reference.fetches}`));
  }
  if (troubled) {
    const inTrouble = await subject.answer(troubled.asked);
    const difference = differenceInTrouble(troubled, inTrouble, joins);
    if (difference) {
      const texts = `reference ${troubled.reference.text}got ${inTrouble.text}`;
      faults.push(
        describe(exam, troubled, `${JSON.stringify(troubled.asked.trouble)} ${difference}\n${texts}`),
      );
    }
  }
  return { faults, sharesMistake };
}

function differenceInTrouble(
  { asked, reference }: Question,
  answer: Answer,
  joins: boolean,
): string | undefined {
  if (!isDeepStrictEqual(answer.body.data, reference.body.data)) return 'other data';
  // The reference tells of a list that is too short in words of its own, without saying whose it is.
  if (asked.trouble.kind === 'short') return undefined;
  const errors = answer.body.errors ?? [];
  const located = (reference.body.errors ?? []).filter(({ path }) => !path?.includes('@'));
  const vague = (reference.body.errors ?? []).filter(({ path }) => path?.includes('@'));
  const [expected, got] = [located, errors.filter((each) => !vague.some((one) => isAt(each, one)))].map(
    (each) => errorsOf(each, joins),
  );
  if (!isDeepStrictEqual(got, expected) || vague.some((one) => !errors.some((each) => isAt(each, one)))) {
    return `other errors:\nreference ${expected?.join('\n  ')}\ngot ${got?.join('\n  ')}`;
  }
  if (!isDeepStrictEqual(completionOf(answer), completionOf(reference))) return 'other completion';
  return undefined;
}

/** The reference leaves `@` for list indexes in the paths of root fields below a list: ours names them. */
function isAt(error: AnswerError, { message, path = [] }: AnswerError): boolean {
  return (
    error.message === message &&
    error.path?.length === path.length &&
    path.every((step, index) => step === '@' || step === error.path?.[index])
  );
}

/** Errors in an order of their own; where requests are joined, alike ones once. */
function errorsOf(errors: readonly AnswerError[] | undefined, joins: boolean): string[] {
  const texts = (errors ?? []).map(({ message, path, extensions }) => {
    const { stacktrace: _, ...rest } = extensions ?? {};
    return JSON.stringify([message, path, Object.entries(rest).sort()]);
  });
  return (joins ? [...new Set(texts)] : texts).sort();
}

/** Where nulls went up although nobody reported an error. */
function completionOf({ body }: Answer): unknown {
  const extensions = body.extensions as { valueCompletion?: readonly AnswerError[] } | undefined;
  return extensions?.valueCompletion?.map(({ path }) => path);
}

function describe(exam: Exam, { asked }: Question, what: string): string {
  const variables = JSON.stringify(asked.variables);
  return `${exam.graph.name}, seed ${exam.seed}:\n${print(asked.document)}\n${variables}\n${what}`;
}
