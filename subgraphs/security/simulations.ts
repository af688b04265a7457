import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { createTicker, type Loop, type Ticker, type TickerState } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import type { Simulation } from './repository.ts';
import { sampleDetection, sampleUnitEvent } from './samples.ts';
import type { SecurityService } from './service.ts';

/** What the simulators stand on. */
export interface SimulationsParts {
  readonly database: Database;
  readonly service: SecurityService;
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds from one to the next, for each kind. */
  readonly intervalMs: number;
}

type Kind = Simulation['kind'];
const KINDS: readonly Kind[] = ['DETECTIONS', 'UNIT_EVENTS'];

export type Simulations = ReturnType<typeof createSimulations>;

/** Starts and stops the simulators, for all replicas, and simulates where it is told to. */
export function createSimulations({ database, service, log, now, intervalMs }: SimulationsParts) {
  const make = (kind: Kind, produce: (trx: Knex.Transaction, moment: string) => Promise<unknown>) =>
    createTicker({
      what: `simulating ${kind.toLowerCase().replace('_', ' ')}`,
      database,
      log,
      now,
      intervalMs,
      row: { table: 'simulations', key: { kind }, counter: 'produced' },
      tick: (trx, moment) => produce(trx, moment.toISOString()).then(() => 1),
    });
  const tickers: Readonly<Record<Kind, Ticker>> = {
    DETECTIONS: make('DETECTIONS', (trx, moment) =>
      service.recordDetection(trx, sampleDetection(randomInt, moment)),
    ),
    UNIT_EVENTS: make('UNIT_EVENTS', (trx, moment) =>
      service.recordUnitEvent(trx, sampleUnitEvent(randomInt, moment)),
    ),
  };
  return {
    list: () => Promise.all(KINDS.map((kind) => tickers[kind].read().then(toSimulation(kind)))),
    start: (kind: Kind) => tickers[kind].start().then(toSimulation(kind)),
    /** What it has produced is assessed like any other. */
    stop: (kind: Kind) => tickers[kind].stop().then(toSimulation(kind)),
    /** Simulates from this process what is running. Any number of replicas may. */
    run: (): Loop[] => KINDS.map((kind) => tickers[kind].run()),
  };
}

const toSimulation =
  (kind: Kind) =>
  ({ count, ...state }: TickerState): Simulation => ({ kind, ...state, produced: count });
