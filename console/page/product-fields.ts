import { KINDS } from '../address.ts';
import { FIELDS, type Field, type StockChange, type Values } from '../product-form.ts';
import { sentenceOf } from '../show.ts';
import { h } from './dom.ts';
import { select } from './filters.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The fields of the editor, each with its hint and the place for what is wrong with it. */
export function createFields(isNew: boolean) {
  const controls: Readonly<Record<Field, Control>> = {
    name: h('input', { name: 'name', maxlength: 400, autocomplete: 'off', required: true }),
    symbol: h('input', {
      name: 'symbol',
      maxlength: 10,
      autocomplete: 'off',
      autocapitalize: 'characters',
      required: !isNew,
    }),
    kind: select(
      'kind',
      KINDS.map((kind) => [kind, sentenceOf(kind)] as const),
    ),
    price: h('input', { name: 'price', inputmode: 'decimal', autocomplete: 'off', required: true }),
    description: h('textarea', { name: 'description', rows: 3 }),
    imageUrl: h('input', { name: 'imageUrl', type: 'url', autocomplete: 'off' }),
  };
  const how = select(
    'how',
    isNew
      ? [
          ['unlimited', 'No limit'],
          ['set', 'As many as'],
        ]
      : [
          ['keep', 'Leave as it is'],
          ['add', 'Add, or take off'],
          ['set', 'Set to'],
          ['unlimited', 'No limit'],
        ],
  );
  const untouched: StockChange = { how: isNew ? 'unlimited' : 'keep', amount: '' };
  const amount = h('input', { name: 'stock', inputmode: 'numeric', autocomplete: 'off' });
  const current = h('small', { id: 'hint-stock' });
  const errors = new Map<string, HTMLElement>();
  const picture = h('a', { target: '_blank', rel: 'noopener noreferrer', hidden: true }, 'Open the picture');

  const showAmount = () => {
    amountField.hidden = how.value === 'keep' || how.value === 'unlimited';
  };
  how.addEventListener('change', showAmount);

  function field(name: string, text: string, control: Control, hint: Node | string | null): HTMLElement {
    const id = `field-${name}`;
    const error = h('p', { class: 'error', id: `error-${name}` });
    errors.set(name, error);
    control.id = id;
    const hinted = typeof hint === 'string' ? h('small', { id: `hint-${name}` }, hint) : hint;
    control.setAttribute('aria-describedby', `${hinted ? `hint-${name} ` : ''}error-${name}`);
    return h('div', { class: `field ${name}` }, h('label', { for: id }, text), control, hinted, error);
  }
  const amountField = field('stock', isNew ? 'Pieces' : 'How many', amount, null);
  const element = h(
    'div',
    { class: 'fields' },
    field('name', 'Name', controls.name, null),
    field(
      'symbol',
      'Symbol',
      controls.symbol,
      `Three of A-Z and 0-9; unique.${isNew ? ' Without one, it is drawn.' : ''}`,
    ),
    field('kind', 'Kind', controls.kind, null),
    field('price', 'Price', controls.price, 'Such as 12.50.'),
    field('description', 'Description', controls.description, null),
    field('imageUrl', 'Picture', controls.imageUrl, 'An http or https address; may be empty.'),
    picture,
    h(
      'fieldset',
      { class: 'stock' },
      h('legend', {}, 'Stock'),
      h('label', {}, h('span', {}, isNew ? 'Limit' : 'Change'), how),
      amountField,
      current,
    ),
  );
  amount.setAttribute('aria-describedby', 'hint-stock error-stock');

  return {
    element,
    values: () =>
      Object.fromEntries(FIELDS.map((name) => [name, controls[name].value.trim()])) as unknown as Values,
    stock: (): StockChange => ({ how: how.value as StockChange['how'], amount: amount.value.trim() }),
    isStockTouched: () => how.value !== untouched.how,
    fill(values: Values, stock: number | null, change: StockChange = untouched): void {
      for (const name of FIELDS) controls[name].value = values[name];
      how.value = change.how;
      amount.value = change.amount;
      current.textContent = isNew ? '' : stock === null ? 'Now: no limit.' : `Now: ${stock}.`;
      picture.hidden = !/^https?:\/\//.test(values.imageUrl);
      if (!picture.hidden) picture.href = values.imageUrl;
      this.showErrors(new Map());
      showAmount();
    },
    showErrors(byField: ReadonlyMap<string, string>): void {
      for (const [name, error] of errors) {
        error.textContent = byField.get(name) ?? '';
        const control = name === 'stock' ? amount : controls[name as Field];
        if (byField.has(name)) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
      }
    },
    focus: () => controls.name.focus(),
    focusFirstError: () => element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
  };
}
