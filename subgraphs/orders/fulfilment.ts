import {
  type DomainBus,
  ExecuteOrder,
  type Message,
  OrderCancelled,
  OrderPlaced,
  onBatch,
  type Reaction,
  type ReceivedOf,
  RejectOrder,
  ReleaseStock,
  ReserveStock,
} from '../../events/index.ts';

/**
 * The way of an order through the domains, and the only place that knows it: who places, who reserves and who executes
 * know nothing of each other. Here one event leads to the next command; no state is kept but that of the messages.
 */
export function subscribeFulfilment(bus: DomainBus): void {
  const then = <C extends Parameters<typeof onBatch>[0]>(
    contract: C,
    command: (event: ReceivedOf<C>) => Message | null,
  ): Reaction =>
    onBatch(contract, async (events, trx) => {
      const commands = events.map((event) => command(event as ReceivedOf<C>));
      await bus.outbox.add(trx, ...commands.filter((each) => each !== null));
    });

  bus.subscribe('fulfilment', [
    then(OrderPlaced, (event) => {
      const { lines } = event.payload;
      const correlationId = `fulfilment/${event.subjectId}/reserve/0`;
      return ReserveStock.message({
        id: event.subjectId,
        payload: { lines, round: 0 },
        cause: event,
        correlationId,
      });
    }),
    then(ReserveStock.reply, (event) => {
      const { subjectId: id, payload: reply } = event;
      if (reply.outcome === 'DONE') {
        return ExecuteOrder.message({ id, payload: { unitPrices: reply.result.lines }, cause: event });
      }
      const { code, message, about: productId } = reply;
      // The order was called off before its stock was taken: it is settled.
      if (code === 'RELEASED') return null;
      return RejectOrder.message({ id, payload: { code, message, productId }, cause: event });
    }),
    then(OrderCancelled, (event) =>
      ReleaseStock.message({ id: event.subjectId, payload: { round: 0 }, cause: event }),
    ),
  ]);
}
