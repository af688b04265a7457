import type { Knex } from 'knex';
import { expect } from 'vitest';
import {
  type Bus,
  type Command,
  carryOut,
  createBus,
  type DomainBus,
  type Message,
  type Outcome,
  type Received,
} from '../../../events/index.ts';
import { createLogger } from '../../../kit/logger.ts';
import { provideDatabase } from '../../../kit/testing/database.ts';
import { admin, createTestSubgraph, type TestSubgraph } from '../../../kit/testing/subgraph.ts';
import { createWorkflowsSubgraph } from '../index.ts';

/** What a recipient makes of a command; null: it does not answer. */
export type Answer = (received: Received) => Outcome | null;

/** The workflows on a bus of their own, with recipients that answer as the test wants, and a clock that it turns. */
export interface World extends AsyncDisposable {
  readonly bus: Bus;
  readonly workflows: TestSubgraph;
  /** The commands that came, in their order. */
  readonly received: Received[];
  /** Changes what a recipient makes of a command from now on. */
  answer(command: Pick<Command, 'name'>, answer: Answer): void;
  /** Publishes messages as some domain. */
  publish(...messages: Message[]): Promise<void>;
  /** Moves the clock of the workflows on. */
  pass(milliseconds: number): void;
  /** A run by its subject, when it looks as expected. */
  runOf(subject: string, expected: object): Promise<RunNode>;
  /** Starts the workflows anew on the same database. */
  restart(env?: Record<string, string>): Promise<void>;
}

export interface RunNode {
  readonly id: string;
  readonly state: string;
  readonly round: number;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly steps: readonly { readonly name: string; readonly state: string; readonly attempts: number }[];
}

const RUN = 'id workflow subject state round error { code message } steps { name state attempts }';

interface Recipient {
  readonly command: Command;
  readonly answer: Answer;
}

/** A recipient of a command, as a test lists it. */
export const recipient = <Name extends string, Payload, Result, Refusal extends string>(
  command: Command<Name, Payload, Result, Refusal>,
  answer: (received: Received<Name, Payload>) => Outcome<Result, Refusal> | null,
): Recipient => ({ command: command as unknown as Command, answer: answer as Answer });

export async function createWorld(
  recipients: readonly Recipient[],
  env: Record<string, string> = {},
): Promise<World> {
  const log = createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent');
  const answers = new Map(recipients.map(({ command, answer }) => [command.name, answer]));
  const received: Received[] = [];
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  let bus: Bus;
  let workflows: TestSubgraph;
  let anyone: DomainBus;

  const databases = await provideDatabase();
  const start = async (settings: Record<string, string>) => {
    bus = createBus({ env: {}, log });
    workflows = await createTestSubgraph(createWorkflowsSubgraph, {
      bus,
      env: { ...databases.settings, ...settings },
      now: () => new Date(time),
    });
    anyone = bus.join('anyone', workflows.database);
    for (const [owner, own] of Map.groupBy(recipients, ({ command }) => command.owner)) {
      const domain = bus.join(owner, workflows.database);
      const reactions = own.map(({ command }) =>
        carryOut(domain.outbox, command, async (each: Received) => {
          received.push(each);
          return answers.get(command.name)?.(each) ?? null;
        }),
      );
      domain.subscribe('commands', reactions);
    }
    await bus.start();
  };
  const stop = async () => {
    await bus.close();
    await workflows[Symbol.asyncDispose]();
  };
  await start(env);

  return {
    get bus() {
      return bus;
    },
    get workflows() {
      return workflows;
    },
    received,
    answer: ({ name }, answer) => void answers.set(name, answer),
    publish: (...messages) =>
      workflows.database.transaction((trx: Knex.Transaction) => anyone.outbox.add(trx, ...messages)),
    pass: (milliseconds) => {
      time += milliseconds;
    },
    async runOf(subject, expected) {
      const look = async () => {
        const query = `query ($first: Int) { workflowRuns(first: $first) { edges { node { ${RUN} } } } }`;
        const { data } = await workflows.execute(query, { viewer: admin, variables: { first: 100 } });
        return data.workflowRuns.edges
          .map(({ node }: { node: RunNode & { subject: string } }) => node)
          .find((node: { subject: string }) => node.subject === subject);
      };
      await expect.poll(look, { timeout: 15_000, interval: 10 }).toMatchObject(expected);
      return look();
    },
    async restart(settings = {}) {
      await stop();
      await start(settings);
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await databases[Symbol.asyncDispose]();
    },
  };
}
