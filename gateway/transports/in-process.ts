import type { SubgraphExecutor } from '../../kit/server/subgraph-request.ts';
import { startDeadline } from './deadline.ts';
import type { SubgraphTransport } from './transport.ts';

/** Calls a subgraph that lives in this process: no HTTP, no JSON text. */
export function createInProcessTransport(
  name: string,
  execute: SubgraphExecutor,
  timeoutMs: number,
): SubgraphTransport {
  return {
    name,
    async execute(request) {
      using deadline = startDeadline(name, timeoutMs, request.signal);
      const { signal } = deadline;
      const { promise: aborted, reject } = Promise.withResolvers<never>();
      const abort = () => reject(signal.reason);
      signal.addEventListener('abort', abort, { once: true });
      try {
        return await Promise.race([execute(request), aborted]);
      } catch (error) {
        throw deadline.failure(error);
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    async close() {},
  };
}
