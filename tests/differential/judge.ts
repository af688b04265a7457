import { isDeepStrictEqual } from 'node:util';
import { type DirectiveNode, type DocumentNode, Kind, print, type SelectionNode, visit } from 'graphql';
import { createApolloEngine } from '../../gateway/index.ts';
import { createLogger } from '../../kit/logger.ts';
import { generateOperation, generateVariables } from './generate-operation.ts';
import type { Graph } from './graph.ts';
import { type Answer, type AnswerError, type Case, oracleAnswer, Subject } from './run.ts';
import { Random } from './seed.ts';
import { Universe } from './universe.ts';

/** A generated operation in a generated world, with the answers that any engine's answer is held against. */
export interface Exam {
  readonly graph: Graph;
  readonly seed: number;
  /** Nothing fails; there may be nulls. Asked once more with its conditions the other way round, if it has any. */
  readonly calm: readonly CalmQuestion[];
  /** Fields fail, and maybe a subgraph. Undefined where the plan is wrong in calm already: it is no judge then. */
  readonly troubled: Trial | undefined;
  /** Whether the reference's answer to the operation as it stands is what the specification says. */
  readonly isReferenceRight: boolean;
}

/**
 * What was asked, and what the reference answers to it. It is asked with the conditions settled, since that is how our
 * engine plans: planned with them, it leaves out required fields of some operations, and fetches what nobody sees.
 */
interface Question {
  readonly asked: Case;
  readonly reference: Answer;
  /** False when conditions leave a selection empty, which cannot be written without them. */
  readonly isSettled: boolean;
}

interface CalmQuestion extends Question {
  /** What the specification says the answer is. */
  readonly oracle: string;
}

/** A question asked in trouble, with the errors of fields as the specification has them. */
interface Trial extends Question {
  readonly errors: readonly AnswerError[];
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
    const written = this.#written(seed);
    const operation = written
      ? { document: written, variables: generateVariables(graph.apiSchema, written, graph.name, seed) }
      : generateOperation(graph.apiSchema, graph.limits, graph.name, seed);
    const universeOf = (errorPercent: number) =>
      new Universe(graph.documents, { seed, nullPercent: 10, errorPercent });
    const asked = { ...operation, universe: universeOf(0), trouble: { kind: 'none' } as const };
    const flipped = { ...asked, variables: flipConditions(asked.variables) };
    const calm = await this.#calm(asked);
    const random = new Random('trouble', graph.name, seed);
    const trouble = { kind: random.pick(TROUBLES), subgraph: random.pick([...graph.subgraphs.keys()]) };
    const isPlanRight = isRight(graph, calm.reference, calm.oracle);
    return {
      graph,
      seed,
      calm: isDeepStrictEqual(flipped.variables, asked.variables)
        ? [calm]
        : [calm, await this.#calm(flipped)],
      troubled: isPlanRight ? await this.#trial({ ...asked, universe: universeOf(8), trouble }) : undefined,
      isReferenceRight: isRight(graph, await this.#reference.answer(asked), calm.oracle),
    };
  }

  /** An operation of the graph's own: every fourth exam takes one, or where all are asked, every other round of them. */
  #written(seed: number): DocumentNode | undefined {
    const { operations, asksAll } = this.#graph;
    if (asksAll) return operations[seed % (2 * operations.length)];
    return seed % 4 === 0 ? operations[(seed / 4) % operations.length] : undefined;
  }

  async #calm(asked: Case): Promise<CalmQuestion> {
    return { ...(await this.#ask(asked)), oracle: await oracleAnswer(this.#graph, asked) };
  }

  async #trial(asked: Case): Promise<Trial> {
    const { errors = [] } = JSON.parse(await oracleAnswer(this.#graph, asked)) as Answer['body'];
    return { ...(await this.#ask(asked)), errors };
  }

  async #ask(asked: Case): Promise<Question> {
    const document = withSettledConditions(asked);
    const reference = await this.#reference.answer(document ? { ...asked, document } : asked);
    return { asked, reference, isSettled: document !== undefined };
  }

  async stop(): Promise<void> {
    await this.#reference.stop();
  }
}

/** Whether an answer in calm is what the specification says, as far as the API schema alone can tell. */
function isRight(graph: Graph, answer: Answer, oracle: string): boolean {
  return graph.hides || isDeepStrictEqual(answer.body, JSON.parse(oracle));
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
  const { graph, troubled } = exam;
  const faults: string[] = [];
  let sharesMistake = false;
  for (const calm of exam.calm) {
    const answer = await subject.answer(calm.asked);
    const isSame = graph.hides
      ? isDeepStrictEqual(answer.body, calm.reference.body)
      : answer.text === calm.oracle;
    if (!isSame && isDeepStrictEqual(answer.body.data, calm.reference.body.data)) {
      sharesMistake = true;
    } else if (!isSame) {
      const texts = `expected ${calm.oracle}reference ${calm.reference.text}got ${answer.text}`;
      faults.push(describe(exam, calm, texts));
    }
    if (answer.fetches > calm.reference.fetches && calm.isSettled) {
      faults.push(describe(exam, calm, `${answer.fetches} fetches, the reference ${calm.reference.fetches}`));
    }
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

function differenceInTrouble(question: Trial, answer: Answer, joins: boolean): string | undefined {
  const { asked, reference } = question;
  // A list that is too short is refused whole, and a joined list is longer. The reference's words for it are its own.
  if (asked.trouble.kind === 'short' && joins) return undefined;
  // With a selection emptied by conditions, the two plans may ask different subgraphs.
  if (!question.isSettled) return undefined;
  if (!isDeepStrictEqual(answer.body.data, reference.body.data)) return 'other data';
  if (asked.trouble.kind === 'short') return undefined;
  const expected = errorsOf(reference.body.errors, joins);
  const got = errorsOf(answer.body.errors, joins);
  const [missing, extra] = [without(expected, got), without(got, expected)];
  const unexplained = missing.filter((each) => !isExplained(each, extra));
  const invented = extra.filter((each) => !isWhereItBelongs(each, missing, question, answer));
  if (unexplained.length > 0 || invented.length > 0) {
    return `other errors:\nonly the reference: ${JSON.stringify(unexplained)}\nonly we: ${JSON.stringify(invented)}`;
  }
  if (!isDeepStrictEqual(completionOf(answer), completionOf(reference))) return 'other completion';
  return undefined;
}

/** The reference's errors that ours may lack, since the reference is wrong by the specification. */
function isExplained(error: AnswerError, extra: readonly AnswerError[]): boolean {
  // It leaves `@` for list indexes in the paths of root fields below a list.
  if (error.path?.includes('@')) return extra.some((each) => isAt(each, error));
  // It takes an entity's number for its number among all objects of the path, also those it did not ask for.
  return extra.some((each) => isAlike(each, error));
}

/** An error of ours alone must stand for one of the reference's, at the place where the specification has it. */
function isWhereItBelongs(
  error: AnswerError,
  missing: readonly AnswerError[],
  { errors }: Trial,
  { body }: Answer,
): boolean {
  if (missing.some((each) => each.path?.includes('@') && isAt(error, each))) return true;
  const belongs = errors.some(
    ({ message, path }) => message === error.message && isDeepStrictEqual(path, error.path),
  );
  // Of a subgraph that fails as a whole the specification knows nothing; yet there must be a null to explain.
  const found = error.path?.reduce<unknown>((value, step) => Object(value)[step], body.data);
  if (belongs || found === null) return missing.some((each) => isAlike(each, error));
  // Of a field that is fetched for another's sake, and that nobody sees, the reference tells only at another index.
  return found === undefined && missing.some((each) => isAtSomeIndexOf(each, error));
}

/** Whether two errors say the same, wherever they stand. */
const isAlike = (one: AnswerError, other: AnswerError): boolean =>
  one.message === other.message && isDeepStrictEqual(one.extensions, other.extensions);

const isAtSomeIndexOf = (one: AnswerError, other: AnswerError): boolean =>
  isAlike(one, other) && isDeepStrictEqual(fieldsOf(one), fieldsOf(other));

const fieldsOf = ({ path }: AnswerError) => path?.filter((step) => typeof step === 'string');

function isAt(error: AnswerError, { message, path = [] }: AnswerError): boolean {
  return (
    error.message === message &&
    error.path?.length === path.length &&
    path.every((step, index) => step === '@' || step === error.path?.[index])
  );
}

function without(errors: readonly AnswerError[], others: readonly AnswerError[]): AnswerError[] {
  const left = [...others];
  return errors.filter((each) => {
    const at = left.findIndex((other) => isDeepStrictEqual(each, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Errors without traces; where requests are joined, alike ones once. */
function errorsOf(errors: readonly AnswerError[] | undefined, joins: boolean): AnswerError[] {
  const plain = (errors ?? []).map(({ message, path, extensions }): AnswerError => {
    const { stacktrace: _, ...rest } = extensions ?? {};
    return { message, ...(path && { path: path.map(withoutPlannersAlias) }), extensions: rest };
  });
  return joins
    ? plain.filter((each, at) => plain.findIndex((one) => isDeepStrictEqual(one, each)) === at)
    : plain;
}

/** The reference leaves a planner's own alias, for a field that two types have in different shapes, in paths. */
const withoutPlannersAlias = (step: string | number) =>
  typeof step === 'string' ? step.replace(/__alias_\d+$/, '') : step;

/** Where nulls went up although nobody reported an error. */
function completionOf({ body }: Answer): unknown {
  const extensions = body.extensions as { valueCompletion?: readonly AnswerError[] } | undefined;
  return extensions?.valueCompletion?.map(({ path }) => path);
}

function describe(exam: Exam, { asked }: Question, what: string): string {
  const variables = JSON.stringify(asked.variables);
  return `${exam.graph.name}, seed ${exam.seed}:\n${print(asked.document)}\n${variables}\n${what}`;
}

/** The document as far as its conditions hold, without them; undefined when they leave a selection empty. */
function withSettledConditions({ document, variables }: Case): DocumentNode | undefined {
  let isEmptied = false;
  const holds = ({ name, arguments: given }: DirectiveNode): boolean => {
    const value = given?.[0]?.value;
    const isTrue =
      value?.kind === Kind.VARIABLE
        ? (variables[value.name.value] ?? true)
        : value?.kind === Kind.BOOLEAN && value.value;
    return isTrue === (name.value === 'include');
  };
  const settle = <T extends SelectionNode>(node: T): T | null =>
    node.directives?.every(holds) === false ? null : { ...node, directives: [] };
  const settled: DocumentNode = visit(document, {
    Field: settle,
    InlineFragment: settle,
    FragmentSpread: settle,
    SelectionSet: {
      leave({ selections }) {
        if (selections.length === 0) isEmptied = true;
      },
    },
  });
  return isEmptied ? undefined : settled;
}

/** The same variables with every Boolean of a condition turned. */
function flipConditions(variables: Case['variables']): Case['variables'] {
  const flip = (name: string, value: unknown) => (name === 'yes' || name === 'no' ? !value : value);
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, flip(name, value)]));
}
