type Resolver = (...args: unknown[]) => unknown;

/**
 * Makes each `__resolveReference` fail by a promise, never by a throw: @apollo/subgraph calls them in a plain loop, so
 * that a throw for one entity would take the answer of all others in the request away.
 */
export function isolateReferences(resolvers: object): object {
  return Object.fromEntries(
    Object.entries(resolvers).map(([type, fields]) => [type, isolate(fields as Record<string, unknown>)]),
  );
}

function isolate(fields: Record<string, unknown>): object {
  const resolve = fields.__resolveReference as Resolver | undefined;
  if (!resolve) return fields;
  const __resolveReference = (...args: unknown[]): unknown => {
    try {
      return resolve(...args);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  return { ...fields, __resolveReference };
}
