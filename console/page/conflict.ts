import { differences, mergeMine, type Values } from '../product-form.ts';
import { sentenceOf } from '../show.ts';
import { h } from './dom.ts';

const TITLES: Readonly<Record<string, string>> = { imageUrl: 'Picture' };

/** Tells what somebody else changed meanwhile, and lets a person choose whose changes stay. */
export function conflictBox(
  base: Values,
  mine: Values,
  theirs: Values,
  choices: { takeTheirs(): void; saveMine(merged: Values): void },
): HTMLElement {
  const found = differences(base, mine, theirs);
  const take = h('button', { type: 'button', click: choices.takeTheirs }, 'Take theirs');
  const box = h(
    'div',
    { class: 'trouble partial', role: 'alert' },
    h('p', { class: 'what' }, 'Somebody else changed this product while you did: nothing was saved yet.'),
    found.length === 0
      ? h('p', {}, 'Your changes are not in the way of theirs.')
      : h(
          'table',
          {},
          h(
            'thead',
            {},
            h('tr', {}, ...['Field', 'Theirs', 'Yours'].map((text) => h('th', { scope: 'col' }, text))),
          ),
          h(
            'tbody',
            {},
            ...found.map(({ field, theirs: other, mine: own, clashes }) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, TITLES[field] ?? sentenceOf(field)),
                h('td', {}, other || '(empty)'),
                h('td', {}, clashes ? own || '(empty)' : h('span', { class: 'quiet' }, 'not changed')),
              ),
            ),
          ),
        ),
    h(
      'div',
      { class: 'buttons' },
      h(
        'button',
        { type: 'button', class: 'primary', click: () => choices.saveMine(mergeMine(base, mine, theirs)) },
        'Save mine on top',
      ),
      take,
    ),
    h('p', { class: 'quiet' }, 'On top: what you changed as you have it, everything else as they have it.'),
  );
  // After it is on the page.
  queueMicrotask(() => take.focus());
  return box;
}
