import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../kit/database/database.ts';
import { newId } from '../../kit/ids.ts';
import type { Logger } from '../../kit/logger.ts';
import { createMetrics, type Metrics } from '../../kit/telemetry/metrics.ts';
import type { Tracing } from '../../kit/telemetry/tracing.ts';
import type { Bus, DomainBus, Outbox, Reaction, SubscriptionOptions } from '../bus.ts';
import type { Contract, ReceivedOf } from '../contract.ts';
import { parseEnvelope, readMessage } from '../envelope.ts';
import { countDomain, type DomainCounter } from './count-domain.ts';
import { bury, buryUnheard, createDeadLetters, createDecisions } from './dead-letters.ts';
import { endLeases } from './deliveries.ts';
import { startDeliveryLoop } from './delivery-loop.ts';
import { Group } from './group.ts';
import { pruneInbox } from './inbox.ts';
import { type Loop, startLoop } from './loop.ts';
import { createOutbox, createOutboxStore } from './outbox.ts';
import { Relay, UNHEARD_ERROR } from './relay.ts';
import type { Transport } from './transport.ts';
import { createTurns } from './turns.ts';

const PRUNE_EVERY_MS = 10 * 60_000;
/** How long a relay may go on with what it is publishing when the bus closes. */
const RELAY_GRACE_MS = 2_000;
const DAY_MS = 86_400_000;

/** What a bus may be told. */
export interface BusOptions {
  readonly log: Logger;
  /** Where messages are counted; by default nobody reads that. */
  readonly metrics?: Metrics;
  /** Records spans of what is published and handled. */
  readonly tracing?: Tracing | undefined;
  readonly now?: () => Date;
  /** Gives the W3C trace context of whatever is going on, for the envelope of what is published. */
  readonly traceparent?: () => string | undefined;
  /** Whether the system has an event of this name: one that nobody hears is dropped then. Default: it has them all. */
  readonly isKnown?: (name: string) => boolean;
  /** For how long duplicates are recognised. Default 7. */
  readonly inboxDays?: number;
}

/** What runs for one domain of this process. */
interface Domain {
  readonly name: string;
  readonly database: Database;
  readonly counter: DomainCounter;
  readonly outbox: Outbox;
  readonly groups: Group[];
  readonly loops: Loop[];
  readonly relayId: string;
  relay?: Relay;
}

/** Makes a bus of a transport: outbox, relay, inbox, retries and dead letters are the same over all of them. */
export function createBusOver(transport: Transport, options: BusOptions): Bus {
  const { log, tracing, metrics = createMetrics(), now = () => new Date() } = options;
  const { traceparent = () => undefined, isKnown = () => true, inboxDays = 7 } = options;
  const domains: Domain[] = [];
  const alone = createTurns();
  let started: Promise<void> | undefined;
  let closing: Promise<void> | undefined;

  const run = (domain: Domain, group: Group) => {
    const loop = startDeliveryLoop(group, log, now, alone);
    group.wake = loop.wake;
    domain.loops.push(loop);
  };
  const runDomain = (domain: Domain) => {
    const { database, counter, name, outbox, relayId } = domain;
    domain.relay = new Relay(
      createOutboxStore(database, relayId, now),
      transport,
      {
        isKnown,
        bury: (events, trx) => buryUnheard({ domain: name, outbox, now }, events, UNHEARD_ERROR, trx),
      },
      counter,
      log.child({ domain: name }),
    );
    for (const group of domain.groups) run(domain, group);
    domain.loops.push(
      startLoop(`pruning the inbox of ${name}`, log, async () => {
        await pruneInbox(database, new Date(now().getTime() - inboxDays * DAY_MS));
        return PRUNE_EVERY_MS;
      }),
    );
  };
  const start = async () => {
    if (transport.isAlone) for (const { database } of domains) await endLeases(database, now());
    await transport.start();
    for (const domain of domains) runDomain(domain);
  };
  const end = async () => {
    await Promise.all([transport.quiesce(), started]);
    const relays = Promise.all(domains.map(({ relay }) => relay?.stop()));
    await Promise.all(domains.flatMap(({ loops }) => loops.map((loop) => loop.stop())));
    // A relay may be waiting for a broker that does not answer; closing the transport ends that.
    await Promise.race([relays, sleep(RELAY_GRACE_MS, undefined, { ref: false })]);
    await transport.close();
    await relays;
  };
  const createGroup = (
    { name: domain, database, counter, outbox }: Domain,
    group: string,
    reactions: readonly Reaction[],
    options: SubscriptionOptions = {},
  ) =>
    new Group(`${domain}.${group}`, reactions, options, {
      database,
      counter,
      tracing,
      log,
      now,
      bury: (burials, trx) => bury({ domain, outbox, now }, burials, trx),
    });
  const subscribe = (
    domain: Domain,
    group: string,
    reactions: readonly Reaction[],
    options?: SubscriptionOptions,
  ) => {
    const member = createGroup(domain, group, reactions, options);
    refuseStrayCommands(domain, member.name, reactions);
    domain.groups.push(member);
    transport.subscribe(member);
    if (domain.relay) run(domain, member);
  };

  return {
    join(name, database): DomainBus {
      const relayId = newId();
      const outbox = createOutbox({
        now,
        traceparent,
        tracing,
        onCommit: () => domain.relay?.wake(),
        relay: relayId,
      });
      const counter = countDomain(metrics, name, database);
      const domain: Domain = { name, database, counter, outbox, groups: [], loops: [], relayId };
      const parts = { domain: name, database, outbox, now };
      domains.push(domain);
      if (started) runDomain(domain);
      const wake = () => {
        for (const group of domain.groups) group.wake();
        domain.relay?.wake();
      };
      subscribe(domain, 'dead-letters', [createDecisions(parts)]);
      return {
        outbox,
        deadLetters: createDeadLetters(parts, wake),
        subscribe: (...args) => subscribe(domain, ...args),
        declare: (group, reactions) => transport.declare(createGroup(domain, group, reactions)),
      };
    },

    listen: (contracts, listener) =>
      transport.listen(
        contracts.map(({ name }) => name),
        (message) => hear(contracts, listener, message, log),
      ),

    start: () => {
      started ??= start();
      return started;
    },
    ready: () => transport.ready(),

    close: () => {
      closing ??= end();
      return closing;
    },
  };
}

/** A command that two groups carried out, or a domain that is not asked, would be a fault of the program. */
function refuseStrayCommands(domain: Domain, name: string, reactions: readonly Reaction[]): void {
  for (const { contract } of reactions) {
    if (contract.kind !== 'COMMAND') continue;
    if (contract.owner !== domain.name) {
      throw new Error(`${name} subscribes to ${contract.name}, a command to ${contract.owner}`);
    }
    const other = domain.groups.find((group) => group.name !== name && group.reactions.has(contract.name));
    if (other) throw new Error(`${name} and ${other.name} both subscribe to the command ${contract.name}`);
  }
}

function hear<C extends Contract>(
  contracts: readonly C[],
  listener: (event: ReceivedOf<C>) => void,
  message: string,
  log: Logger,
): void {
  try {
    const envelope = parseEnvelope(message);
    const contract = contracts.find(({ name }) => name === envelope.name);
    if (contract) listener(readMessage(contract, envelope) as ReceivedOf<C>);
  } catch (error) {
    log.warn({ err: error }, 'a live listener could not take a message');
  }
}
