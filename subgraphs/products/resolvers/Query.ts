import { parsePage, toConnection } from '../../../kit/connection.ts';
import { badUserInput } from '../../../kit/errors.ts';
import { parseId } from '../../../kit/ids.ts';
import { PRODUCT_ORDERS } from '../repository.ts';
import type { QueryResolvers } from '../types.generated.ts';
import { toProductConditions } from './ProductFilter.ts';

// Without the flag `u`, so that no letter outside of ASCII counts as one of these in another case.
const SYMBOL = /^[A-Z0-9]{3}$/i;

export const Query: QueryResolvers = {
  product: (_, { id }, { loaders }) => loaders.productById.load(parseId(id)),

  productBySymbol(_, { symbol: given }, { repository }) {
    const symbol = given.trim();
    if (!SYMBOL.test(symbol)) throw badUserInput('symbol must be three of A-Z and 0-9.');
    return repository.findBySymbol(symbol.toUpperCase());
  },

  async products(_, { filter, orderBy, ...args }, { repository }) {
    const page = parsePage(args, PRODUCT_ORDERS[orderBy ?? 'NAME_ASC']);
    return toConnection(await repository.list(toProductConditions(filter), page), page);
  },
};
