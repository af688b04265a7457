import { toInt, toMoney } from '../../../kit/scalars.ts';
import { ORDER_STATUSES } from '../repository.ts';
import { divideHalfUp } from '../rounding.ts';
import type { OrderMetricsResolvers } from '../types.generated.ts';

export const OrderMetrics: OrderMetricsResolvers = {
  total: (totals) => toInt(ORDER_STATUSES.reduce((sum, status) => sum + totals[status].orderCount, 0)),
  executed: ({ CONFIRMED }) => toInt(CONFIRMED.orderCount),
  byStatus: (totals) => ORDER_STATUSES.map((status) => ({ status, count: toInt(totals[status].orderCount) })),
  averageExecutionPrice({ CONFIRMED: { priceSumMinor, pricedCount } }, _, { currency }) {
    return pricedCount === 0 ? null : toMoney(divideHalfUp(priceSumMinor, pricedCount), currency);
  },
  minimumExecutionPrice: ({ CONFIRMED }, _, { currency }) => toMoney(CONFIRMED.priceMinMinor, currency),
  maximumExecutionPrice: ({ CONFIRMED }, _, { currency }) => toMoney(CONFIRMED.priceMaxMinor, currency),
};
