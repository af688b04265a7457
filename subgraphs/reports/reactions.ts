import {
  carryOutMany,
  type DomainBus,
  done,
  idempotencyKeyOf,
  OrderCancelled,
  OrderConfirmed,
  OrderPlaced,
  OrderRejected,
  onBatch,
  type Reaction,
  type ReceivedOf,
  RecordOccurrence,
} from '../../events/index.ts';
import { toSqlTime } from '../../kit/database/time.ts';
import type { ReportCategory } from './kinds.ts';
import { type Entry, record } from './ledger.ts';

const KINDS = { DETECTION: 'DETECTIONS', UNIT_EVENT: 'UNIT_EVENTS' } as const;

/** Counts what others tell: many at once, each thing once. */
export function subscribeReports(bus: DomainBus, now: () => Date): void {
  bus.subscribe('occurrences', [
    carryOutMany(bus.outbox, RecordOccurrence, async (commands, trx) => {
      await record(trx, commands.map(toEntry), now());
      return commands.map(() => done({}));
    }),
  ]);

  const orders = (contract: OrderEvent, category: ReportCategory): Reaction =>
    onBatch<string, unknown>(contract, (events, trx) =>
      record(
        trx,
        events.map(({ name, subjectId, occurredAt }) => ({
          // An order comes to each status once, whatever message tells of it.
          key: `${name}/${subjectId}`,
          kind: 'ORDERS',
          category,
          location: null,
          occurredAt: toSqlTime(new Date(occurredAt)),
        })),
        now(),
      ),
    );
  bus.subscribe('orders', [
    orders(OrderPlaced, 'PLACED'),
    orders(OrderConfirmed, 'CONFIRMED'),
    orders(OrderRejected, 'REJECTED'),
    orders(OrderCancelled, 'CANCELLED'),
  ]);
}

type OrderEvent = typeof OrderPlaced | typeof OrderConfirmed | typeof OrderRejected | typeof OrderCancelled;

function toEntry(command: ReceivedOf<typeof RecordOccurrence>): Entry {
  const { kind, category, location, occurredAt } = command.payload;
  return {
    key: idempotencyKeyOf(command),
    kind: KINDS[kind],
    category,
    location,
    // A moment may have more or fewer digits than are stored.
    occurredAt: toSqlTime(new Date(occurredAt)),
  };
}
