import type { Outcome } from '../../events/index.ts';
import type { Correlation } from './correlation.ts';
import type { Call, Definition, StepDefinition } from './definition.ts';
import { resolveMapping } from './mapping.ts';
import { type Ending, idOfSubject, type Reason, type Run, type RunStep, type StepState } from './run.ts';

/** What a run meets. */
export type Input =
  | { readonly type: 'START' }
  | { readonly type: 'REPLY'; readonly to: Correlation; readonly outcome: Outcome }
  /** Time has passed. */
  | { readonly type: 'TICK' }
  /** `by` names the event that calls it off; null: somebody does. */
  | { readonly type: 'CANCEL'; readonly by: string | null; readonly reason: Reason }
  | { readonly type: 'RETRY' };

/** A command that a run sends. */
export interface Sending extends Pick<Correlation, 'step' | 'isUndo' | 'round'> {
  readonly command: string;
  readonly payload: unknown;
}

/** What a step is given where its definition does not say. */
export interface StepDefaults {
  readonly timeoutMs: number;
  readonly attempts: number;
}

/** A compensation is asked for until it is answered, but no more often than this. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/** What has had no effect. */
const WITHOUT_EFFECT: readonly StepState[] = ['WAITING', 'SKIPPED', 'REFUSED'];
/** What may have had an effect that is not undone. */
const UNSETTLED: readonly StepState[] = ['COMPLETED', 'RUNNING', 'FAILED', 'ABANDONED'];

/**
 * Advances a run: a pure function of the run, its definition and what it meets, so that whoever holds the run's row can
 * write its new state and its commands in one transaction. What comes late, twice or from an earlier round changes
 * nothing: the run is then given back as it was.
 *
 * A saga in the sense of Garcia-Molina and Salem (1987): steps that are done are undone in reverse order, those with an
 * unknown outcome too; after a pivot it can only go forwards.
 */
export function advance(
  run: Run,
  definition: Definition,
  input: Input,
  { now, defaults }: { readonly now: Date; readonly defaults: StepDefaults },
): { readonly run: Run; readonly sendings: readonly Sending[] } {
  const walk = new Walk(run, definition, now, defaults);
  walk.meet(input);
  return { run: walk.result(), sendings: walk.sendings };
}

class Walk {
  readonly sendings: Sending[] = [];
  private run: Run;
  private readonly before: Run;
  private readonly definition: Definition;
  private readonly now: Date;
  private readonly defaults: StepDefaults;

  constructor(run: Run, definition: Definition, now: Date, defaults: StepDefaults) {
    this.run = run;
    this.before = run;
    this.definition = definition;
    this.now = now;
    this.defaults = defaults;
  }

  result(): Run {
    return this.run === this.before ? this.run : { ...this.run, updatedAt: this.now.toISOString() };
  }

  meet(input: Input): void {
    if (input.type === 'START') this.goOn();
    else if (input.type === 'REPLY') this.reply(input.to, input.outcome);
    else if (input.type === 'TICK') this.tick();
    else if (input.type === 'RETRY') this.retry();
    else if (input.by === null || input.by === this.definition.cancelOn) this.cancel(input.reason);
  }

  private reply({ step: name, isUndo, round }: Correlation, outcome: Outcome): void {
    const step = this.run.steps.find((each) => each.name === name);
    if (!step || round !== this.run.round) return;
    if (this.run.state === 'COMPENSATING') {
      if (step.state === 'COMPENSATING' && isUndo) this.undone(step, outcome);
      else if (step.state === 'RUNNING' && name === this.definition.otherwise?.name) this.told(step, outcome);
      return;
    }
    if (isUndo || (this.run.state !== 'RUNNING' && this.run.state !== 'FAILED')) return;
    if (step.state !== 'RUNNING' && step.state !== 'FAILED') return;
    if (outcome.outcome === 'DONE') this.settle(name, 'COMPLETED', { result: outcome.result, error: null });
    else this.settle(name, 'REFUSED', { error: reasonOf(outcome) });
    this.judge(name, outcome);
  }

  /** Decides how it goes on after a reply that counts. */
  private judge(name: string, outcome: Outcome): void {
    const isParked = this.run.state === 'FAILED';
    if (outcome.outcome === 'REFUSED' && !this.stepOf(name).mayBeRefused) {
      // What was refused late, or after the pivot, waits for somebody who decides.
      if (isParked || this.hasPivoted()) this.end('FAILED', reasonOf(outcome), false);
      else this.end('REFUSED', reasonOf(outcome));
      return;
    }
    if (isParked) {
      const isWhole = this.run.steps.every(
        ({ name: each, state }) => state === 'WAITING' || state === 'RUNNING' || this.isDone(each),
      );
      if (!isWhole) return;
      this.change({ state: 'RUNNING', error: null, endedAt: null });
    }
    this.goOn();
  }

  /** Asks for every step whose turn it is; when none is left, the run is completed. */
  private goOn(): void {
    let hasMoved = true;
    while (hasMoved) {
      hasMoved = false;
      for (const step of this.definition.steps) {
        if (this.find(step.name).state !== 'WAITING') continue;
        if (!this.isReady(step)) continue;
        if (step.when && !resolveMapping(step.when, this.scope())) this.settle(step.name, 'SKIPPED');
        else this.ask(step);
        hasMoved = true;
      }
    }
    if (this.run.steps.every(({ name }) => this.isDone(name)))
      this.change({ state: 'COMPLETED', endedAt: this.now.toISOString() });
  }

  private ask(step: StepDefinition): void {
    const { attempts, startedAt } = this.find(step.name);
    this.replace(step.name, {
      state: 'RUNNING',
      attempts: attempts + 1,
      startedAt: startedAt ?? this.now.toISOString(),
      dueAt: this.inTime((step.timeoutMs ?? this.defaults.timeoutMs) * 2 ** attempts),
    });
    this.send(step.name, step, false);
  }

  private tick(): void {
    const now = this.now.toISOString();
    const due = this.run.steps.filter(({ dueAt }) => dueAt !== null && dueAt <= now);
    if (this.run.state === 'COMPENSATING') {
      for (const { name, state } of due) {
        if (state === 'COMPENSATING') this.undo(this.stepOf(name));
        else this.tell();
      }
      return;
    }
    // Those that are given up come first: a run that turns round asks for nothing more.
    const { lost = [], slow = [] } = Object.groupBy(due, ({ name, attempts }) =>
      attempts >= (this.stepOf(name).attempts ?? this.defaults.attempts) ? 'lost' : 'slow',
    );
    for (const { name, attempts } of lost) {
      if (this.run.state === 'RUNNING') this.timeOut(this.stepOf(name), attempts);
    }
    for (const { name } of slow) if (this.run.state === 'RUNNING') this.ask(this.stepOf(name));
  }

  private timeOut({ name, command }: StepDefinition, attempts: number): void {
    const times = attempts === 1 ? 'once' : `${attempts} times`;
    const error = {
      code: 'TIMED_OUT',
      message: `${command} was sent ${times} and not answered.`,
      about: null,
    };
    this.settle(name, 'FAILED', { error });
    this.end('FAILED', error, !this.hasPivoted());
  }

  private cancel(reason: Reason): void {
    const { state, ending } = this.run;
    if (state === 'COMPENSATING' && ending === 'FAILED') this.change({ ending: 'CANCELLED', error: reason });
    else if (state === 'RUNNING' || state === 'FAILED' || state === 'COMPLETED')
      this.end('CANCELLED', reason);
  }

  private retry(): void {
    if (this.run.state !== 'FAILED') return;
    this.change({ state: 'RUNNING', round: this.run.round + 1, ending: null, error: null, endedAt: null });
    for (const { name, state } of this.run.steps) {
      // Whether there is need for a step may be another matter now.
      if (this.isDone(name) && state !== 'SKIPPED') continue;
      this.replace(name, { ...NOTHING_YET });
    }
    this.goOn();
  }

  /** Turns a run round: undoes what may have been done, the last first, and then says how it ended. */
  private end(ending: Ending, error: Reason, undoes = true): void {
    this.change({ state: 'COMPENSATING', ending, error, endedAt: null });
    if (undoes) {
      for (const { name, state } of this.run.steps) {
        if (state === 'RUNNING') this.settle(name, 'ABANDONED');
      }
      this.undoNext();
    } else this.finish();
  }

  private undoNext(): void {
    const next = this.definition.steps.findLast(
      ({ name, compensation }) => compensation && UNSETTLED.includes(this.find(name).state),
    );
    if (next) {
      this.replace(next.name, { state: 'COMPENSATING', attempts: 0 });
      this.undo(next);
    } else if (this.run.ending !== 'FAILED' && this.definition.otherwise) this.tell();
    else this.finish();
  }

  private undo(step: StepDefinition): void {
    const attempts = this.find(step.name).attempts + 1;
    this.replace(step.name, { attempts, dueAt: this.patience(attempts) });
    this.send(step.name, step.compensation as Call, true);
  }

  private undone({ name }: RunStep, outcome: Outcome): void {
    const error = outcome.outcome === 'REFUSED' ? { error: reasonOf(outcome) } : {};
    this.settle(name, 'COMPENSATED', error);
    this.undoNext();
  }

  /** Tells whoever has to know that the run ends otherwise. */
  private tell(): void {
    const otherwise = this.definition.otherwise as Call & { name: string };
    const { name, command } = otherwise;
    const known = this.run.steps.find((each) => each.name === name);
    const step: RunStep = known ?? { name, command, ...NOTHING_YET };
    const attempts = step.attempts + 1;
    const asked: RunStep = {
      ...step,
      state: 'RUNNING',
      attempts,
      startedAt: step.startedAt ?? this.now.toISOString(),
      dueAt: this.patience(attempts),
    };
    this.change({ steps: [...this.run.steps.filter((each) => each !== known), asked] });
    this.send(name, otherwise, false);
  }

  private told({ name }: RunStep, outcome: Outcome): void {
    if (outcome.outcome === 'DONE') this.settle(name, 'COMPLETED', { result: outcome.result });
    else this.settle(name, 'REFUSED', { error: reasonOf(outcome) });
    this.finish();
  }

  private finish(): void {
    this.change({ state: this.run.ending as Ending, ending: null, endedAt: this.now.toISOString() });
  }

  private send(step: string, { command, payload }: Call, isUndo: boolean): void {
    const { round } = this.run;
    this.sendings.push({ step, isUndo, round, command, payload: resolveMapping(payload, this.scope()) });
  }

  private scope(): object {
    const { id, round, subject, trigger, steps, error } = this.run;
    const results = steps.map(({ name, result }) => [name, result]);
    return {
      trigger: trigger?.payload,
      event: { id: trigger?.id, subjectId: idOfSubject(subject), occurredAt: trigger?.occurredAt },
      run: { id, round },
      steps: Object.fromEntries(results),
      reason: error,
    };
  }

  /** Whether a pivot was asked for, and not refused. */
  private hasPivoted(): boolean {
    return this.definition.steps.some(
      ({ name, isPivot }) => isPivot && !WITHOUT_EFFECT.includes(this.find(name).state),
    );
  }

  private isDone(name: string): boolean {
    const { state } = this.find(name);
    return (
      state === 'COMPLETED' || state === 'SKIPPED' || (state === 'REFUSED' && this.stepOf(name).mayBeRefused)
    );
  }

  /** Whether all that a step waits for is done, also indirectly: in a new round, what lies in between may be done still. */
  private isReady({ after }: StepDefinition): boolean {
    return after.every((name) => this.isDone(name) && this.isReady(this.stepOf(name)));
  }

  private stepOf(name: string): StepDefinition {
    return this.definition.steps.find((each) => each.name === name) as StepDefinition;
  }

  private find(name: string): RunStep {
    return this.run.steps.find((each) => each.name === name) as RunStep;
  }

  private settle(name: string, state: StepState, more: Partial<RunStep> = {}): void {
    this.replace(name, { ...more, state, dueAt: null, endedAt: this.now.toISOString() });
  }

  private replace(name: string, changes: Partial<RunStep>): void {
    this.change({
      steps: this.run.steps.map((each) => (each.name === name ? { ...each, ...changes } : each)),
    });
  }

  private change(changes: Partial<Run>): void {
    this.run = { ...this.run, ...changes };
  }

  private inTime(milliseconds: number): string {
    return new Date(this.now.getTime() + milliseconds).toISOString();
  }

  private patience(attempts: number): string {
    return this.inTime(Math.min(LONGEST_PAUSE_MS, this.defaults.timeoutMs * 2 ** (attempts - 1)));
  }
}

const NOTHING_YET = {
  state: 'WAITING',
  attempts: 0,
  startedAt: null,
  endedAt: null,
  dueAt: null,
  result: null,
  error: null,
} as const;

/** The steps of a run that begins. */
export const firstSteps = ({ steps }: Definition): RunStep[] =>
  steps.map(({ name, command }) => ({ name, command, ...NOTHING_YET }));

const reasonOf = ({ code, message, about }: Extract<Outcome, { outcome: 'REFUSED' }>): Reason => ({
  code,
  message,
  about,
});
