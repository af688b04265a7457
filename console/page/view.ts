import type { Address } from '../address.ts';

/** A part of the console that fills the page. */
export interface View {
  readonly element: HTMLElement;
  /** Shows what the address says; `previous` is null where the view was not shown before. */
  show(address: Address, previous: Address | null): void;
  /** Ends what goes on in the background. */
  leave(): void;
}
