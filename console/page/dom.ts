export type Child = Node | string | null | undefined | false;
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>;

/** Makes an element. A function is a listener, by the name of its event; true is an empty attribute; false and null are none. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** @throws Error when the page has no such element */
export function find<E extends HTMLElement>(selector: string, within: ParentNode = document): E {
  const element = within.querySelector<E>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
}

/** Puts other children in; what had the focus has it still, by its `data-key`, or the first that `otherwise` finds. */
export function replace(container: HTMLElement, children: readonly Child[], otherwise?: string): void {
  const active = document.activeElement;
  const had = active !== container && container.contains(active);
  const key = had && active instanceof HTMLElement ? active.dataset.key : undefined;
  container.replaceChildren(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  if (!had) return;
  const same = key && container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]:not(:disabled)`);
  const next = same || (otherwise && document.querySelector<HTMLElement>(otherwise));
  if (next) next.focus();
}

let clearing: ReturnType<typeof setTimeout> | undefined;

/** Says what came of something: shown for a while, and read out by screen readers. */
export function tell(text: string): void {
  const status = find('#status');
  status.textContent = '';
  clearTimeout(clearing);
  // In a task of its own, so that the same words are read out a second time too.
  setTimeout(() => {
    status.textContent = text;
  }, 50);
  clearing = setTimeout(() => {
    status.textContent = '';
  }, 10_000);
}

/** Opens a dialog over the page, which takes it out again when it closes. */
export function openDialog(dialog: HTMLDialogElement): HTMLDialogElement {
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  return dialog;
}
