import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { expect, it } from 'vitest';
import { unresolvedOperation } from '../kit/errors.ts';
import type { Tracing } from '../kit/telemetry/tracing.ts';
import { traceOperations } from './trace-operations.ts';

it('leaves a request that names no operation to who refuses it, and records that', async () => {
  const refusal = unresolvedOperation('The document holds no operation of this name.');
  const graph = {
    load: async () => ({ executor: () => Promise.reject(refusal) }),
  } as unknown as GatewayInterface;
  const ended: unknown[] = [];
  const tracing = {
    start: ({ name }: { name: string }) => ({ end: (error?: string) => ended.push([name, error]) }),
  } as unknown as Tracing;
  const { executor } = await traceOperations(graph, tracing).load({ apollo: {} });
  const request = { operation: undefined, operationName: null, context: {} } as never;
  await expect((executor as GatewayExecutor)(request)).rejects.toBe(refusal);
  expect(ended).toEqual([['graphql', refusal.name]]);
});
