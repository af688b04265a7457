import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  contracts,
  OrderPlaced,
  RecordOccurrence,
  ReleaseStock,
  ReserveStock,
  type SendNotification,
} from '../../events/index.ts';
import { loadDefinitions } from './catalogue.ts';
import { defineWorkflow } from './define-workflow.ts';
import { checkDefinition, type Definition, type StepDefinition, versionOf } from './definition.ts';
import { toMermaid } from './mermaid.ts';

const step: StepDefinition = {
  name: 'reserve',
  command: 'ReserveStock',
  payload: {},
  after: [],
  when: null,
  timeoutMs: null,
  attempts: null,
  compensation: null,
  isPivot: false,
  mayBeRefused: false,
  isOptional: false,
};
const definition: Definition = {
  name: 'parcel',
  trigger: 'OrderPlaced',
  cancelOn: null,
  steps: [step],
  otherwise: null,
};
const faultsOf = (changes: Partial<Definition>) => checkDefinition({ ...definition, ...changes }, contracts);

describe('a definition', () => {
  it('that is right has no faults', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    ['an unknown event', { trigger: 'OrderEaten' }, 'no contract declares the event OrderEaten'],
    ['a command as its trigger', { trigger: 'ReserveStock' }, 'no contract declares the event ReserveStock'],
    [
      'an unknown command',
      { steps: [{ ...step, command: 'EatStock' }] },
      'no contract declares the command EatStock',
    ],
    [
      'an unknown compensation',
      { steps: [{ ...step, compensation: { command: 'SpitStock', payload: {} } }] },
      'no contract declares the command SpitStock',
    ],
    [
      'an unknown command at its end',
      { otherwise: { name: 'tell', command: 'TellAll', payload: {} } },
      'no contract declares the command TellAll',
    ],
    ['no steps', { steps: [] }, 'it has no steps'],
    ['a step twice', { steps: [step, step] }, 'there are two steps reserve'],
    [
      'a name that is none',
      { steps: [{ ...step, name: 'Pack!' }] },
      'the name Pack! must have 1 to 40 of a-z, 0-9 and -',
    ],
    [
      'a step that waits for none',
      { steps: [{ ...step, after: ['pack'] }] },
      'the step reserve waits for pack, which is not there',
    ],
    [
      'a step that waits for itself',
      { steps: [{ ...step, after: ['reserve'] }] },
      'the step reserve waits for itself (a cycle)',
    ],
    [
      'a reference to what is not done by then',
      { steps: [step, { ...step, name: 'pack', payload: { lines: { $ref: 'steps.reserve.lines' } } }] },
      'the step pack refers to steps.reserve.lines, and does not wait for reserve',
    ],
    [
      'a compensation that refers to what may not be there',
      {
        steps: [
          step,
          {
            ...step,
            name: 'pack',
            compensation: { command: 'ReleaseStock', payload: { x: { $ref: 'steps.reserve.x' } } },
          },
        ],
      },
      'the step pack refers to steps.reserve.x, and does not wait for reserve',
    ],
    ['no attempts', { steps: [{ ...step, attempts: 0 }] }, 'the step reserve must have 1 to 20 attempts'],
    [
      'a time-out that is none',
      { steps: [{ ...step, timeoutMs: -1 }] },
      'the step reserve must have a timeoutMs of 1 to 86400000',
    ],
    [
      'a reference to nothing that a step knows',
      { steps: [{ ...step, payload: { code: { $ref: 'reason.code' } } }] },
      'the step reserve refers to reason.code, which it does not know',
    ],
  ])('with %s is refused', (_, changes, fault) => {
    expect(faultsOf(changes as Partial<Definition>)).toContain(`workflow parcel: ${fault}`);
  });

  it('whose steps wait for each other in a circle is refused, with all who do', () => {
    const circle = [
      { ...step, name: 'a', after: ['c'] },
      { ...step, name: 'b', after: ['a'] },
      { ...step, name: 'c', after: ['b'] },
    ];
    expect(faultsOf({ steps: circle })).toEqual(
      ['a', 'b', 'c'].map((name) => `workflow parcel: the step ${name} waits for itself (a cycle)`),
    );
  });

  it('has another version when it says something else', () => {
    expect(versionOf(definition)).toMatch(/^[0-9a-f]{12}$/);
    expect(versionOf({ ...definition, steps: [{ ...step, attempts: 2 }] })).not.toBe(versionOf(definition));
  });
});

describe('a definition as it is written', () => {
  it('is typed by the contracts: what a step gets must be what its command takes', () => {
    const workflow = defineWorkflow({ name: 'parcel', trigger: OrderPlaced });
    workflow.step('reserve', {
      command: ReserveStock,
      // @ts-expect-error: its lines are a list
      payload: ({ run }) => ({ lines: run.round, round: 0 }),
    });
    workflow.step('count', {
      command: RecordOccurrence,
      // @ts-expect-error: there is no such kind
      payload: () => ({ kind: 'METEOR', category: 'FIRE', location: 1, occurredAt: '' }),
    });
    const reserved = workflow.step('reserve', {
      command: ReserveStock,
      payload: ({ trigger, run }) => ({ lines: trigger.lines, round: run.round }),
    });
    // @ts-expect-error: there is no step `pack` to wait for
    reserved.step('release', { command: ReleaseStock, after: ['pack'], payload: () => ({ round: 0 }) });
    expectTypeOf(reserved.step<'x', typeof SendNotification, never, never>)
      .parameter(0)
      .toEqualTypeOf<'x'>();
  });

  it('leaves an optional step out, and what waits for it waits for what it waited for', async () => {
    const [plain] = await loadDefinitions();
    const [full] = await loadDefinitions({ optional: ['detection.third-party'] });
    expect(plain?.steps.map(({ name }) => name)).toEqual(['security', 'notification', 'report']);
    expect(full?.steps.map(({ name }) => name)).toEqual([
      'security',
      'notification',
      'report',
      'third-party',
    ]);
    await expect(loadDefinitions({ optional: ['detection.fourth-party'] })).rejects.toThrow(
      'there is no optional step detection.fourth-party; there is: detection.third-party',
    );
  });

  it('is drawn also where a step is called what means something in a drawing', () => {
    const drawn = toMermaid({ ...definition, steps: [{ ...step, name: 'end' }] });
    expect(drawn).toContain('step_end["end: ReserveStock"]');
    expect(drawn).not.toMatch(/ end[[ ]/);
  });

  it('is drawn from what it says', async () => {
    const orders = (await loadDefinitions()).find(({ name }) => name === 'order-fulfilment') as Definition;
    expect(toMermaid(orders).split('\n')).toEqual([
      'flowchart TD',
      '  start_([OrderPlaced])',
      '  step_reserve["reserve: ReserveStock"]',
      '  step_execute[["execute: ExecuteOrder"]]',
      '  step_notify["notify: SendNotification"]',
      '  end_([completed])',
      '  start_ --> step_reserve',
      '  step_reserve --> step_execute',
      '  step_execute -->|if trigger.userId| step_notify',
      '  step_notify --> end_',
      '  step_reserve -.->|undone by| undo_reserve["ReleaseStock"]',
      '  refused_([refused, or OrderCancelled]) --> step_reject["reject: RejectOrder"]',
    ]);
  });
});
