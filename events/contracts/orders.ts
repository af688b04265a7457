import { z } from 'zod';
import { defineEvent } from '../contract.ts';
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
