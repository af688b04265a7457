import type { SubgraphExecutor } from '../../kit/server/subgraph-request.ts';
import { Deadline } from './deadline.ts';
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
      using deadline = new Deadline(name, timeoutMs, request.signal);
      const over = Promise.withResolvers<never>();
      deadline.onOver = over.reject;
      if (deadline.reason) over.reject(deadline.reason);
      try {
        return await Promise.race([execute(request), over.promise]);
      } catch (error) {
        throw deadline.failure(error);
      }
    },
    async close() {},
  };
}
