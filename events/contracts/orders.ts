import { z } from 'zod';
import { defineCommand, defineEvent } from '../contract.ts';
import { id, minorUnits } from './fields.ts';

/** Null for the order feed's orders. */
const userId = id.nullable();

const line = z.object({ productId: id, quantity: z.int().positive() });

/** An order waits for stock and price. */
export const OrderPlaced = defineEvent({
  name: 'OrderPlaced',
  producer: 'orders',
  subject: 'Order',
  payload: z.object({ userId, pricing: z.enum(['LIST', 'MARKET']), lines: z.array(line).min(1) }),
});

/** An order is executed: its stock is taken and its price fixed. */
export const OrderConfirmed = defineEvent({
  name: 'OrderConfirmed',
  producer: 'orders',
  subject: 'Order',
  payload: z.object({
    userId,
    executionPriceMinor: minorUnits,
    lines: z.array(line.extend({ executionPriceMinor: minorUnits })).min(1),
  }),
});

/** An order could not be executed; nothing is reserved for it. */
export const OrderRejected = defineEvent({
  name: 'OrderRejected',
  producer: 'orders',
  subject: 'Order',
  payload: z.object({ userId, code: z.string(), message: z.string() }),
});

/** An order was called off; what was reserved for it must be released. */
export const OrderCancelled = defineEvent({
  name: 'OrderCancelled',
  producer: 'orders',
  subject: 'Order',
  payload: z.object({ userId, lines: z.array(line).min(1) }),
});

/** Fix an order's price, now that its stock is taken, and confirm it. Asked again, it is answered again. */
export const ExecuteOrder = defineCommand({
  name: 'ExecuteOrder',
  recipient: 'orders',
  subject: 'Order',
  payload: z.object({
    /** What one of each product cost when its stock was taken. */
    unitPrices: z.array(z.object({ productId: id, unitPriceMinor: minorUnits })).min(1),
  }),
  result: z.object({ executionPriceMinor: minorUnits }),
  /** ORDER_SETTLED: it was rejected or cancelled before. */
  refusals: ['ORDER_NOT_FOUND', 'ORDER_SETTLED', 'PRICE_MISSING'],
});

/**
 * Settle an order as one that is not fulfilled: one that is pending is rejected, one that was confirmed is cancelled. An
 * order that is rejected or cancelled already is left alone.
 */
export const RejectOrder = defineCommand({
  name: 'RejectOrder',
  recipient: 'orders',
  subject: 'Order',
  payload: z.object({ code: z.string(), message: z.string(), productId: id.nullable().default(null) }),
  result: z.object({}),
  refusals: ['ORDER_NOT_FOUND'],
});
