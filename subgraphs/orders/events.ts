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

export const orderPlaced = (order: FullOrder): Message =>
  OrderPlaced.message({
    id: order.id,
    sequence: order.version,
    payload: { userId: order.userId, pricing: order.pricing, lines: linesOf(order) },
  });

export const orderConfirmed = (order: FullOrder, cause: Cause): Message =>
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

export const orderRejected = (order: FullOrder, cause: Cause): Message => {
  const { code, message } = order.rejection as OrderRejection;
  const { id, version: sequence, userId } = order;
  return OrderRejected.message({ id, sequence, payload: { userId, code, message }, cause });
};

export const orderCancelled = (order: FullOrder): Message =>
  OrderCancelled.message({
    id: order.id,
    sequence: order.version,
    payload: { userId: order.userId, lines: linesOf(order) },
  });
