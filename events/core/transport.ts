import type { Database } from '../../kit/database/database.ts';
import type { Group } from './group.ts';
import type { OutboxRow } from './outbox.ts';

/** What became of a message that a transport was given: what it says of none, it did not take. */
export type Fate =
  /** It is safe from now on. */
  | 'TAKEN'
  /** There is nobody whom it could be kept for. */
  | 'UNHEARD'
  /** There is nobody yet, and there may be soon: the broker was met, or made anew, a moment ago. */
  | 'EARLY'
  /** One whom it is for has no room for it; others may have it all the same, and get it again with every attempt. */
  | 'FULL';

/** What an adapter does: it carries messages from relays to groups. Everything else is the same for all of them. */
export interface Transport {
  /** Whether no other process can be at work: then whatever is leased was leased by one that is gone. */
  readonly isAlone: boolean;
  /**
   * Takes messages.
   *
   * @param from where their outbox is
   * @returns what became of each, by its id
   * @throws when it takes none
   */
  publish(messages: readonly OutboxRow[], from: Database): Promise<ReadonlyMap<string, Fate>>;
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
