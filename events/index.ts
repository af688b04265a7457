export type {
  BatchHandler,
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
export { on, onBatch, UnprocessableError } from './bus.ts';
export * from './carry-out.ts';
export { type Contracts, contracts, createCatalogue } from './catalogue.ts';
export type { Command, Contract, Message, Outcome, OutcomeOf, Received, ReceivedOf } from './contract.ts';
export { defineCommand, defineEvent } from './contract.ts';
export * from './contracts/dead-letters.ts';
export * from './contracts/notifications.ts';
export * from './contracts/orders.ts';
export * from './contracts/preferences.ts';
export * from './contracts/products.ts';
export * from './contracts/reports.ts';
export {
  AssessDetection,
  AssessUnitEvent,
  DetectionReported,
  UnitEventReported,
} from './contracts/security.ts';
export * from './contracts/subscriptions.ts';
export * from './contracts/users.ts';
export { applyIfNewer } from './copies.ts';
export { type ClaimRequest, claimDue } from './core/claim.ts';
export { type Loop, startLoop } from './core/loop.ts';
export { MAX_MESSAGE_BYTES } from './core/outbox.ts';
export { busSettings, createBus } from './create-bus.ts';
export { joinBus, leftToWorkers } from './join.ts';
export { createRetell, type Retold } from './retell.ts';
export { createTicker, type Ticker, type TickerOptions, type TickerState } from './ticker.ts';
