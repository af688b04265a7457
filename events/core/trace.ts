import { AsyncLocalStorage } from 'node:async_hooks';

/** The trace context of the message that is being handled: what its handler publishes belongs to the same trace. */
export const handledTrace = new AsyncLocalStorage<string>();
