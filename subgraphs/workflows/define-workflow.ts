import type { Contract } from '../../events/index.ts';
import type { Call, Definition, StepDefinition } from './definition.ts';
import { type Mapped, type Ref, type Reference, refTo, toMapping } from './mapping.ts';

/** What a step's payload may refer to. */
export interface Scope<Trigger, Results> {
  /** The payload of the event that started the run. */
  readonly trigger: Ref<Trigger>;
  /** That event. */
  readonly event: Ref<{ readonly id: string; readonly subjectId: string; readonly occurredAt: string }>;
  /** The run; `round` counts how often it was retried. */
  readonly run: Ref<{ readonly id: string; readonly round: number }>;
  /** The results of the steps before. */
  readonly steps: { readonly [Name in keyof Results]: Ref<Results[Name]> };
}

/** What else a run knows that ends otherwise. */
interface EndScope<Trigger> extends Scope<Trigger, unknown> {
  /** Why it was refused or cancelled. */
  readonly reason: Ref<{ readonly code: string; readonly message: string; readonly about: string | null }>;
}

type Named = Pick<Contract, 'name'>;
type PayloadOf<C> = C extends Contract<string, infer Payload> ? Payload : never;
type ResultOf<C> = C extends { readonly reply: Contract<string, infer Outcome> }
  ? Extract<Outcome, { outcome: 'DONE' }> extends { readonly result: infer Result }
    ? Result
    : never
  : never;

/** What a step is, as its author writes it; what is left out is as in StepDefinition, and follows the step before. */
interface StepSource<C, P, U, Trigger, Results> {
  readonly command: C;
  readonly payload: (scope: Scope<Trigger, Results>) => P;
  readonly after?: readonly (keyof Results & string)[];
  readonly when?: (scope: Scope<Trigger, Results>) => Ref<unknown>;
  readonly timeoutMs?: number;
  readonly attempts?: number;
  readonly compensation?: {
    readonly command: U;
    readonly payload: (scope: Scope<Trigger, Results>) => Mapped<PayloadOf<U>>;
  };
  readonly isPivot?: boolean;
  readonly mayBeRefused?: boolean;
  readonly isOptional?: boolean;
}

/** A workflow that is being written, step by step. */
export interface WorkflowSource<Trigger, Results> {
  readonly definition: Definition;
  /** Adds a step. It starts when the one before it is done, or those that `after` names. */
  step<Name extends string, C extends Named, const P extends Mapped<PayloadOf<C>>, U extends Named>(
    name: Name,
    step: StepSource<C, P, U, Trigger, Results>,
  ): WorkflowSource<Trigger, Results & { readonly [K in Name]: ResultOf<C> }>;
  /** Says what is told when a run is refused or cancelled, after all that it did was undone. */
  otherwise<C extends Named>(
    name: string,
    call: { readonly command: C; readonly payload: (scope: EndScope<Trigger>) => Mapped<PayloadOf<C>> },
  ): WorkflowSource<Trigger, Results>;
}

/**
 * Begins a workflow: a run of it starts with each subject of an event.
 *
 * @param cancelOn tells that a run's subject was called off: what was done is undone
 * @example
 * export const parcel = defineWorkflow({ name: 'parcel', trigger: OrderConfirmed })
 *   .step('send', { command: SendParcel, payload: ({ trigger }) => ({ lines: trigger.lines }) })
 *   .step('tell', { command: SendNotification, payload: ({ steps }) => ({ ... steps.send.parcelId ... }) });
 */
export function defineWorkflow<E extends Named>({
  name,
  trigger,
  cancelOn,
}: {
  readonly name: string;
  readonly trigger: E;
  readonly cancelOn?: Named;
}): WorkflowSource<PayloadOf<E>, unknown> {
  return extend({
    name,
    trigger: trigger.name,
    cancelOn: cancelOn?.name ?? null,
    steps: [],
    otherwise: null,
  });
}

const scope = {
  trigger: refTo('trigger'),
  event: refTo('event'),
  run: refTo('run'),
  steps: refTo('steps'),
  reason: refTo('reason'),
};

interface CallSource {
  readonly command: { readonly name: string };
  readonly payload: (given: never) => unknown;
}

const toCall = ({ command, payload }: CallSource): Call => ({
  command: command.name,
  payload: toMapping(payload(scope as never)),
});

function extend<Trigger, Results>(definition: Definition): WorkflowSource<Trigger, Results> {
  return {
    definition,
    step(name, { command, payload, compensation, ...rest }) {
      const { steps } = definition;
      const when = rest.when ? (toMapping(rest.when(scope as never)) as unknown as Reference) : null;
      const step: StepDefinition = {
        name,
        ...toCall({ command, payload }),
        after: rest.after ?? steps.slice(-1).map((last) => last.name),
        when,
        timeoutMs: rest.timeoutMs ?? null,
        attempts: rest.attempts ?? null,
        compensation: compensation ? toCall(compensation) : null,
        isPivot: rest.isPivot ?? false,
        mayBeRefused: rest.mayBeRefused ?? false,
        isOptional: rest.isOptional ?? false,
      };
      return extend({ ...definition, steps: [...steps, step] });
    },
    otherwise: (name, call) => extend({ ...definition, otherwise: { name, ...toCall(call) } }),
  };
}
