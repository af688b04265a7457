import { h } from './dom.ts';
import { createLettersPanel } from './letters-panel.ts';
import { createFeedPanel, createMetricsPanel } from './order-panels.ts';
import { createRunsPanel } from './runs-panel.ts';
import { claims } from './session.ts';
import type { View } from './view.ts';

const PAUSE_MS = 5_000;

/** What goes on in the background: orders, workflows, and what went wrong with them. Kept up to date while it is seen. */
export function createOperationsView(): View {
  const metrics = createMetricsPanel();
  const feed = createFeedPanel(() => {
    void feed.load();
    void metrics.load();
  });
  const runs = createRunsPanel();
  const panels = [feed, metrics, createLettersPanel(), runs];
  const grid = h('div', { class: 'panels' });
  const element = h(
    'div',
    { class: 'view' },
    h('div', { class: 'title' }, h('h1', { tabindex: -1 }, 'Operations')),
    grid,
  );
  let ticking: ReturnType<typeof setInterval> | undefined;
  const loadAll = () => {
    for (const panel of panels) void panel.load();
  };
  return {
    element,
    show(_, previous) {
      if (!(claims()?.isAdmin ?? false))
        return grid.replaceChildren(h('p', { class: 'empty' }, 'Operations are for admins: sign in as one.'));
      if (previous) return void runs.load();
      grid.replaceChildren(...panels.map((panel) => panel.element));
      loadAll();
      clearInterval(ticking);
      ticking = setInterval(() => {
        if (document.visibilityState === 'visible') loadAll();
      }, PAUSE_MS);
    },
    leave: () => clearInterval(ticking),
  };
}
