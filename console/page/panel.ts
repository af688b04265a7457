import type { Failure, Result } from '../../client/index.ts';
import { troublesOf } from '../trouble.ts';
import { type Child, h, replace, tell } from './dom.ts';
import { troubleBox } from './trouble-box.ts';

/** A part of a view that is loaded by itself, so that what is missing is missing there alone. */
export interface Panel {
  readonly element: HTMLElement;
  load(): Promise<void>;
}

/** What a panel is made of. */
export interface PanelParts<Data> {
  readonly title: string;
  ask(): Promise<Result<Data>>;
  /** What is shown of an answer; null where the answer has nothing because of a failure. */
  show(data: Data): readonly Child[] | null;
}

export function createPanel<Data>({ title, ask, show }: PanelParts<Data>): Panel {
  const id = `panel-${title.toLowerCase().replaceAll(' ', '-')}`;
  const body = h('div', { class: 'body' }, h('p', { class: 'empty' }, 'Loading …'));
  const heading = h('h2', { id, tabindex: -1 }, title);
  const element = h('section', { class: 'panel', 'aria-labelledby': id }, heading, body);
  let shown = '';
  let round = 0;
  async function load(): Promise<void> {
    const mine = ++round;
    const result = await ask();
    if (mine !== round) return;
    const failures: readonly Failure[] = result.kind === 'data' ? [] : result.errors;
    const content = result.kind === 'error' ? null : show(result.data);
    // The same again, with another request id alone, is not read out again.
    const now = JSON.stringify([
      result.kind === 'error' ? null : result.data,
      troublesOf(failures).map(({ code, service }) => [code, service]),
    ]);
    if (now === shown) return;
    shown = now;
    const box =
      failures.length > 0 &&
      troubleBox(content ? 'A part of this is missing.' : `${title}: missing.`, failures, {
        kind: content ? 'partial' : 'error',
        retry: () => {
          shown = '';
          void load();
        },
      });
    replace(body, [box, ...(content ?? [])], `#${id}`);
  }
  return { element, load };
}

/** As long as a page of the graph can be. */
const LONGEST_PAGE = 100;

/** A list of a panel, which is loaded as a whole again and again, and grows when it is told to. */
export interface Growing {
  /** How many items to ask for. */
  readonly first: number;
  /** What a person has more shown with; where a page cannot be longer, only that there is more. */
  more(hasNextPage: boolean, load: () => Promise<void>): Child;
}

/** @param step how many items there are at first, and come with each growth */
export function createGrowing(step: number): Growing {
  let first = step;
  return {
    get first() {
      return first;
    },
    more(hasNextPage, load) {
      if (!hasNextPage) return null;
      if (first >= LONGEST_PAGE) return h('span', { class: 'quiet' }, 'There are more.');
      const grow = () => {
        first = Math.min(first + step, LONGEST_PAGE);
        void load();
      };
      return h('button', { type: 'button', 'data-key': 'more', click: grow }, 'Show more');
    },
  };
}

/** Says what came of a mutation: of its payload's user errors, or of its failures. */
export function report<Payload extends { readonly userErrors: readonly { readonly message: string }[] }>(
  place: HTMLElement,
  payload: Payload | null,
  failures: readonly Failure[],
  { done, failed }: { readonly done: string; readonly failed: string },
): boolean {
  const messages = payload?.userErrors.map(({ message }) => message) ?? [];
  place.replaceChildren();
  if (payload && messages.length === 0) {
    tell(done);
    return true;
  }
  place.append(
    messages.length > 0
      ? h('p', { role: 'alert', class: 'trouble error' }, `${failed} ${messages.join(' ')}`)
      : troubleBox(failed, failures),
  );
  return false;
}

/** A name and what it is worth, as a list of them. */
export const facts = (...entries: readonly (readonly [name: string, value: Child])[]): HTMLElement =>
  h(
    'dl',
    { class: 'figures' },
    ...entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
