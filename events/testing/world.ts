import { z } from 'zod';
import type { Environment } from '../../kit/config.ts';
import type { Database } from '../../kit/database/database.ts';
import { migrate } from '../../kit/database/migrate.ts';
import { newId } from '../../kit/ids.ts';
import { createLogger } from '../../kit/logger.ts';
import type { Bus, DomainBus, Handler } from '../bus.ts';
import type { Received } from '../contract.ts';
import type { BusOptions } from '../core/bus.ts';
import { createBus, defineEvent } from '../index.ts';

/** Where a test runs: what differs between the adapters. */
export interface Surroundings extends AsyncDisposable {
  /** The settings by which this and other processes find bus and databases. */
  readonly env: Environment;
  /** Opens a database; of one name there is one. */
  open(name: string): Promise<Database>;
  /** Breaks the way from outboxes to groups, until disposed. */
  breakDown(world: World): Promise<AsyncDisposable>;
}

/** Two domains of a test, with names of their own, so that tests share a broker. */
export interface World extends AsyncDisposable {
  readonly tag: string;
  readonly surroundings: Surroundings;
  /** The producer's database, and the consumers'. */
  readonly source: Database;
  readonly target: Database;
  readonly other: Database;
  readonly Made: ReturnType<typeof defineMade>;
  /** Makes a bus, which stands for a process; closed with the world. */
  bus(options?: Partial<BusOptions>): Bus;
  /** A bus with its domains joined: `source`, `target` and `other`. */
  process(options?: Partial<BusOptions>): Process;
}

/** A process of a test: a bus and its domains. */
export interface Process {
  readonly bus: Bus;
  readonly source: DomainBus;
  readonly target: DomainBus;
  readonly other: DomainBus;
}

export const defineMade = (tag: string) =>
  defineEvent({
    name: `Made${tag}`,
    producer: `source${tag}`,
    subject: 'Thing',
    payload: z.object({ n: z.int() }),
  });

export type Made = Received<string, { n: number }>;

const FOLDERS = [new URL('../../sql/events/', import.meta.url), new URL('./sql/', import.meta.url)];

/** Opens a database with the bus's tables and those of the tests. */
export async function openTables(surroundings: Pick<Surroundings, 'open'>, name: string): Promise<Database> {
  const database = await surroundings.open(name);
  await migrate(database, name, FOLDERS);
  return database;
}

export const testLog = createLogger('test', process.env.TEST_LOG_LEVEL ?? 'silent');

export async function createWorld(surroundings: Surroundings): Promise<World> {
  const tag = newId().slice(-8);
  const [source, target, other] = await Promise.all([
    openTables(surroundings, `source${tag}`),
    openTables(surroundings, `target${tag}`),
    openTables(surroundings, `other${tag}`),
  ]);
  const buses: Bus[] = [];
  const bus: World['bus'] = (options = {}) => {
    const made = createBus({ env: surroundings.env, log: testLog, ...options });
    buses.push(made);
    return made;
  };
  return {
    tag,
    surroundings,
    source,
    target,
    other,
    Made: defineMade(tag),
    bus,
    process(options) {
      const made = bus(options);
      return {
        bus: made,
        source: made.join(`source${tag}`, source),
        target: made.join(`target${tag}`, target),
        other: made.join(`other${tag}`, other),
      };
    },
    async [Symbol.asyncDispose]() {
      for (const each of buses) await each.close();
      await Promise.all([source, target, other].map((each) => each.close()));
    },
  };
}

/** Publishes `Made` for each number, all in one transaction. */
export async function make(world: World, { source }: Process, ...numbers: readonly number[]): Promise<void> {
  const messages = numbers.map((n) => world.Made.message({ id: String(n), sequence: 1, payload: { n } }));
  await world.source.transaction((trx) => source.outbox.add(trx, ...messages));
}

/** Puts a message into the outbox as a faulty or another version's producer would. */
export async function makeRaw({ source, Made }: World, message: string, id = newId()): Promise<void> {
  const row = { id, name: Made.name, kind: 'EVENT', message, due_at: '2020-01-01 00:00:00.000' };
  await source.transaction(async (trx) => void (await trx('event_outbox').insert(row)));
}

/** A valid envelope of `Made`, to be spoilt. */
export const envelopeOf = ({ Made }: World, changes: object = {}): string =>
  JSON.stringify({
    id: newId(),
    name: Made.name,
    version: 1,
    occurredAt: '2026-01-01T00:00:00.000Z',
    subject: 'Thing:1',
    sequence: 1,
    traceparent: null,
    payload: { n: 1 },
    ...changes,
  });

/** A handler whose effect shows how often it happened: a row for each time. */
export const leaveEffect =
  (consumer = 'group'): Handler<Made> =>
  async ({ payload: { n } }, trx) => {
    await trx.raw('INSERT INTO effects (consumer, n) VALUES (?, ?)', [consumer, n]);
  };

/** The numbers whose effects are there, in order; one that happened twice stands twice. */
export async function effectsIn(database: Database, consumer = 'group'): Promise<number[]> {
  const rows = await database.rows<{ n: number }>('SELECT n FROM effects WHERE consumer = ? ORDER BY n', [
    consumer,
  ]);
  return rows.map(({ n }) => n);
}

export const countOf = async (database: Database, table: string): Promise<number> =>
  Number((await database.rows<{ c: number }>(`SELECT COUNT(*) AS c FROM ${table}`, []))[0]?.c);

/** 1 to `last`. */
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
