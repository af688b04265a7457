import type { Address } from '../address.ts';
import { find, h } from './dom.ts';
import { createOperationsView } from './operations.ts';
import { createProductsView } from './products.ts';
import { current, go, onMove } from './router.ts';
import { begin, claims } from './session.ts';
import type { View } from './view.ts';

const TITLES = { products: 'Products', operations: 'Operations' } as const;
const main = find('#main');
const views: Readonly<Record<Address['view'], View>> = {
  products: createProductsView(),
  operations: createOperationsView(),
};

function show(address: Address, previous: Address | null): void {
  if (claims() === null) {
    for (const view of Object.values(views)) view.leave();
    main.replaceChildren(h('p', { class: 'empty' }, 'Nobody is signed in.'));
    return;
  }
  const view = views[address.view];
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a'))
    if (link.dataset.view === address.view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  document.title = `${TITLES[address.view]} · Tessera console`;
  const entered = previous === null || previous.view !== address.view;
  if (entered) {
    if (previous) views[previous.view].leave();
    main.replaceChildren(view.element);
    if (previous) find('h1', view.element).focus();
  }
  view.show(address, entered ? null : previous);
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const view = link.dataset.view === 'operations' ? 'operations' : 'products';
    if (view !== current().view) go({ view, product: null });
  });
}
find('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
onMove(show);
// Somebody else sees other things; a form that is open stays as it is.
await begin(() => show(current(), null));
