import { type Address, KINDS, ORDERS, SIZES } from '../address.ts';
import { sentenceOf } from '../show.ts';
import { h } from './dom.ts';

const ORDER_NAMES: Readonly<Record<Address['orderBy'], string>> = {
  NAME_ASC: 'Name',
  CREATED_AT_DESC: 'Newest first',
  PRICE_ASC: 'Cheapest first',
  PRICE_DESC: 'Dearest first',
  LIKE_COUNT_DESC: 'Most liked first',
};
const PAUSE_MS = 300;

/** The conditions and the order of the list. */
export function createFilters(change: (change: Partial<Address>) => void): {
  readonly element: HTMLElement;
  /** Puts in what the address says. */
  show(address: Address): void;
} {
  const name = h('input', {
    type: 'search',
    name: 'name',
    autocomplete: 'off',
    'aria-describedby': 'name-hint',
  });
  const kind = select('kind', [['', 'All'], ...KINDS.map((each) => [each, sentenceOf(each)] as const)]);
  const inStock = select('inStock', [
    ['', 'All'],
    ['true', 'In stock'],
    ['false', 'Sold out'],
  ]);
  const minPrice = h('input', {
    name: 'minPrice',
    type: 'number',
    min: 0,
    step: '0.01',
    inputmode: 'decimal',
  });
  const maxPrice = h('input', {
    name: 'maxPrice',
    type: 'number',
    min: 0,
    step: '0.01',
    inputmode: 'decimal',
  });
  const orderBy = select(
    'orderBy',
    ORDERS.map((each) => [each, ORDER_NAMES[each]] as const),
  );
  const size = select(
    'size',
    SIZES.map((each) => [String(each), String(each)] as const),
  );

  let typing: ReturnType<typeof setTimeout> | undefined;
  const apply = () => {
    clearTimeout(typing);
    change({
      name: name.value,
      kind: (kind.value || null) as Address['kind'],
      inStock: inStock.value === '' ? null : inStock.value === 'true',
      minPrice: minPrice.validity.valid ? minPrice.value : '',
      maxPrice: maxPrice.validity.valid ? maxPrice.value : '',
      orderBy: orderBy.value as Address['orderBy'],
      size: Number(size.value),
    });
  };
  name.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(apply, PAUSE_MS);
  });
  for (const each of [kind, inStock, minPrice, maxPrice, orderBy, size])
    each.addEventListener('change', apply);

  const form = h(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Products' },
    label('Name begins with', name, h('small', { id: 'name-hint' }, 'in the same case')),
    label('Kind', kind),
    label('Stock', inStock),
    label('Price from', minPrice),
    label('to', maxPrice),
    label('Sort by', orderBy),
    label('Per page', size),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
  });
  return {
    element: form,
    show(address) {
      // What is being typed is newer than the address.
      if (document.activeElement !== name) name.value = address.name;
      kind.value = address.kind ?? '';
      inStock.value = address.inStock === null ? '' : String(address.inStock);
      minPrice.value = address.minPrice;
      maxPrice.value = address.maxPrice;
      orderBy.value = address.orderBy;
      size.value = String(address.size);
    },
  };
}

export const label = (text: string, ...control: readonly Node[]): HTMLLabelElement =>
  h('label', {}, h('span', {}, text), ...control);

export const select = (
  name: string,
  options: readonly (readonly [value: string, text: string])[],
): HTMLSelectElement =>
  h('select', { name }, ...options.map(([value, text]) => h('option', { value }, text)));
