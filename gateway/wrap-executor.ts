import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';

/** The same graph, whose operations go through what `wrap` makes of its executor. */
export function wrapExecutor(
  graph: GatewayInterface,
  wrap: (executor: GatewayExecutor) => GatewayExecutor,
): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => graph.onSchemaLoadOrUpdate(callback),
    stop: () => graph.stop(),
    async load(options) {
      const { executor } = await graph.load(options);
      if (!executor) throw new Error('the engine gave no executor');
      return { executor: wrap(executor) };
    },
  };
}
