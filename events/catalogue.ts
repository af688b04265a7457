import type { Command, Contract } from './contract.ts';
import * as deadLetters from './contracts/dead-letters.ts';
import * as notifications from './contracts/notifications.ts';
import * as orders from './contracts/orders.ts';
import * as preferences from './contracts/preferences.ts';
import * as products from './contracts/products.ts';
import * as reports from './contracts/reports.ts';
import * as security from './contracts/security.ts';
import * as subscriptions from './contracts/subscriptions.ts';
import * as users from './contracts/users.ts';

/** Messages by name, for who knows them as data. */
export interface Contracts {
  /** Undefined when no event has this name. */
  event(name: string): Contract | undefined;
  /** Undefined when no command has this name. */
  command(name: string): Command | undefined;
}

/** A catalogue of these contracts; what else is among the values is left out. */
export function createCatalogue(values: readonly unknown[]): Contracts {
  const known = values.filter(isContract);
  const named = (kind: Contract['kind']) =>
    new Map(known.filter((each) => each.kind === kind).map((each) => [each.name, each]));
  const events = named('EVENT');
  const commands = named('COMMAND');
  return { event: (name) => events.get(name), command: (name) => commands.get(name) as Command | undefined };
}

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'kind' in value && 'payload' in value && 'name' in value;

const files = [
  deadLetters,
  notifications,
  orders,
  preferences,
  products,
  reports,
  security,
  subscriptions,
  users,
];

/** Every contract of the system. */
export const contracts: Contracts = createCatalogue(files.flatMap((file) => Object.values(file)));
