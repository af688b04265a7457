import {
  ConsoleProductsDocument,
  type ConsoleProductsQuery,
  type Failure,
  LikeProductDocument,
  type Result,
  UnlikeProductDocument,
} from '../../client/index.ts';
import { type Address, formatAddress, isFiltered, listVariables } from '../address.ts';
import { countOf } from '../show.ts';
import { openDeletion } from './deletion.ts';
import { find, h, replace, tell } from './dom.ts';
import { openEditor } from './editor.ts';
import { createFilters } from './filters.ts';
import { type ListedProduct, productTable } from './product-table.ts';
import { closeProduct, current, go, hrefOf, openProduct, trail } from './router.ts';
import { ask, claims, viewer } from './session.ts';
import { troubleBox } from './trouble-box.ts';
import type { View } from './view.ts';

/** The catalogue: a list that is searched, sorted and paged through, and what an admin does with a product. */
export function createProductsView(): View {
  const filters = createFilters((change) => go(change, { replace: true }));
  const notice = h('div', { class: 'notice' });
  const results = h('section', { 'aria-label': 'Products', class: 'results' });
  const count = h('p', { class: 'count' });
  const add = h('button', { type: 'button', class: 'primary', 'data-key': 'new' }, 'New product');
  add.addEventListener('click', () => openProduct('new'));
  const element = h(
    'div',
    { class: 'view' },
    h('div', { class: 'title' }, h('h1', { tabindex: -1 }, 'Products'), count, add),
    filters.element,
    notice,
    results,
  );
  let loading: AbortController | null = null;
  let editor: { readonly id: string; readonly close: () => void } | null = null;

  /** @param says whether to say how many there are */
  async function load(says: boolean): Promise<void> {
    loading?.abort();
    loading = new AbortController();
    const { signal } = loading;
    results.setAttribute('aria-busy', 'true');
    if (!results.hasChildNodes()) results.append(h('p', { class: 'empty' }, 'Loading products …'));
    const result = await ask(ConsoleProductsDocument, listVariables(current()), { signal });
    if (signal.aborted) return;
    results.removeAttribute('aria-busy');
    const failures = result.kind === 'data' ? [] : result.errors;
    const list = result.kind === 'error' ? null : result.data.products;
    if (list) return showPage(list, failures, says);
    count.textContent = '';
    replace(results, [
      troubleBox('The products could not be loaded.', failures, { retry: () => void load(true) }),
      current().after !== null && link('First page', { after: null }),
    ]);
  }

  function showPage(
    { edges, pageInfo }: NonNullable<ConsoleProductsQuery['products']>,
    failures: readonly Failure[],
    says: boolean,
  ): void {
    const products = edges.flatMap(({ node }) => (node ? [node] : []));
    const before = trail();
    const page = before.length > 0 || current().after === null ? before.length + 1 : null;
    const summary = `${countOf(products.length, 'product')}${page === null ? '' : `, page ${page}`}`;
    count.textContent = summary;
    if (says) tell(products.length === 0 ? 'No products.' : `${summary}.`);
    replace(
      results,
      [
        failures.length > 0 &&
          troubleBox('A part of this is missing; the rest is as it should be.', failures, {
            kind: 'partial',
            retry: () => void load(true),
          }),
        products.length === 0
          ? emptiness()
          : productTable(products, failures, {
              orderBy: current().orderBy,
              isAdmin: claims()?.isAdmin ?? false,
              edit: ({ id }) => openProduct(id),
              remove,
              like,
            }),
        pager(pageInfo, before),
      ],
      '.title h1',
    );
  }

  const emptiness = () =>
    h(
      'div',
      { class: 'empty' },
      h('p', {}, isFiltered(current()) ? 'No product is like that.' : 'There are no products here.'),
      isFiltered(current()) &&
        link('Clear the filters', { name: '', kind: null, inStock: null, minPrice: '', maxPrice: '' }),
    );

  function pager(
    { hasNextPage, hasPreviousPage, endCursor }: NonNullable<ConsoleProductsQuery['products']>['pageInfo'],
    before: readonly (string | null)[],
  ): HTMLElement {
    const turn = (key: string, text: string, enabled: boolean, to: () => void) =>
      h('button', { type: 'button', 'data-key': key, disabled: !enabled, click: to }, text);
    return h(
      'nav',
      { class: 'pager', 'aria-label': 'Pages' },
      // Who came by a link has no pages behind him to go back to, but the first.
      (hasPreviousPage || current().after !== null) && before.length === 0
        ? turn('first', 'First page', true, () => go({ after: null }, { trail: [] }))
        : turn('previous', 'Previous', before.length > 0, () =>
            go({ after: before.at(-1) ?? null }, { trail: before.slice(0, -1) }),
          ),
      turn('next', 'Next', hasNextPage, () =>
        go({ after: endCursor }, { trail: [...before, current().after] }),
      ),
    );
  }

  function link(text: string, change: Partial<Address>): HTMLElement {
    const anchor = h('a', { href: hrefOf(change), 'data-key': text }, text);
    anchor.addEventListener('click', (event) => {
      event.preventDefault();
      go(change);
    });
    return anchor;
  }

  async function like(product: ListedProduct): Promise<void> {
    notice.replaceChildren();
    if (!viewer()) {
      notice.append(
        h(
          'p',
          { role: 'alert', class: 'trouble partial' },
          'Likes are users’: sign in as one to like something.',
        ),
      );
      return;
    }
    const input = { productId: product.id };
    const result = await (product.viewerLikes
      ? ask(UnlikeProductDocument, { input }).then((each) =>
          payloadOf(each, ({ unlikeProduct }) => unlikeProduct),
        )
      : ask(LikeProductDocument, { input }).then((each) =>
          payloadOf(each, ({ likeProduct }) => likeProduct),
        ));
    if (result.payload?.product)
      tell(
        `${product.name} ${product.viewerLikes ? 'is liked no more' : 'is liked'}: ${countOf(result.payload.product.likeCount, 'like')}.`,
      );
    else complain(`${product.name} stays as it was.`, result);
    await load(false);
  }

  function complain(
    what: string,
    {
      payload,
      failures,
    }: { payload: { userErrors: readonly { message: string }[] } | null; failures: readonly Failure[] },
  ): void {
    const messages = payload?.userErrors.map(({ message }) => message) ?? [];
    notice.replaceChildren(
      messages.length > 0
        ? h('p', { role: 'alert', class: 'trouble error' }, `${what} ${messages.join(' ')}`)
        : troubleBox(what, failures),
    );
  }

  function remove({ id, name, version, likeCount }: ListedProduct): void {
    openDeletion({ id, name, version, likeCount }, (text) => {
      tell(text);
      find('h1', element).focus();
      void load(false);
    });
  }

  function syncEditor({ product }: Address): void {
    if (editor?.id === product) return;
    editor?.close();
    editor = null;
    if (product === null) return;
    editor = {
      id: product,
      close: openEditor(product, {
        closed: () => {
          editor = null;
          closeProduct();
          element
            .querySelector<HTMLElement>(
              `[data-key="edit ${CSS.escape(product)}"], [data-key="${CSS.escape(product)}"]`,
            )
            ?.focus();
        },
        saved: (text) => {
          tell(text);
          void load(false);
        },
      }),
    };
  }

  return {
    element,
    show(address, previous) {
      filters.show(address);
      add.hidden = !(claims()?.isAdmin ?? false);
      const listed = (each: Address) => formatAddress({ ...each, product: null, runs: null });
      if (!previous || listed(previous) !== listed(address)) {
        notice.replaceChildren();
        void load(previous !== null);
      }
      syncEditor(address);
    },
    leave() {
      loading?.abort();
      editor?.close();
      editor = null;
      results.replaceChildren();
    },
  };
}

/** The payload of a mutation, where there is one, and what failed. */
function payloadOf<Data, Payload>(
  result: Result<Data>,
  pick: (data: Data) => Payload,
): { payload: Payload | null; failures: readonly Failure[] } {
  return {
    payload: result.kind === 'error' ? null : pick(result.data),
    failures: result.kind === 'data' ? [] : result.errors,
  };
}
