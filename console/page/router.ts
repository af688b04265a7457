import { type Address, formatAddress, parseAddress } from '../address.ts';

/** What the history keeps with an address, since lists are read forwards alone: how the pages before were asked for. */
interface Step {
  readonly trail: readonly (string | null)[];
  /** Whether an editor was opened from the page that is one step back. */
  readonly opened: boolean;
}

const PATH = location.pathname;
let address = parseAddress(location.search);
const listeners: ((address: Address, previous: Address) => void)[] = [];

const step = (): Step => ({ trail: [], opened: false, ...(history.state as Partial<Step> | null) });

/** Where the console is. */
export const current = (): Address => address;

/** The cursors of the pages before this one, the first page's (null) first; empty where they are not known. */
export const trail = (): readonly (string | null)[] => step().trail;

export const onMove = (listener: (address: Address, previous: Address) => void): void => {
  listeners.push(listener);
};

/** The address after a change, as a link's target. */
export const hrefOf = (change: Partial<Address>): string =>
  `${PATH}${formatAddress({ ...address, ...change })}`;

/** Goes elsewhere. Another list begins with its first page. */
export function go(
  change: Partial<Address>,
  options: Partial<Step> & { readonly replace?: boolean } = {},
): void {
  const keepsPage = 'after' in change || Object.keys(change).every((name) => name === 'product');
  const next = { ...address, ...(keepsPage ? {} : { after: null }), ...change };
  const state: Step = {
    trail: options.trail ?? (keepsPage ? step().trail : []),
    opened: options.opened ?? false,
  };
  const url = `${PATH}${formatAddress(next)}`;
  if (options.replace) history.replaceState(state, '', url);
  else history.pushState(state, '', url);
  move(next);
}

/** Opens a product's editor, so that going back closes it. */
export const openProduct = (product: string): void => go({ product }, { opened: true });

export function closeProduct(): void {
  if (address.product === null) return;
  if (step().opened) history.back();
  else go({ product: null }, { replace: true });
}

function move(next: Address): void {
  const previous = address;
  address = next;
  for (const listener of listeners) listener(next, previous);
}

addEventListener('popstate', () => move(parseAddress(location.search)));
