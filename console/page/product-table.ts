import type { ConsoleProductsQuery, Failure, ProductOrder } from '../../client/index.ts';
import { sentenceOf, showCount, showMoney } from '../show.ts';
import { isMissing } from '../trouble.ts';
import { type Child, h } from './dom.ts';

export type ListedProduct = NonNullable<
  NonNullable<ConsoleProductsQuery['products']>['edges'][number]['node']
>;

/** What can be done with a listed product, and by whom it is listed. */
export interface TableOptions {
  readonly orderBy: ProductOrder;
  readonly isAdmin: boolean;
  edit(product: ListedProduct): void;
  remove(product: ListedProduct): void;
  like(product: ListedProduct): Promise<void>;
}

const SORTED: Readonly<Record<ProductOrder, readonly [column: string, direction: string] | null>> = {
  NAME_ASC: ['Product', 'ascending'],
  CREATED_AT_DESC: null,
  PRICE_ASC: ['Price', 'ascending'],
  PRICE_DESC: ['Price', 'descending'],
  LIKE_COUNT_DESC: ['Likes', 'descending'],
};

/**
 * The products as a table, on narrow screens as cards. Roles are written out: styled as anything but a table, browsers
 * would not call it one.
 */
export function productTable(
  products: readonly ListedProduct[],
  failures: readonly Failure[],
  options: TableOptions,
): HTMLElement {
  const [sorted, direction] = SORTED[options.orderBy] ?? [];
  const soldIsMissing = isMissing(failures, 'unitsSold');
  const columns = ['Product', 'Price', 'Stock', 'Sold', 'Likes', ...(options.isAdmin ? ['Actions'] : [])];
  return h(
    'table',
    { role: 'table', class: 'products' },
    h('caption', { class: 'unseen' }, 'Products'),
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        ...columns.map((name) =>
          h(
            'th',
            {
              role: 'columnheader',
              scope: 'col',
              class: classOf(name),
              'aria-sort': name === sorted && direction,
            },
            name === 'Actions' ? h('span', { class: 'unseen' }, name) : name,
          ),
        ),
      ),
    ),
    h('tbody', { role: 'rowgroup' }, ...products.map((product) => rowOf(product, soldIsMissing, options))),
  );
}

const classOf = (column: string): string | null =>
  ['Price', 'Stock', 'Sold'].includes(column) ? 'number' : null;

function rowOf(
  product: ListedProduct,
  soldIsMissing: boolean,
  { isAdmin, edit, remove, like }: TableOptions,
) {
  const { id, name, symbol, kind, price, stock, unitsSold } = product;
  const cell = (column: string, ...children: readonly Child[]) =>
    h('td', { role: 'cell', 'data-column': column, class: classOf(column) }, ...children);
  return h(
    'tr',
    { role: 'row', 'data-id': id },
    h(
      'th',
      { role: 'rowheader', scope: 'row' },
      h('span', { class: 'name' }, name),
      h('span', { class: 'facts' }, h('code', {}, symbol), ` ${sentenceOf(kind)}`),
    ),
    cell('Price', showMoney(price)),
    cell('Stock', stockOf(stock)),
    cell(
      'Sold',
      soldIsMissing && unitsSold === null
        ? h('span', { class: 'missing', title: 'orders did not answer' }, 'missing')
        : showCount(unitsSold ?? 0),
    ),
    cell('Likes', likeButton(product, like)),
    isAdmin &&
      cell(
        'Actions',
        h(
          'button',
          {
            type: 'button',
            'data-key': `edit ${id}`,
            'aria-label': `Edit ${name}`,
            click: () => edit(product),
          },
          'Edit',
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'danger',
            'data-key': `delete ${id}`,
            'aria-label': `Delete ${name}`,
            click: () => remove(product),
          },
          'Delete',
        ),
      ),
  );
}

function stockOf(stock: number | null): HTMLElement {
  if (stock === null) return h('span', { class: 'quiet' }, 'no limit');
  return stock === 0 ? h('span', { class: 'sold-out' }, 'sold out') : h('span', {}, showCount(stock));
}

function likeButton(product: ListedProduct, like: TableOptions['like']): HTMLElement {
  const { id, name, likeCount, viewerLikes } = product;
  const button = h(
    'button',
    {
      type: 'button',
      class: 'like',
      'data-key': `like ${id}`,
      'aria-pressed': String(viewerLikes === true),
      'aria-label': `Like ${name}, ${showCount(likeCount)} so far`,
    },
    h('span', { 'aria-hidden': 'true' }, viewerLikes ? '♥' : '♡'),
    ` ${showCount(likeCount)}`,
  );
  let busy = false;
  button.addEventListener('click', async () => {
    // Still focusable meanwhile, so that the focus stays where it is.
    if (busy) return;
    busy = true;
    await like(product);
    busy = false;
  });
  return button;
}
