import { type Environment, readSettings } from '../../kit/config.ts';
import { moneySettings } from '../../kit/scalars.ts';

export type OrdersConfig = ReturnType<typeof readOrdersConfig>;

export function readOrdersConfig(env: Environment) {
  const { CURRENCY } = readSettings(moneySettings, env);
  return Object.freeze({ currency: CURRENCY });
}
