import {
  DeadLettersDocument,
  type DeadLettersQuery,
  DiscardDeadLettersDocument,
  ReplayDeadLettersDocument,
} from '../../client/index.ts';
import { countOf, sentenceOf, showTime } from '../show.ts';
import { h } from './dom.ts';
import { createGrowing, createPanel, type Panel, report } from './panel.ts';
import { ask } from './session.ts';

type Letter = NonNullable<NonNullable<DeadLettersQuery['deadLetters']>['edges'][number]['node']>;

/** Messages that could not be handled, to be tried again or given up. */
export function createLettersPanel(): Panel {
  const notice = h('div', { class: 'notice' });
  const growing = createGrowing(20);
  const panel: Panel = createPanel({
    title: 'Dead letters',
    ask: () => ask(DeadLettersDocument, { first: growing.first }),
    show({ deadLetters }) {
      if (!deadLetters) return null;
      const letters = deadLetters.edges.flatMap(({ node }) => (node ? [node] : []));
      if (letters.length === 0)
        return [notice, h('p', { class: 'empty' }, 'None: every message was handled.')];
      const all = letters.map(({ id }) => id);
      return [
        notice,
        h('ul', { class: 'letters' }, ...letters.map(itemOf)),
        h(
          'div',
          { class: 'buttons' },
          h(
            'button',
            { type: 'button', 'data-key': 'replay all', click: () => void replay(all) },
            `Replay ${letters.length === 1 ? 'it' : `these ${letters.length}`}`,
          ),
          growing.more(deadLetters.pageInfo.hasNextPage, panel.load),
        ),
      ];
    },
  });

  const itemOf = ({ id, consumer, name, subject, reason, error, attempts, diedAt, message }: Letter) => {
    const what = `${name ?? 'A message'} ${subject ? `about ${subject}` : ''}`.trim();
    return h(
      'li',
      {},
      h('p', {}, h('strong', {}, what), ` for ${consumer}`),
      h('p', { class: 'error' }, `${sentenceOf(reason)}: ${error}`),
      h('p', { class: 'quiet' }, `${countOf(attempts, 'attempt')}, given up ${showTime(diedAt)}`),
      h(
        'details',
        {},
        h('summary', { 'data-key': `message ${id}` }, 'Message'),
        h('pre', { tabindex: 0 }, message),
      ),
      h(
        'div',
        { class: 'buttons' },
        h(
          'button',
          {
            type: 'button',
            'data-key': `replay ${id}`,
            'aria-label': `Replay ${what}`,
            click: () => void replay([id]),
          },
          'Replay',
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'danger',
            'data-key': `discard ${id}`,
            'aria-label': `Discard ${what}`,
            click: () => void discard(id, what),
          },
          'Discard',
        ),
      ),
    );
  };

  async function replay(ids: readonly string[]): Promise<void> {
    const result = await ask(ReplayDeadLettersDocument, { input: { ids } });
    const payload = result.kind === 'error' ? null : result.data.replayDeadLetters;
    report(notice, payload, result.kind === 'data' ? [] : result.errors, {
      done: `${countOf(payload?.count ?? 0, 'message')} handed to the consumers again.`,
      failed: 'Nothing was replayed.',
    });
    await panel.load();
  }

  async function discard(id: string, what: string): Promise<void> {
    if (!confirm(`Give up ${what} for good?`)) return;
    const result = await ask(DiscardDeadLettersDocument, { input: { ids: [id] } });
    const payload = result.kind === 'error' ? null : result.data.discardDeadLetters;
    report(notice, payload, result.kind === 'data' ? [] : result.errors, {
      done: `${what} is given up.`,
      failed: 'Nothing was given up.',
    });
    await panel.load();
  }
  return panel;
}
