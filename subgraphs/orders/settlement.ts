import type { Knex } from 'knex';
import {
  type DomainBus,
  ExecuteOrder,
  type Message,
  onBatch,
  type ReceivedOf,
  RejectOrder,
  UnprocessableError,
} from '../../events/index.ts';
import type { Logger } from '../../kit/logger.ts';
import { toMoney } from '../../kit/scalars.ts';
import { orderConfirmed, orderRejected } from './events.ts';
import { type Change, type FullOrder, lockOrders, saveOrders } from './ledger.ts';
import { drawMarketFactor, listPrice, marketPrice } from './pricing.ts';
import type { OrderRejection } from './repository.ts';

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
 * Carries out the commands that settle orders: many at once, each order once. An order that is settled already is left
 * alone, so that a command that comes twice neither prices nor counts anything twice.
 */
export function subscribeSettlement(parts: SettlementParts): void {
  const { bus, currency, log, now, drawFactor = drawMarketFactor } = parts;

  /** Brings the orders of these commands that are pending to what `settle` makes of them. */
  const settleAll = async <Command extends { readonly subjectId: string }>(
    commands: readonly Command[],
    trx: Knex.Transaction,
    settle: (order: FullOrder, command: Command) => FullOrder,
    tell: (order: FullOrder, command: Command) => Message,
  ): Promise<Change[]> => {
    const orders = await lockOrders(
      trx,
      commands.map(({ subjectId }) => subjectId),
    );
    const changes: Change[] = [];
    const messages: Message[] = [];
    for (const command of commands) {
      const before = orders.get(command.subjectId);
      if (!before) throw new UnprocessableError(`there is no order ${command.subjectId}`);
      if (before.status !== 'PENDING') continue;
      const updatedAt = now().toISOString();
      const after = { ...settle(before, command), updatedAt, version: before.version + 1 };
      orders.set(after.id, after);
      changes.push({ before, after });
      messages.push(tell(after, command));
    }
    if (changes.length === 0) return changes;
    await bus.outbox.add(trx, ...messages);
    await saveOrders(trx, changes, now());
    return changes;
  };

  const execute = async (commands: readonly ReceivedOf<typeof ExecuteOrder>[], trx: Knex.Transaction) => {
    const settle = (order: FullOrder, { payload }: ReceivedOf<typeof ExecuteOrder>) =>
      priceOrder(
        order,
        new Map(payload.unitPrices.map((each) => [each.productId, each.unitPriceMinor])),
        drawFactor,
      );
    const changes = await settleAll(commands, trx, settle, orderConfirmed);
    if (log.isLevelEnabled('info')) {
      trx.executionPromise.then(
        () => changes.forEach(({ after }) => void logExecution(after, currency, log)),
        () => {},
      );
    }
  };

  const reject = async (commands: readonly ReceivedOf<typeof RejectOrder>[], trx: Knex.Transaction) => {
    const settle = (order: FullOrder, { payload }: ReceivedOf<typeof RejectOrder>): FullOrder => ({
      ...order,
      status: 'REJECTED',
      rejection: rejectionOf(payload),
    });
    await settleAll(commands, trx, settle, orderRejected);
  };

  bus.subscribe('settlement', [onBatch(ExecuteOrder, execute), onBatch(RejectOrder, reject)]);
}

/** Why an order is rejected, as a customer may know it. */
const rejectionOf = ({ code, ...rest }: ReceivedOf<typeof RejectOrder>['payload']): OrderRejection => ({
  code: code === 'INSUFFICIENT_STOCK' || code === 'PRODUCT_NOT_FOUND' ? code : 'NOT_FULFILLED',
  ...rest,
});

/** The order, confirmed at the prices of its pricing. */
function priceOrder(
  order: FullOrder,
  unitPrices: ReadonlyMap<string, number>,
  drawFactor: () => number,
): FullOrder {
  const factor = order.pricing === 'MARKET' ? drawFactor() : null;
  const lines = order.lines.map((line) => {
    const unitPriceMinor = unitPrices.get(line.productId);
    if (unitPriceMinor === undefined)
      throw new UnprocessableError(`order ${order.id} has no price for product ${line.productId}`);
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
