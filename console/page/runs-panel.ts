import {
  RetryWorkflowRunDocument,
  WorkflowRunsDocument,
  type WorkflowRunsQuery,
} from '../../client/index.ts';
import { type Address, RUN_STATES } from '../address.ts';
import { sentenceOf, showTime } from '../show.ts';
import { h } from './dom.ts';
import { label, select } from './filters.ts';
import { createGrowing, createPanel, type Panel, report } from './panel.ts';
import { current, go } from './router.ts';
import { ask } from './session.ts';

type Run = NonNullable<NonNullable<WorkflowRunsQuery['workflowRuns']>['edges'][number]['node']>;

/** The latest runs of workflows, those of one state where one is chosen. */
export function createRunsPanel(): Panel {
  const notice = h('div', { class: 'notice' });
  const state = select('runs', [['', 'All'], ...RUN_STATES.map((each) => [each, sentenceOf(each)] as const)]);
  state.dataset.key = 'runs';
  let growing = createGrowing(10);
  state.addEventListener('change', () => {
    growing = createGrowing(10);
    go({ runs: (state.value || null) as Address['runs'] }, { replace: true });
  });
  const panel: Panel = createPanel({
    title: 'Workflow runs',
    ask: () => {
      const { runs } = current();
      state.value = runs ?? '';
      return ask(WorkflowRunsDocument, { first: growing.first, filter: runs ? { state: runs } : {} });
    },
    show({ workflowRuns }) {
      if (!workflowRuns) return null;
      const runs = workflowRuns.edges.flatMap(({ node }) => (node ? [node] : []));
      return [
        label('State', state),
        notice,
        runs.length === 0
          ? h('p', { class: 'empty' }, 'No such runs.')
          : h('ul', { class: 'runs' }, ...runs.map(itemOf)),
        growing.more(workflowRuns.pageInfo.hasNextPage, panel.load),
      ];
    },
  });

  const itemOf = ({ id, workflow, subject, state: stands, startedAt, error, steps }: Run) => {
    const done = steps.filter((step) => step.state === 'COMPLETED' || step.state === 'SKIPPED').length;
    return h(
      'li',
      {},
      h(
        'p',
        {},
        h('strong', {}, subject),
        ` ${workflow} `,
        h('span', { class: `badge ${stands.toLowerCase()}` }, sentenceOf(stands)),
      ),
      h('p', { class: 'quiet' }, `${done} of ${steps.length} steps done, started ${showTime(startedAt)}`),
      error && h('p', { class: 'error' }, `${error.message} `, h('code', {}, error.code)),
      stands === 'FAILED' &&
        h(
          'button',
          {
            type: 'button',
            'data-key': `retry ${id}`,
            'aria-label': `Retry ${subject}`,
            click: () => void retry(id, subject),
          },
          'Retry',
        ),
    );
  };

  async function retry(id: string, subject: string): Promise<void> {
    const result = await ask(RetryWorkflowRunDocument, { input: { id } });
    report(
      notice,
      result.kind === 'error' ? null : result.data.retryWorkflowRun,
      result.kind === 'data' ? [] : result.errors,
      { done: `${subject} goes on.`, failed: `${subject} does not go on.` },
    );
    await panel.load();
  }
  return panel;
}
