import { createHash } from 'node:crypto';
import type { Contracts } from '../../events/index.ts';
import { type Mapping, type Reference, referencesOf } from './mapping.ts';

/** A command as a workflow sends it. */
export interface Call {
  /** The command's name. */
  readonly command: string;
  readonly payload: Mapping;
}

/** A step of a workflow. */
export interface StepDefinition extends Call {
  /** Unique in its workflow. */
  readonly name: string;
  /** The steps that must be done before; none: it starts with the run. */
  readonly after: readonly string[];
  /** It is skipped where this refers to null, false or nothing. */
  readonly when: Reference | null;
  /** How long its first attempt may take, in milliseconds; each further one twice as long. Null: the setting. */
  readonly timeoutMs: number | null;
  /** How often it is asked for, until it counts as failed. Null: the setting. */
  readonly attempts: number | null;
  /** Undoes it, when the run cannot be completed. */
  readonly compensation: Call | null;
  /**
   * Whether what came before is no longer undone once this was asked for: when it or a later step times out, the run
   * waits for somebody who decides.
   */
  readonly isPivot: boolean;
  /** Whether the run goes on when it is refused. */
  readonly mayBeRefused: boolean;
  /** Whether it is left out unless a setting names it. */
  readonly isOptional: boolean;
}

/** A workflow as data: what starts it, and what is then to be done. */
export interface Definition {
  readonly name: string;
  /** The event that starts a run: one for each of its subjects. */
  readonly trigger: string;
  /** The event by which a run's subject is called off, if there is one. */
  readonly cancelOn: string | null;
  readonly steps: readonly StepDefinition[];
  /** What is told when a run was refused or cancelled, after everything was undone. */
  readonly otherwise: (Call & { readonly name: string }) | null;
}

const LONGEST_TIMEOUT_MS = 86_400_000;
const MOST_ATTEMPTS = 20;

const isWithin = (value: number | null, most: number) =>
  value === null || (Number.isInteger(value) && value >= 1 && value <= most);

/** What the paths of a step's references begin with. */
const KNOWN_TO_STEPS: readonly string[] = ['trigger', 'event', 'run', 'steps'];

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * Holds a definition against the contracts: every name is known, every reference is to what is there by then, and no
 * step waits for itself, however indirectly.
 *
 * @returns what is wrong, a line each
 */
export function checkDefinition(definition: Definition, contracts: Contracts): string[] {
  const { name, trigger, cancelOn, steps, otherwise } = definition;
  const names = steps.map((step) => step.name);
  const calls = [
    ...steps,
    ...steps.flatMap((step) => step.compensation ?? []),
    ...(otherwise ? [otherwise] : []),
  ];
  const faults = [
    ...[name, ...names, ...(otherwise ? [otherwise.name] : [])]
      .filter((each) => !NAME.test(each))
      .map((each) => `the name ${each} must have 1 to 40 of a-z, 0-9 and -`),
    ...[...names, ...(otherwise ? [otherwise.name] : [])]
      .filter((each, i, all) => all.indexOf(each) !== i)
      .map((each) => `there are two steps ${each}`),
    ...[trigger, ...(cancelOn ? [cancelOn] : [])]
      .filter((each) => !contracts.event(each))
      .map((each) => `no contract declares the event ${each}`),
    ...[...new Set(calls.map(({ command }) => command))]
      .filter((each) => !contracts.command(each))
      .map((each) => `no contract declares the command ${each}`),
    ...(steps.length === 0 ? ['it has no steps'] : []),
    ...steps.flatMap((step) =>
      step.after
        .filter((each) => !names.includes(each))
        .map((each) => `the step ${step.name} waits for ${each}, which is not there`),
    ),
  ];
  const before = ancestorsOf(steps);
  for (const step of steps) {
    if (!isWithin(step.timeoutMs, LONGEST_TIMEOUT_MS))
      faults.push(`the step ${step.name} must have a timeoutMs of 1 to ${LONGEST_TIMEOUT_MS}`);
    if (!isWithin(step.attempts, MOST_ATTEMPTS))
      faults.push(`the step ${step.name} must have 1 to ${MOST_ATTEMPTS} attempts`);
    if (before.get(step.name)?.has(step.name))
      faults.push(`the step ${step.name} waits for itself (a cycle)`);
    for (const path of referencesOf([
      step.payload,
      step.when,
      step.compensation?.payload ?? null,
    ] as Mapping)) {
      const [root, target = ''] = path.split('.');
      if (!KNOWN_TO_STEPS.includes(root ?? ''))
        faults.push(`the step ${step.name} refers to ${path}, which it does not know`);
      if (root === 'steps' && !before.get(step.name)?.has(target))
        faults.push(`the step ${step.name} refers to ${path}, and does not wait for ${target}`);
    }
  }
  return faults.map((fault) => `workflow ${name}: ${fault}`);
}

/** All the steps that each waits for, directly or not. */
function ancestorsOf(steps: readonly StepDefinition[]): Map<string, Set<string>> {
  const direct = new Map(steps.map(({ name, after }) => [name, after]));
  const reach = (name: string, seen: Set<string>): Set<string> => {
    for (const each of direct.get(name) ?? []) if (!seen.has(each)) reach(each, seen.add(each));
    return seen;
  };
  return new Map(steps.map(({ name }) => [name, reach(name, new Set())]));
}

/** Names a version by what it says: a definition that is changed is another, whoever forgets to count it up. */
export const versionOf = (definition: Definition): string =>
  createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 12);
