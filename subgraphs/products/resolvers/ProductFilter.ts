import { badUserInput } from '../../../kit/errors.ts';
import { parseId } from '../../../kit/ids.ts';
import { toMinorUnits } from '../../../kit/scalars.ts';
import type { ProductConditions } from '../repository.ts';
import type { ProductFilter } from '../types.generated.ts';

const MAX_IDS = 100;

/**
 * The conditions that a filter stands for.
 *
 * @throws BAD_USER_INPUT for a malformed id, more than 100 ids, or a price finer than minor units
 */
export function toProductConditions(filter: ProductFilter | null | undefined): ProductConditions {
  if (filter?.ids && filter.ids.length > MAX_IDS)
    throw badUserInput(`filter.ids takes at most ${MAX_IDS} ids.`);
  return {
    ids: filter?.ids?.map((id) => parseId(id, 'filter.ids')),
    kind: filter?.kind ?? undefined,
    namePrefix: filter?.namePrefix ?? undefined,
    inStock: filter?.inStock ?? undefined,
    minPriceMinor: toPrice(filter?.minPrice, 'filter.minPrice'),
    maxPriceMinor: toPrice(filter?.maxPrice, 'filter.maxPrice'),
  };
}

function toPrice(amount: string | null | undefined, name: string): number | undefined {
  if (amount == null) return undefined;
  const minor = toMinorUnits(amount);
  if (minor === null)
    throw badUserInput(`${name} takes 13 digits and two decimals at most, such as "12.50", not ${amount}.`);
  return minor;
}
