import {
  ConsoleProductDocument,
  CreateProductDocument,
  RestockProductDocument,
  UpdateProductDocument,
} from '../../client/index.ts';
import { createAttempts } from '../attempt.ts';
import {
  changesOf,
  creationOf,
  EMPTY,
  faultsOf,
  type Product,
  placeErrors,
  restockingOf,
  type UserError,
  type Values,
  valuesOf,
} from '../product-form.ts';
import { conflictBox } from './conflict.ts';
import { h, openDialog } from './dom.ts';
import { createFields } from './product-fields.ts';
import { ask } from './session.ts';
import { troubleBox } from './trouble-box.ts';

/** What the editor tells whoever opened it. */
export interface EditorEvents {
  closed(): void;
  /** Something was saved; the text says what. */
  saved(text: string): void;
}

/** Unlike `crypto.randomUUID`, this is there without TLS too. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * Opens the editor of a product, or of a new one (`new`).
 *
 * @returns closes it without asking
 */
export function openEditor(id: string, { closed, saved }: EditorEvents): () => void {
  const isNew = id === 'new';
  const keyOf = createAttempts(newKey);
  const title = h('h2', { id: 'editor-title', tabindex: -1 }, isNew ? 'New product' : 'Edit product');
  const fault = h('div', { class: 'fault' });
  const body = h('div', { class: 'body' });
  const dialog = h('dialog', { class: 'editor', 'aria-labelledby': 'editor-title' }, title, fault, body);
  const fields = createFields(isNew);
  /** The product as it was read, and saved since. */
  let base: { readonly version: number; readonly values: Values; readonly name: string } | null = null;
  let busy = false;
  /** Whether something is saved that the list does not show yet. */
  let ahead = false;

  const cancel = () => {
    const values = fields.values();
    const touched =
      Object.keys(changesOf(values, base?.values ?? EMPTY)).length > 0 || fields.isStockTouched();
    if (body.hasChildNodes() && touched && !confirm('Close it, and lose what you changed?')) return;
    dialog.close();
  };
  const save = h('button', { type: 'submit', class: 'primary' }, isNew ? 'Add product' : 'Save');
  const form = h(
    'form',
    { novalidate: true },
    fields.element,
    h('div', { class: 'buttons' }, save, h('button', { type: 'button', click: cancel }, 'Cancel')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    cancel();
  });
  const end = () => {
    closed();
    if (ahead) saved('A part of it is saved.');
  };
  dialog.addEventListener('close', end);

  /** The product as it is; null where there is none, undefined where that is not known. */
  async function read(): Promise<Product | null | undefined> {
    const result = await ask(ConsoleProductDocument, { id });
    if (result.kind === 'data') return result.data.product;
    if (result.kind === 'partial' && result.data.product) return result.data.product;
    const retry = base === null ? { retry: () => void load() } : {};
    fault.replaceChildren(troubleBox('The product could not be loaded.', result.errors, retry));
    return undefined;
  }

  async function load(): Promise<void> {
    fault.replaceChildren(h('p', { class: 'empty' }, 'Loading the product …'));
    const product = await read();
    if (product === undefined) return;
    if (product === null) return showGone('There is no such product.');
    fault.replaceChildren();
    take(product);
    body.replaceChildren(form);
    fields.focus();
  }

  function take(product: Product): void {
    base = { version: product.version, values: valuesOf(product), name: product.name };
    title.textContent = `Edit ${product.name}`;
    fields.fill(base.values, product.stock);
  }

  function showGone(text: string): void {
    body.replaceChildren();
    fault.replaceChildren(
      h('p', { role: 'alert', class: 'trouble error' }, text),
      h('button', { type: 'button', click: () => dialog.close() }, 'Close'),
    );
    fault.querySelector('button')?.focus();
  }

  async function submit(): Promise<void> {
    if (busy) return;
    fault.replaceChildren();
    const faults = faultsOf(fields.values(), fields.stock());
    if (faults.size > 0) return refuse(faults, []);
    busy = true;
    save.setAttribute('aria-busy', 'true');
    try {
      await (isNew ? create() : update());
    } finally {
      busy = false;
      save.removeAttribute('aria-busy');
    }
  }

  async function create(): Promise<void> {
    const input = creationOf(fields.values(), fields.stock());
    const result = await ask(CreateProductDocument, { input: { ...input, idempotencyKey: keyOf(input) } });
    const payload = result.kind === 'error' ? null : result.data.createProduct;
    if (payload?.product) return finish(`${payload.product.name} is in the catalogue.`);
    if (payload?.userErrors.length) return handle(payload.userErrors);
    fault.replaceChildren(
      troubleBox(
        'Whether it was added is not known: adding it again adds it once.',
        result.kind === 'data' ? [] : result.errors,
      ),
    );
  }

  async function update(): Promise<void> {
    if (!base) return;
    const values = fields.values();
    const changes = changesOf(values, base.values);
    const restocking = restockingOf(fields.stock());
    if (Object.keys(changes).length > 0) {
      const input = { id, version: base.version, ...changes } as Parameters<typeof sendUpdate>[0];
      if (!(await sendUpdate(input))) return;
      base = { ...base, values };
    }
    if (restocking) {
      const input = { id, version: base.version, ...restocking };
      const result = await ask(RestockProductDocument, { input: { ...input, idempotencyKey: keyOf(input) } });
      if (!accept(result.kind === 'error' ? null : result.data.restockProduct, result)) return;
    }
    finish(
      Object.keys(changes).length > 0 || restocking
        ? `${values.name} is saved.`
        : 'There was nothing to save.',
    );
  }

  async function sendUpdate(input: { readonly id: string; readonly version: number }): Promise<boolean> {
    const result = await ask(UpdateProductDocument, { input });
    return accept(result.kind === 'error' ? null : result.data.updateProduct, result);
  }

  /** Whether a change was made; the version is then the next one. */
  function accept(
    payload: {
      readonly product: { readonly version: number } | null;
      readonly userErrors: readonly UserError[];
    } | null,
    result: Awaited<ReturnType<typeof ask>>,
  ): boolean {
    if (payload?.product && base) {
      base = { ...base, version: payload.product.version };
      ahead = true;
      return true;
    }
    if (payload?.userErrors.length) void handle(payload.userErrors);
    else
      fault.replaceChildren(
        troubleBox(
          'Whether it was saved is not known: saving again is safe.',
          result.kind === 'data' ? [] : result.errors,
        ),
      );
    return false;
  }

  async function handle(errors: readonly UserError[]): Promise<void> {
    if (errors.some(({ code }) => code === 'CONFLICT')) return explainConflict();
    if (errors.some(({ code }) => code === 'PRODUCT_NOT_FOUND'))
      return showGone('Somebody else deleted this product meanwhile: nothing was saved.');
    const { byField, rest } = placeErrors(errors);
    refuse(byField, rest);
  }

  function refuse(byField: ReadonlyMap<string, string>, rest: readonly UserError[]): void {
    fields.showErrors(byField);
    fault.replaceChildren(
      h(
        'p',
        { role: 'alert', class: 'trouble error' },
        rest.length > 0 ? rest.map(({ message }) => message).join(' ') : 'Not saved: see the marked fields.',
      ),
    );
    fields.focusFirstError();
  }

  async function explainConflict(): Promise<void> {
    const theirs = await read();
    if (theirs === undefined || !base) return;
    if (theirs === null) return showGone('Somebody else deleted this product meanwhile: nothing was saved.');
    const mine = fields.values();
    const before = base.values;
    fields.showErrors(new Map());
    fault.replaceChildren(
      conflictBox(before, mine, valuesOf(theirs), {
        takeTheirs() {
          fault.replaceChildren();
          take(theirs);
          fields.focus();
        },
        saveMine(merged) {
          const stock = fields.stock();
          take(theirs);
          fields.fill(merged, theirs.stock, stock);
          void submit();
        },
      }),
    );
  }

  function finish(text: string): void {
    ahead = false;
    dialog.close();
    saved(text);
  }

  openDialog(dialog);
  if (isNew) {
    body.append(form);
    fields.fill(EMPTY, null);
    fields.focus();
  } else {
    title.focus();
    void load();
  }
  return () => {
    dialog.removeEventListener('close', end);
    dialog.close();
  };
}
