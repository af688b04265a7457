import type { Knex } from 'knex';
import {
  type Contract,
  type Contracts,
  type DomainBus,
  type Message,
  type Outbox,
  type Outcome,
  onBatch,
  type Received,
} from '../../events/index.ts';
import { newId } from '../../kit/ids.ts';
import type { Catalogue, Workflow } from './catalogue.ts';
import { parseCorrelationId, toCorrelationId } from './correlation.ts';
import type { Definition } from './definition.ts';
import { findRuns, insertRuns, lockRuns, saveRuns } from './ledger.ts';
import { advance, firstSteps, type Input, type Sending, type StepDefaults } from './machine.ts';
import { idOfSubject, type Run } from './run.ts';

/** What the engine stands on. */
export interface OrchestrationParts {
  readonly outbox: Outbox;
  readonly catalogue: Catalogue;
  readonly contracts: Contracts;
  readonly defaults: StepDefaults;
  readonly now: () => Date;
}

/** What a run meets, by the run's id. */
export type Meeting = readonly [runId: string, input: Input];

export type Orchestration = ReturnType<typeof createOrchestration>;

/** Advances runs: many in one transaction, in which their commands are left in the outbox. */
export function createOrchestration({ outbox, catalogue, contracts, defaults, now }: OrchestrationParts) {
  const step = (run: Run, definition: Definition, input: Input) =>
    advance(run, definition, input, { now: now(), defaults });

  const toMessage = (run: Run, { step: name, isUndo, round, command, payload }: Sending): Message => {
    const contract = contracts.command(command);
    if (!contract) throw new Error(`the run ${run.id} sends ${command}, which this version does not know`);
    const { id: runId, workflow, subject, trigger } = run;
    // About what the run is about where the command is about such a thing, else about the run.
    const isSubjects = subject.startsWith(`${contract.subject}:`);
    return contract.message({
      id: isSubjects ? idOfSubject(subject) : runId,
      payload,
      cause: { traceparent: trigger?.traceparent ?? null },
      correlationId: toCorrelationId({ workflow, runId, step: name, isUndo, round }),
    });
  };

  /** Starts a run for each event whose subject has none. */
  const start = async (
    { definition, version }: Workflow,
    events: readonly Received[],
    trx: Knex.Transaction,
  ) => {
    const known = await findRuns(trx, definition.name, events.map(subjectOf));
    const fresh = new Map(
      events.filter(({ subject }) => !known.has(subject)).map((each) => [each.subject, each]),
    );
    const begun = [...fresh.values()].map((event) => {
      const blank = { ...blankRun(definition, version, event.subject, now()), trigger: triggerOf(event) };
      return step({ ...blank, steps: firstSteps(definition) }, definition, { type: 'START' });
    });
    await insertRuns(
      trx,
      begun.map(({ run }) => run),
    );
    await outbox.add(
      trx,
      ...begun.flatMap(({ run, sendings }) => sendings.map((each) => toMessage(run, each))),
    );
  };

  /** Lets runs meet what they meet; those that are unknown are left out. Gives the runs, as they are then. */
  const meet = async (
    meetings: readonly Meeting[],
    trx: Knex.Transaction,
  ): Promise<ReadonlyMap<string, Run>> => {
    const held = await lockRuns(
      trx,
      meetings.map(([id]) => id),
    );
    const runs = new Map(held);
    const messages: Message[] = [];
    for (const [id, input] of meetings) {
      const before = runs.get(id);
      if (!before) continue;
      const { run, sendings } = step(before, await catalogue.version(before.workflow, before.version), input);
      runs.set(id, run);
      messages.push(...sendings.map((each) => toMessage(run, each)));
    }
    await saveRuns(
      trx,
      [...runs.values()].filter((run) => run !== held.get(run.id)),
    );
    await outbox.add(trx, ...messages);
    return runs;
  };

  /** Calls runs off by their subjects. One that is not begun yet never will be. */
  const callOff = async (
    { definition, version }: Workflow,
    events: readonly Received[],
    trx: Knex.Transaction,
  ) => {
    const known = await findRuns(trx, definition.name, events.map(subjectOf));
    const reason = (event: Received) => ({
      code: 'CANCELLED',
      message: `${event.name} called it off.`,
      about: null,
    });
    await meet(
      events.flatMap((event): Meeting[] => {
        const id = known.get(event.subject);
        return id === undefined ? [] : [[id, { type: 'CANCEL', reason: reason(event) }]];
      }),
      trx,
    );
    const early = new Map(
      events.filter(({ subject }) => !known.has(subject)).map((each) => [each.subject, each]),
    );
    const runs = [...early.values()].map((event): Run => {
      const run = blankRun(definition, version, event.subject, now());
      return { ...run, state: 'CANCELLED', error: reason(event), endedAt: run.startedAt };
    });
    await insertRuns(trx, runs);
  };

  /** Subscribes a workflow's group: to what starts it, what ends it, and the replies to its commands. */
  const subscribe = async (bus: DomainBus, workflow: Workflow): Promise<void> => {
    const { name, trigger, cancelOn } = workflow.definition;
    const inUse = await catalogue.listInUse(name);
    const commands = new Set(inUse.flatMap(commandsOf));
    const replies = [...commands].flatMap((command) => contracts.command(command)?.reply ?? []);
    const event = (each: string) => contracts.event(each) as Contract;
    bus.subscribe(name, [
      onBatch(event(trigger), (events, trx) => start(workflow, events, trx)),
      ...(cancelOn ? [onBatch(event(cancelOn), (events, trx) => callOff(workflow, events, trx))] : []),
      ...replies.map((reply) =>
        onBatch(reply as Contract<string, Outcome>, async (events, trx) => {
          const meetings = events.flatMap(({ correlationId, payload: outcome }): Meeting[] => {
            const to = parseCorrelationId(correlationId);
            // Other workflows send the same commands.
            return to?.workflow === name ? [[to.runId, { type: 'REPLY', to, outcome }]] : [];
          });
          if (meetings.length > 0) await meet(meetings, trx);
        }),
      ),
    ]);
  };

  return { subscribe, meet };
}

const subjectOf = ({ subject }: Received) => subject;

const triggerOf = ({ id, occurredAt, traceparent, payload }: Received) => ({
  id,
  occurredAt,
  traceparent,
  payload,
});

const commandsOf = ({ steps, otherwise }: Definition): string[] => [
  ...steps.flatMap(({ command, compensation }) => [command, ...(compensation ? [compensation.command] : [])]),
  ...(otherwise ? [otherwise.command] : []),
];

function blankRun({ name }: Definition, version: string, subject: string, now: Date): Run {
  const at = now.toISOString();
  return {
    id: newId(),
    workflow: name,
    version,
    subject,
    state: 'RUNNING',
    round: 0,
    ending: null,
    error: null,
    trigger: null,
    steps: [],
    startedAt: at,
    updatedAt: at,
    endedAt: null,
  };
}
