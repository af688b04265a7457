import type { Database } from '../../kit/database/database.ts';
import type { Logger } from '../../kit/logger.ts';
import { deposit } from '../core/deliveries.ts';
import type { Group } from '../core/group.ts';
import type { OutboxRow } from '../core/outbox.ts';
import type { Fate, Transport } from '../core/transport.ts';

/** Who hears messages live. */
interface Listener {
  readonly names: ReadonlySet<string>;
  readonly hear: (message: string) => void;
}

/**
 * The bus of a single process. Publishing puts a row for each group into that group's own database, from where the
 * group takes it when it can: a group that fails or is slow keeps its rows and holds up nobody else.
 */
export function createEmbeddedTransport(log: Logger, now: () => Date = () => new Date()): Transport {
  const groups: Group[] = [];
  const listeners = new Set<Listener>();

  /** Gives the messages that could not be put into this database. */
  const depositIn = async (
    database: Database,
    members: readonly Group[],
    messages: readonly OutboxRow[],
    from: Database,
  ): Promise<readonly string[]> => {
    // Several members of a group in one process share its rows.
    const unique = [...new Map(members.map((group) => [group.name, group])).values()];
    const deposits = unique.flatMap((group) =>
      messages
        .filter(({ name, message }) => group.wants(name, message))
        .map(({ id, message }) => ({ consumer: group.name, id, message, attempts: 0, dueAt: now() })),
    );
    if (deposits.length === 0) return [];
    try {
      // In the outbox's own database it is not lost without the deletion there that follows it.
      await database.transaction((trx) => deposit(trx, deposits), { durable: database !== from });
    } catch (error) {
      log.error({ err: error, database: database.where }, 'messages could not be handed over');
      return deposits.map(({ id }) => id);
    }
    for (const group of members) group.wake();
    return [];
  };

  return {
    isAlone: true,

    async publish(messages, from) {
      const byDatabase = Map.groupBy(groups, ({ database }) => database);
      const failed = await Promise.all(
        [...byDatabase].map(([database, members]) => depositIn(database, members, messages, from)),
      );
      const refused = new Set(failed.flat());
      const fates = new Map<string, Fate>();
      for (const { id, name, kind, message } of messages) {
        if (refused.has(id)) continue;
        const live = [...listeners].filter(({ names }) => names.has(name));
        const isKept = groups.some(({ reactions }) => reactions.has(name));
        const isHeard = isKept || (kind === 'EVENT' && live.length > 0);
        fates.set(id, isHeard ? 'TAKEN' : 'UNHEARD');
        if (isHeard) for (const { hear } of live) hear(message);
      }
      return fates;
    },

    subscribe: (group) => void groups.push(group),

    // There is no other process.
    declare() {},

    async listen(names, hear) {
      const listener = { names: new Set(names), hear };
      listeners.add(listener);
      return {
        async [Symbol.asyncDispose]() {
          listeners.delete(listener);
        },
      };
    },

    async start() {},
    async ready() {},
    async quiesce() {},
    async close() {},
  };
}
