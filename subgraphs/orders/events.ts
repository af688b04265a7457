import {
  type Message,
  OrderCancelled,
  OrderConfirmed,
  OrderPlaced,
  OrderRejected,
  type Received,
} from '../../events/index.ts';
import type { FullOrder } from './ledger.ts';
import type { OrderRejection } from './repository.ts';

type Cause = Pick<Received, 'traceparent'>;

const linesOf = ({ lines }: FullOrder) => lines.map(({ productId, quantity }) => ({ productId, quantity }));

/** That an order was placed. Told again it is the same message: its id is the order's. */
export const orderPlaced = (order: FullOrder): Message =>
  OrderPlaced.message({
    id: order.id,
    messageId: order.id,
    occurredAt: order.createdAt,
    sequence: order.version,
    payload: { userId: order.userId, pricing: order.pricing, lines: linesOf(order) },
  });

const orderConfirmed = (order: FullOrder, cause: Cause): Message =>
  OrderConfirmed.message({
    id: order.id,
    sequence: order.version,
    payload: {
      userId: order.userId,
      executionPriceMinor: order.executionPriceMinor as number,
      lines: order.lines.map(({ productId, quantity, executionPriceMinor }) => ({
        productId,
        quantity,
        executionPriceMinor: executionPriceMinor as number,
      })),
    },
    cause,
  });

const orderRejected = (order: FullOrder, cause: Cause): Message => {
  const { code, message } = order.rejection as OrderRejection;
  const { id, version: sequence, userId } = order;
  return OrderRejected.message({ id, sequence, payload: { userId, code, message }, cause });
};

export const orderCancelled = (order: FullOrder, cause: Cause = { traceparent: null }): Message =>
  OrderCancelled.message({
    id: order.id,
    sequence: order.version,
    payload: { userId: order.userId, lines: linesOf(order) },
    cause,
  });

/** What is told of an order that has come to its end. */
export const orderSettled = (order: FullOrder, cause: Cause): Message => {
  if (order.status === 'CONFIRMED') return orderConfirmed(order, cause);
  return order.status === 'REJECTED' ? orderRejected(order, cause) : orderCancelled(order, cause);
};
