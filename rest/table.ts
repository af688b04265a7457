import type { Route } from './route.ts';
import { orchestrate } from './systems/orchestrate.ts';
import { orderProcessor } from './systems/order-processor.ts';
import { products } from './systems/products.ts';
import { shop } from './systems/shop.ts';

/** Every path of this door: what it asks the graph, and what it makes of the answer. The OpenAPI document is made of it too. */
export const ROUTES: readonly Route[] = [...orchestrate, ...orderProcessor, ...shop, ...products];

/** The rows that one method and path has: one, or one for each `command`. */
export interface Entry {
  readonly method: Route['methods'][number];
  readonly path: string;
  readonly rows: readonly [Route, ...Route[]];
}

/** The table by method and path. */
export function entriesOf(routes: readonly Route[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const row of routes) {
    for (const path of row.paths) {
      for (const method of row.methods) {
        const key = `${method} ${path}`;
        const known = entries.get(key);
        entries.set(key, { method, path, rows: known ? [...known.rows, row] : [row] });
      }
    }
  }
  return [...entries.values()];
}

/** The schema of the bodies that rows take: one of them, told by its `command` where there are several. */
export function bodySchemaOf({ rows }: Entry) {
  if (rows.length === 1) return rows[0].body;
  return {
    type: 'object',
    discriminator: { propertyName: 'command' },
    required: ['command'],
    oneOf: rows.map(({ body }) => body),
  };
}
