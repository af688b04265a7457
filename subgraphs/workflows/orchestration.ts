import type { Knex } from 'knex';
import { ZodError } from 'zod';
import {
  type Contracts,
  type DomainBus,
  MAX_MESSAGE_BYTES,
  type Message,
  type Outbox,
  type Outcome,
  onBatch,
  type Received,
  refused,
  UnprocessableError,
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

/** As much of a message may be its payload; the rest is the envelope's. */
const MAX_PAYLOAD_BYTES = MAX_MESSAGE_BYTES - 2_048;

/** What refuses a command that cannot even be sent: the run's data do not make one. */
const UNSENDABLE = 'UNSENDABLE';

export type Orchestration = ReturnType<typeof createOrchestration>;

/** Advances runs: many in one transaction, in which their commands are left in the outbox. */
export function createOrchestration({ outbox, catalogue, contracts, defaults, now }: OrchestrationParts) {
  const step = (run: Run, definition: Definition, input: Input) =>
    advance(run, definition, input, { now: now(), defaults });

  /** @throws ZodError or RangeError when what the run knows does not make such a command */
  const toMessage = (run: Run, { step: name, isUndo, round, command, payload }: Sending): Message => {
    const contract = contracts.command(command);
    if (!contract) throw new Error(`the run ${run.id} sends ${command}, which this version does not know`);
    const { id: runId, workflow, subject, trigger } = run;
    // About what the run is about where the command is about such a thing, else about the run.
    const isSubjects = subject.startsWith(`${contract.subject}:`);
    const message = contract.message({
      id: isSubjects ? idOfSubject(subject) : runId,
      payload,
      cause: { traceparent: trigger?.traceparent ?? null },
      correlationId: toCorrelationId({ workflow, runId, step: name, isUndo, round }),
    });
    const bytes = Buffer.byteLength(JSON.stringify(message.payload));
    if (bytes > MAX_PAYLOAD_BYTES)
      throw new RangeError(`it has ${bytes} bytes, more than ${MAX_PAYLOAD_BYTES}`);
    return message;
  };

  /**
   * Lets a run meet something and makes its messages. A command that cannot be made would be as wrong each time that
   * it was tried: it counts as refused, so that the run goes its way and not into the dead letters again and again.
   */
  const move = (before: Run, definition: Definition, input: Input) => {
    const { run: first, sendings } = step(before, definition, input);
    let run = first;
    const messages: Message[] = [];
    const waiting = [...sendings];
    for (const sending of waiting) {
      try {
        messages.push(toMessage(run, sending));
      } catch (error) {
        if (!(error instanceof ZodError || error instanceof RangeError)) throw error;
        const to = { ...sending, workflow: run.workflow, runId: run.id };
        const outcome = refused(UNSENDABLE, `${sending.command} cannot be sent: ${describe(error)}`);
        const next = step(run, definition, { type: 'REPLY', to, outcome });
        run = next.run;
        waiting.push(...next.sendings);
      }
    }
    return { run, messages };
  };

  /**
   * Starts a run for each event whose subject has none.
   *
   * @throws UnprocessableError when its first command cannot be made: the event waits for a better definition
   */
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
      const moved = move({ ...blank, steps: firstSteps(definition) }, definition, { type: 'START' });
      const { error } = moved.run;
      if (error?.code === UNSENDABLE) throw new UnprocessableError(error.message);
      return moved;
    });
    await insertRuns(
      trx,
      begun.map(({ run }) => run),
    );
    await outbox.add(trx, ...begun.flatMap(({ messages }) => messages));
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
      const moved = move(before, await catalogue.version(before.workflow, before.version), input);
      runs.set(id, moved.run);
      messages.push(...moved.messages);
    }
    await saveRuns(
      trx,
      [...runs.values()].filter((run) => run !== held.get(run.id)),
    );
    await outbox.add(trx, ...messages);
    return runs;
  };

  /** Calls runs off by their subjects, if their versions say so. One that is not begun yet never will be. */
  const callOff = async (
    name: string,
    current: Workflow | undefined,
    events: readonly Received[],
    trx: Knex.Transaction,
  ) => {
    const known = await findRuns(trx, name, events.map(subjectOf));
    const reason = (event: Received) => ({
      code: 'CANCELLED',
      message: `${event.name} called it off.`,
      about: null,
    });
    await meet(
      events.flatMap((event): Meeting[] => {
        const id = known.get(event.subject);
        return id === undefined ? [] : [[id, { type: 'CANCEL', by: event.name, reason: reason(event) }]];
      }),
      trx,
    );
    const early = new Map(
      events
        .filter((event) => !known.has(event.subject) && event.name === current?.definition.cancelOn)
        .map((each) => [each.subject, each]),
    );
    const runs = [...early.values()].map((event): Run => {
      const { definition, version } = current as Workflow;
      const run = blankRun(definition, version, event.subject, now());
      return { ...run, state: 'CANCELLED', error: reason(event), endedAt: run.startedAt };
    });
    await insertRuns(trx, runs);
  };

  /** Takes replies to the commands of a workflow. */
  const take = async (
    name: string,
    replies: readonly Received<string, Outcome>[],
    trx: Knex.Transaction,
  ): Promise<void> => {
    const meetings = replies.flatMap(({ correlationId, payload: outcome }): Meeting[] => {
      const to = parseCorrelationId(correlationId);
      return to?.workflow === name ? [[to.runId, { type: 'REPLY', to, outcome }]] : [];
    });
    if (meetings.length > 0) await meet(meetings, trx);
  };

  /**
   * Subscribes a workflow's group: to what starts it, what ends it, and the replies to its commands, in all versions
   * that there ever were. A queue keeps getting what it was once bound to, and what is unknown would be a dead letter.
   */
  const subscribe = (bus: DomainBus, name: string): void => {
    const current = catalogue.current.find(({ definition }) => definition.name === name);
    const versions = catalogue.versionsOf(name);
    const events = new Set(versions.flatMap(({ trigger, cancelOn }) => [trigger, cancelOn ?? trigger]));
    const commands = new Set(versions.flatMap(commandsOf));
    const react = async (received: readonly Received[], trx: Knex.Transaction) => {
      if (received[0]?.name === current?.definition.trigger) await start(current as Workflow, received, trx);
      if (versions.some(({ cancelOn }) => cancelOn === received[0]?.name))
        await callOff(name, current, received, trx);
    };
    // Other workflows send the same commands.
    const isOurs = (correlationId: string | null) => parseCorrelationId(correlationId)?.workflow === name;
    bus.subscribe(name, [
      ...[...events].flatMap((each) => contracts.event(each) ?? []).map((event) => onBatch(event, react)),
      ...[...commands].flatMap((command) => {
        const reply = contracts.command(command)?.reply;
        return reply ? [onBatch(reply, (events, trx) => take(name, events, trx), isOurs)] : [];
      }),
    ]);
  };

  return { subscribe, meet };
}

const describe = (error: ZodError | RangeError): string =>
  error instanceof ZodError
    ? error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ')
    : error.message;

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
