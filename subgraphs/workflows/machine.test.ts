import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { done, type Outcome, refused } from '../../events/index.ts';
import type { Definition, StepDefinition } from './definition.ts';
import { advance, firstSteps, type Input, type Sending } from './machine.ts';
import { dueAtOf, type Run, type RunStep } from './run.ts';

// What holds for every workflow, whatever it meets. A failure is printed with its seed and the smallest case found;
// `fc.assert(..., { seed, path })` plays it again.

const DEFAULTS = { timeoutMs: 1_000, attempts: 2 };
const TRIGGER = {
  id: 'e',
  occurredAt: '2026-01-01T00:00:00.000Z',
  traceparent: null,
  payload: { yes: true },
};
const RUNS = { numRuns: 500 };

/** What happens to a run; `pick` chooses among what is possible. */
type Happening =
  | { readonly type: 'REPLY'; readonly pick: number; readonly outcome: Outcome }
  | { readonly type: 'WAIT'; readonly milliseconds: number }
  | { readonly type: 'CANCEL' }
  | { readonly type: 'RETRY' };

const stepOf = (i: number): fc.Arbitrary<StepDefinition> =>
  fc
    .record({
      after: fc.subarray(Array.from({ length: i }, (_, n) => `s${n}`)),
      attempts: fc.constantFrom(null, 1, 3),
      hasCompensation: fc.boolean(),
      isPivot: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
      mayBeRefused: fc.boolean(),
      when: fc.constantFrom('always', 'never', 'result'),
    })
    .map(({ hasCompensation, when, after, ...rest }) => {
      const found = after[0] ? { $ref: `steps.${after[0]}.isFound` } : null;
      return {
        ...rest,
        after,
        name: `s${i}`,
        command: `Do${i}`,
        payload: {},
        when: when === 'always' ? null : when === 'never' ? { $ref: 'trigger.no' } : found,
        timeoutMs: null,
        compensation: hasCompensation ? { command: `Undo${i}`, payload: {} } : null,
        isOptional: false,
      };
    });

const definitions: fc.Arbitrary<Definition> = fc
  .record({
    steps: fc
      .integer({ min: 1, max: 5 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => stepOf(i)))),
    otherwise: fc.constantFrom(null, { name: 'tell', command: 'Tell', payload: {} }),
  })
  .map((parts) => ({ name: 'w', trigger: 'T', cancelOn: 'C', ...parts }));

const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 3, arbitrary: fc.boolean().map((isFound) => done({ isFound })) },
  { weight: 1, arbitrary: fc.constant(refused('NO', 'No.')) },
);

const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ type: fc.constant('REPLY' as const), pick: fc.nat(40), outcome: outcomes }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('WAIT' as const),
        milliseconds: fc.constantFrom(0, 1_000, 9_000),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'CANCEL' as const }) },
    { weight: 2, arbitrary: fc.constant({ type: 'RETRY' as const }) },
  ),
  { maxLength: 40 },
);

/** One advance, as it was. */
interface Move {
  readonly before: Run;
  readonly input: Input;
  readonly after: Run;
  readonly sendings: readonly Sending[];
}

/** A run of a definition, and all that it ever sent. */
class Play {
  readonly sent: Sending[] = [];
  readonly moves: Move[] = [];
  readonly definition: Definition;
  run: Run;
  now = Date.parse('2026-01-01T00:00:00.000Z');

  constructor(definition: Definition) {
    this.definition = definition;
    this.run = {
      id: 'r',
      workflow: 'w',
      version: 'v',
      subject: 'T:1',
      state: 'RUNNING',
      round: 0,
      ending: null,
      error: null,
      trigger: TRIGGER,
      steps: firstSteps(definition),
      startedAt: TRIGGER.occurredAt,
      updatedAt: TRIGGER.occurredAt,
      endedAt: null,
    };
    this.meet({ type: 'START' });
  }

  /** What would come of an input, which then has not happened. */
  try(input: Input, run = this.run) {
    return advance(run, this.definition, input, { now: new Date(this.now), defaults: DEFAULTS });
  }

  meet(input: Input): void {
    const { run, sendings } = this.try(input);
    this.moves.push({ before: this.run, input, after: run, sendings });
    this.run = run;
    this.sent.push(...sendings);
  }

  happen(happening: Happening): void {
    if (happening.type === 'REPLY') {
      const to = this.sent[happening.pick % Math.max(1, this.sent.length)];
      if (to) this.reply(to, happening.outcome);
    } else if (happening.type === 'WAIT') {
      this.now += happening.milliseconds;
      this.meet({ type: 'TICK' });
    } else if (happening.type === 'CANCEL') {
      this.meet({ type: 'CANCEL', by: null, reason: { code: 'CANCELLED', message: '', about: null } });
    } else this.meet({ type: 'RETRY' });
  }

  reply({ step, isUndo, round }: Sending, outcome: Outcome): void {
    this.meet({ type: 'REPLY', to: { workflow: 'w', runId: 'r', step, isUndo, round }, outcome });
  }

  /** Answers everything that is waited for with success, until the run has ended. */
  finishFairly(): void {
    for (let i = 0; i < 50 && !isEnded(this.run); i++) {
      for (let n = 0; n < this.sent.length; n++) this.reply(this.sent[n] as Sending, done({ isFound: true }));
      this.now += 600_000;
      this.meet({ type: 'TICK' });
    }
  }

  step = (name: string): RunStep => this.run.steps.find((each) => each.name === name) as RunStep;
}

const isEnded = ({ state }: Run) => state !== 'RUNNING' && state !== 'COMPENSATING';

const isDone = ({ mayBeRefused }: StepDefinition, state: RunStep['state']) =>
  state === 'COMPLETED' || state === 'SKIPPED' || (state === 'REFUSED' && mayBeRefused);

/** Plays whatever may happen, and holds every move to a rule. */
const holds = (rule: (move: Move, play: Play) => void) =>
  fc.assert(
    fc.property(definitions, happenings, (definition, what) => {
      const play = new Play(definition);
      for (const each of what) play.happen(each);
      for (const move of play.moves) rule(move, play);
    }),
    RUNS,
  );

const stateIn = (run: Run, name: string) => run.steps.find((each) => each.name === name)?.state;

describe('a run, whatever it meets', () => {
  it('waits for something exactly as long as it has not ended', () => {
    holds(({ after }) => {
      expect(dueAtOf(after) === null).toBe(isEnded(after));
      expect(after.endedAt !== null).toBe(isEnded(after));
      expect(after.ending !== null).toBe(after.state === 'COMPENSATING');
    });
  });

  it('is due in the future once it was looked at', () => {
    fc.assert(
      fc.property(definitions, happenings, (definition, what) => {
        const play = new Play(definition);
        for (const each of what) {
          play.happen(each);
          const { run } = play.try({ type: 'TICK' });
          const dueAt = dueAtOf(run);
          if (dueAt !== null) expect(Date.parse(dueAt)).toBeGreaterThan(play.now);
        }
      }),
      RUNS,
    );
  });

  it('advances in the same way each time, also after it was stored, and is itself not changed', () => {
    fc.assert(
      fc.property(definitions, happenings, (definition, what) => {
        const play = new Play(definition);
        for (const each of what) play.happen(each);
        const replay = new Play(JSON.parse(JSON.stringify(definition)));
        for (const each of what) {
          replay.run = JSON.parse(JSON.stringify(replay.run));
          replay.happen(each);
        }
        expect(replay.run).toEqual(play.run);
        expect(replay.sent).toEqual(play.sent);
        for (const { after } of play.moves) expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        for (const [i, { before }] of play.moves.entries())
          if (i > 0) expect(before).toBe(play.moves[i - 1]?.after);
      }),
      RUNS,
    );
  });

  it('takes a reply once', () => {
    holds(({ after, input }, play) => {
      if (input.type !== 'REPLY') return;
      const again = play.try(input, after);
      expect(again.run).toBe(after);
      expect(again.sendings).toEqual([]);
    });
  });

  it('sends only what it then waits for', () => {
    holds(({ after, sendings }) => {
      for (const { step, isUndo, round } of sendings) {
        expect(stateIn(after, step)).toBe(isUndo ? 'COMPENSATING' : 'RUNNING');
        expect(round).toBe(after.round);
      }
    });
  });

  it('asks for a step once all that it waits for, directly or not, is done', () => {
    holds(({ after, sendings }, { definition: { steps } }) => {
      const check = (name: string) => {
        for (const each of steps.find((step) => step.name === name)?.after ?? []) {
          const before = steps.find((step) => step.name === each) as StepDefinition;
          expect(isDone(before, stateIn(after, each) as RunStep['state'])).toBe(true);
          check(each);
        }
      };
      for (const { step, isUndo } of sendings) if (!isUndo) check(step);
    });
  });

  it('is completed with nothing but steps that are done', () => {
    holds(({ after }, { definition: { steps } }) => {
      if (after.state !== 'COMPLETED') return;
      for (const step of steps)
        expect(isDone(step, stateIn(after, step.name) as RunStep['state'])).toBe(true);
    });
  });

  it('asks again in a new round whether there is need for a step', () => {
    const nothing = { timeoutMs: null, isPivot: false, mayBeRefused: false, isOptional: false };
    const plain = { ...nothing, command: 'Do', payload: {}, when: null, attempts: 1, compensation: null };
    const after = ['s0'];
    const steps = [
      { ...plain, name: 's0', after: [], compensation: { command: 'Undo', payload: {} } },
      { ...plain, name: 's1', after, when: { $ref: 'steps.s0.isFound' } },
      { ...plain, name: 's2', after },
    ];
    const play = new Play({ name: 'w', trigger: 'T', cancelOn: null, steps, otherwise: null });
    play.reply(play.sent[0] as Sending, done({ isFound: false }));
    expect(play.step('s1').state).toBe('SKIPPED');
    play.happen({ type: 'WAIT', milliseconds: 9_000 });
    play.finishFairly();
    expect(play.run.state).toBe('FAILED');
    play.meet({ type: 'RETRY' });
    play.reply(play.sent.at(-1) as Sending, done({ isFound: true }));
    expect(play.step('s1').state).toBe('RUNNING');
  });

  it('undoes what was asked for, once in a round, before it ends otherwise', () => {
    fc.assert(
      fc.property(definitions, happenings, (definition, what) => {
        const play = new Play(definition);
        for (const each of what) play.happen(each);
        const undone = new Set<string>();
        const open = new Set<string>();
        for (const { after, sendings } of play.moves) {
          for (const { step, isUndo, round } of sendings) {
            if (isUndo) {
              expect(undone).not.toContain(`${step}/${round}`);
              expect(open).toContain(step);
            } else if (step !== 'tell') open.add(step);
          }
          for (const { name, state } of after.steps) {
            if (state === 'COMPENSATED') undone.add(`${name}/${after.round}`);
          }
          if (after.state !== 'REFUSED' && after.state !== 'CANCELLED') continue;
          for (const { name, compensation } of definition.steps) {
            if (compensation && open.has(name))
              expect(['COMPENSATED', 'REFUSED']).toContain(stateIn(after, name));
          }
          if (definition.otherwise) expect(after.steps.at(-1)).toMatchObject({ name: 'tell' });
        }
      }),
      RUNS,
    );
  });

  it('undoes nothing once a pivot was asked for, unless it is called off', () => {
    holds(({ after, sendings }, { definition }) => {
      if (after.ending === 'CANCELLED' || !sendings.some(({ isUndo }) => isUndo)) return;
      for (const { name, isPivot } of definition.steps)
        if (isPivot) expect(['WAITING', 'SKIPPED', 'REFUSED']).toContain(stateIn(after, name));
    });
  });

  it('that was refused or cancelled never changes again', () => {
    holds(({ before, after }) => {
      if (before.state === 'REFUSED' || before.state === 'CANCELLED') expect(after).toBe(before);
    });
  });

  it('comes to an end when it is answered, and is completed when it is then retried', () => {
    fc.assert(
      fc.property(definitions, happenings, (definition, what) => {
        const play = new Play(definition);
        for (const each of what) play.happen(each);
        play.finishFairly();
        expect(isEnded(play.run)).toBe(true);
        if (play.run.state !== 'FAILED') return;
        play.meet({ type: 'RETRY' });
        play.finishFairly();
        expect(play.run.state).toBe('COMPLETED');
      }),
      RUNS,
    );
  });

  it('fails, or waits for its compensation, when nobody answers', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const play = new Play(definition);
        for (let i = 0; i < 60; i++) play.happen({ type: 'WAIT', milliseconds: 9_000 });
        const isIdle = play.sent.length === 0;
        expect(isIdle ? ['COMPLETED'] : ['FAILED', 'COMPENSATING']).toContain(play.run.state);
      }),
      RUNS,
    );
  });
});
