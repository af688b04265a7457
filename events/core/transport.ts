import type { Database } from '../../kit/database/database.ts';
import type { Group } from './group.ts';
import type { OutboxRow } from './outbox.ts';

/** What an adapter does: it carries messages from relays to groups. Everything else is the same for all of them. */
export interface Transport {
  /** Whether no other process can be at work: then whatever is leased was leased by one that is gone. */
  readonly isAlone: boolean;
  /**
   * Takes messages.
   *
   * @param from where their outbox is
   * @returns the ids of those that it keeps safe from now on; the others are given to it again later
   * @throws when it takes none
   */
  publish(messages: readonly OutboxRow[], from: Database): Promise<ReadonlySet<string>>;
  /** Brings a group what is published under the names that it knows. */
  subscribe(group: Group): void;
  /** Keeps what is published under the names that it knows for a group whose members are in other processes. */
  declare(group: Group): void;
  /** Hears the messages of these names, live. */
  listen(names: readonly string[], hear: (message: string) => void): Promise<AsyncDisposable>;
  /** Resolves when groups can receive what is published from now on. */
  start(): Promise<void>;
  /** Resolves when messages are taken; rejects with why not. */
  ready(): Promise<void>;
  /** Brings no more messages to groups, and waits for those that they are handling; a start need not be over. */
  quiesce(): Promise<void>;
  close(): Promise<void>;
}
