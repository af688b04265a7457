import { z } from 'zod';
import { type Environment, readSettings } from '../../kit/config.ts';
import { moneySettings } from '../../kit/scalars.ts';

export const ordersSettings = {
  ...moneySettings,
  ORDER_FEED_INTERVAL: z.coerce
    .number('must be a number')
    .int()
    .min(10, 'must be at least 10')
    .default(2_000)
    .describe('Milliseconds from order to order of the order feed.'),
  ORDERS_PROCESSING: z
    .enum(['inside', 'apart'])
    .default('inside')
    .describe('`apart` leaves settling orders and feeding them to `npm run worker -- orders`.'),
};

export type OrdersConfig = ReturnType<typeof readOrdersConfig>;

export function readOrdersConfig(env: Environment) {
  const settings = readSettings(ordersSettings, env);
  return Object.freeze({
    currency: settings.CURRENCY,
    feedIntervalMs: settings.ORDER_FEED_INTERVAL,
    processesInside: settings.ORDERS_PROCESSING === 'inside',
  });
}
