import { type Environment, readSettings } from '../../kit/config.ts';
import { moneySettings } from '../../kit/scalars.ts';

export type ProductsConfig = ReturnType<typeof readProductsConfig>;

export function readProductsConfig(env: Environment) {
  const { CURRENCY } = readSettings(moneySettings, env);
  return Object.freeze({ currency: CURRENCY });
}
