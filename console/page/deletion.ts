import { ConsoleProductDocument, DeleteProductDocument } from '../../client/index.ts';
import { countOf, showMoney } from '../show.ts';
import { h, openDialog } from './dom.ts';
import { ask } from './session.ts';
import { troubleBox } from './trouble-box.ts';

/** Asks whether a product is to be deleted, and deletes it, if it is still the one that was seen. */
export function openDeletion(
  seen: { readonly id: string; readonly name: string; readonly version: number; readonly likeCount: number },
  done: (text: string) => void,
): void {
  const { id, name } = seen;
  let { version } = seen;
  const fault = h('div', { class: 'fault' });
  const yes = h('button', { type: 'button', class: 'danger primary' }, 'Delete');
  const no = h('button', { type: 'button', autofocus: true, click: () => dialog.close() }, 'Keep');
  const dialog = h(
    'dialog',
    {
      class: 'small',
      role: 'alertdialog',
      'aria-labelledby': 'deletion-title',
      'aria-describedby': 'deletion-text',
    },
    h('h2', { id: 'deletion-title' }, `Delete ${name}?`),
    h(
      'p',
      { id: 'deletion-text' },
      `It leaves the catalogue with ${countOf(seen.likeCount, 'like')}, for good. Orders keep its name.`,
    ),
    fault,
    h('div', { class: 'buttons' }, yes, no),
  );
  const close = (text: string) => {
    dialog.close();
    done(text);
  };
  yes.addEventListener('click', async () => {
    yes.disabled = true;
    const result = await ask(DeleteProductDocument, { input: { id, version } });
    yes.disabled = false;
    yes.focus();
    const payload = result.kind === 'error' ? null : result.data.deleteProduct;
    if (payload?.productId) return close(`${name} is deleted.`);
    const [error] = payload?.userErrors ?? [];
    if (error?.code === 'PRODUCT_NOT_FOUND') return close(`${name} was deleted by somebody else before.`);
    if (error?.code === 'CONFLICT') return explainConflict();
    fault.replaceChildren(
      error
        ? h('p', { role: 'alert', class: 'trouble error' }, error.message)
        : troubleBox('It was not deleted.', result.kind === 'data' ? [] : result.errors),
    );
  });

  async function explainConflict(): Promise<void> {
    const result = await ask(ConsoleProductDocument, { id });
    if (result.kind === 'error')
      return fault.replaceChildren(troubleBox('It was not deleted.', result.errors));
    const { product } = result.data;
    if (!product) return close(`${name} was deleted by somebody else before.`);
    version = product.version;
    yes.textContent = 'Delete it anyway';
    fault.replaceChildren(
      h(
        'p',
        { role: 'alert', class: 'trouble partial' },
        `Somebody else changed it meanwhile. It is now ${product.name} (${product.symbol}) for ${showMoney(product.price)}.`,
      ),
    );
  }

  openDialog(dialog);
}
