export type {
  Bus,
  DeadLetter,
  DeadLetterReason,
  DeadLetters,
  DomainBus,
  Handler,
  Outbox,
  Reaction,
  SubscriptionOptions,
} from './bus.ts';
export { on, UnprocessableError } from './bus.ts';
export type { Contract, Message, Received, ReceivedOf } from './contract.ts';
export { defineCommand, defineEvent } from './contract.ts';
export * from './contracts/orders.ts';
export * from './contracts/preferences.ts';
export * from './contracts/products.ts';
export * from './contracts/subscriptions.ts';
export * from './contracts/users.ts';
export { applyIfNewer } from './copies.ts';
export { createDeadLetters } from './core/dead-letters.ts';
export { busSettings, createBus } from './create-bus.ts';
export { joinBus } from './join.ts';
