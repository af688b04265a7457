import type { Failure } from '../../client/index.ts';
import { type Trouble, troublesOf } from '../trouble.ts';
import { type Child, h } from './dom.ts';

/** What went wrong: in words, with its code, and the request id by which it is found in the server's log. */
export function troubleBox(
  what: string,
  failures: readonly Failure[],
  { retry, kind = 'error' }: { readonly retry?: () => void; readonly kind?: 'error' | 'partial' } = {},
): HTMLElement {
  return h(
    'div',
    { class: `trouble ${kind}`, role: 'alert' },
    h('p', { class: 'what' }, what),
    h('ul', {}, ...troublesOf(failures).map(lineOf)),
    retry && h('button', { type: 'button', 'data-key': 'retry', click: retry }, 'Try again'),
  );
}

function lineOf({ code, message, service, requestId }: Trouble): HTMLElement {
  const facts: Child[] = [h('code', { class: 'code' }, code)];
  if (service) facts.push(' from ', h('strong', {}, service));
  if (requestId) facts.push(', request ', h('code', {}, requestId));
  return h('li', {}, `${message} `, h('span', { class: 'facts' }, ...facts));
}
