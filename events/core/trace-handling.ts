import type { Tracing } from '../../kit/telemetry/tracing.ts';
import type { Received } from '../contract.ts';

/**
 * Records a span for each message that is handled, also where many are handled together: each belongs to the trace of
 * the one who published it, and what follows from it does too.
 *
 * @param consumer the group
 */
export async function traceHandling<Result>(
  tracing: Tracing,
  consumer: string,
  events: readonly Received[],
  handle: (events: readonly Received[]) => Promise<Result>,
): Promise<Result> {
  const spans = events.map(({ id, name, traceparent: parent }) =>
    tracing.start({
      name: `process ${name}`,
      kind: 'consumer',
      parent,
      attributes: {
        'messaging.system': 'tessera',
        'messaging.operation.type': 'process',
        'messaging.operation.name': 'process',
        'messaging.destination.name': name,
        'messaging.consumer.group.name': consumer,
        'messaging.message.id': id,
        'messaging.batch.message_count': events.length > 1 ? events.length : undefined,
      },
    }),
  );
  try {
    const caused = events.map((event, i) => ({ ...event, traceparent: spans[i]?.traceparent ?? null }));
    const result = await handle(caused);
    for (const span of spans) span.end();
    return result;
  } catch (error) {
    for (const span of spans) span.end((error as Error).name);
    throw error;
  }
}
