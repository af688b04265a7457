import type { Knex } from 'knex';
import {
  carryOutMany,
  type DomainBus,
  done,
  ExecuteOrder,
  type Message,
  type OutcomeOf,
  type Received,
  type ReceivedOf,
  RejectOrder,
  refused,
} from '../../events/index.ts';
import type { Logger } from '../../kit/logger.ts';
import { toMoney } from '../../kit/scalars.ts';
import { truncate } from '../../kit/text.ts';
import { orderSettled } from './events.ts';
import { type Change, type FullOrder, lockOrders, saveOrders } from './ledger.ts';
import { drawMarketFactor, listPrice, marketPrice } from './pricing.ts';
import type { OrderRejection } from './repository.ts';

type Execute = ReceivedOf<typeof ExecuteOrder>;
type Reject = ReceivedOf<typeof RejectOrder>;

/** What the steps that settle orders stand on. */
export interface SettlementParts {
  readonly bus: DomainBus;
  readonly currency: string;
  readonly log: Logger;
  readonly now: () => Date;
  /** Draws the market's factor in ten-thousandths; default uniform. */
  readonly drawFactor?: () => number;
}

/**
 * Carries out the commands that settle orders: many at once, each order once. A command that comes twice neither prices
 * nor counts anything twice.
 */
export function subscribeSettlement(parts: SettlementParts): void {
  const { bus, currency, log, now, drawFactor = drawMarketFactor } = parts;

  /** Brings orders to what `settle` makes of them; gives all that were asked for as they are then. */
  const settleAll = async <Asked extends Received>(
    commands: readonly Asked[],
    trx: Knex.Transaction,
    settle: (order: FullOrder, command: Asked) => FullOrder | null,
  ): Promise<{ readonly orders: ReadonlyMap<string, FullOrder>; readonly changes: readonly Change[] }> => {
    const held = await lockOrders(
      trx,
      commands.map(({ subjectId }) => subjectId),
    );
    const orders = new Map(held);
    const messages: Message[] = [];
    for (const command of commands) {
      const before = orders.get(command.subjectId);
      const settled = before && settle(before, command);
      if (!settled) continue;
      const after = { ...settled, updatedAt: now().toISOString(), version: before.version + 1 };
      orders.set(after.id, after);
      messages.push(orderSettled(after, command));
    }
    const changes = [...orders.values()].flatMap((after) => {
      const before = held.get(after.id) as FullOrder;
      return before === after ? [] : [{ before, after }];
    });
    if (changes.length > 0) {
      await bus.outbox.add(trx, ...messages);
      await saveOrders(trx, changes);
    }
    return { orders, changes };
  };

  const execute = async (commands: readonly Execute[], trx: Knex.Transaction) => {
    const { orders, changes } = await settleAll(commands, trx, (order, { payload }) => {
      const prices = new Map(payload.unitPrices.map((each) => [each.productId, each.unitPriceMinor]));
      const isPriced = order.lines.every(({ productId }) => prices.has(productId));
      return order.status === 'PENDING' && isPriced ? priceOrder(order, prices, drawFactor) : null;
    });
    if (log.isLevelEnabled('info')) {
      trx.executionPromise.then(
        () => changes.forEach(({ after }) => void logExecution(after, currency, log)),
        () => {},
      );
    }
    return commands.map((each) => executionOf(each, orders.get(each.subjectId)));
  };

  const reject = async (commands: readonly Reject[], trx: Knex.Transaction) => {
    const { orders } = await settleAll(commands, trx, (order, { payload }) => {
      if (order.status === 'PENDING')
        return { ...order, status: 'REJECTED', rejection: rejectionOf(payload) };
      return order.status === 'CONFIRMED' ? { ...order, status: 'CANCELLED' } : null;
    });
    return commands.map(({ subjectId }) => (orders.has(subjectId) ? done({}) : unknownOrder(subjectId)));
  };

  bus.subscribe('settlement', [
    carryOutMany(bus.outbox, ExecuteOrder, execute),
    carryOutMany(bus.outbox, RejectOrder, reject),
  ]);
}

const unknownOrder = (id: string) => refused('ORDER_NOT_FOUND', `There is no order ${id}.`);

function executionOf({ subjectId }: Execute, order: FullOrder | undefined): OutcomeOf<typeof ExecuteOrder> {
  if (!order) return unknownOrder(subjectId);
  if (order.status === 'CONFIRMED') return done({ executionPriceMinor: order.executionPriceMinor as number });
  return order.status === 'PENDING'
    ? refused('PRICE_MISSING', 'There is not a price for each of its products.')
    : refused('ORDER_SETTLED', `The order is ${order.status} already.`);
}

/** As many characters of a reason as there is room for. */
const REASON_LENGTH = 500;

/** Why an order is rejected, as a customer may know it. */
const rejectionOf = ({ code, message, productId }: Reject['payload']): OrderRejection => ({
  code: code === 'INSUFFICIENT_STOCK' || code === 'PRODUCT_NOT_FOUND' ? code : 'NOT_FULFILLED',
  message: truncate(message, REASON_LENGTH),
  productId,
});

/** The order, confirmed at the prices of its pricing. */
function priceOrder(
  order: FullOrder,
  unitPrices: ReadonlyMap<string, number>,
  drawFactor: () => number,
): FullOrder {
  const factor = order.pricing === 'MARKET' ? drawFactor() : null;
  const lines = order.lines.map((line) => {
    const unitPriceMinor = unitPrices.get(line.productId) as number;
    const list = listPrice(line.quantity, unitPriceMinor);
    const executionPriceMinor = factor === null ? list : marketPrice(list, factor);
    return { ...line, unitPriceMinor, executionPriceMinor };
  });
  const executionPriceMinor = lines.reduce((sum, line) => sum + line.executionPriceMinor, 0);
  return { ...order, status: 'CONFIRMED', lines, executionPriceMinor };
}

function logExecution({ id, lines, executionPriceMinor }: FullOrder, currency: string, log: Logger): void {
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  const price = toMoney(executionPriceMinor as number, currency).amount;
  log.info({ order: id, quantity, price }, `executed order ${id}: ${quantity} for ${price} ${currency}`);
}
