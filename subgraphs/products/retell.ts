import { createRetell } from '../../events/index.ts';
import { productUpdated } from './events.ts';
import { createProductsRepository } from './repository.ts';

/** Tells again of all products, as they are. */
export const retell = createRetell({
  domain: 'products',
  list: (database, after, limit) => createProductsRepository(database).listAfter(after, limit),
  message: productUpdated,
});
