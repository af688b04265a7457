import {
  OrderFeedDocument,
  OrderMetricsDocument,
  StartOrderFeedDocument,
  StopOrderFeedDocument,
} from '../../client/index.ts';
import { countOf, sentenceOf, showCount, showMoney, showTime } from '../show.ts';
import { h } from './dom.ts';
import { createPanel, facts, type Panel, report } from './panel.ts';
import { ask } from './session.ts';

/** The order feed: whether it runs, started and stopped. */
export function createFeedPanel(changed: () => void): Panel {
  const notice = h('div', { class: 'notice' });
  const panel = createPanel({
    title: 'Order feed',
    ask: () => ask(OrderFeedDocument),
    show({ orderFeed }) {
      if (!orderFeed) return null;
      const { running, since, placed } = orderFeed;
      return [
        h(
          'p',
          { class: `state ${running ? 'on' : 'off'}` },
          h('strong', {}, running ? 'Running' : 'Stopped'),
          running && since ? ` since ${showTime(since)}` : '',
        ),
        h('p', {}, `${countOf(placed, 'order')} placed in all. While it runs, one every two seconds.`),
        notice,
        h(
          'button',
          { type: 'button', class: 'primary', 'data-key': 'feed', click: () => void turn(!running) },
          running ? 'Stop the feed' : 'Start the feed',
        ),
      ];
    },
  });
  async function turn(on: boolean): Promise<void> {
    const result = on ? await ask(StartOrderFeedDocument) : await ask(StopOrderFeedDocument);
    const data = result.kind === 'error' ? null : result.data;
    const payload = data && ('startOrderFeed' in data ? data.startOrderFeed : data.stopOrderFeed);
    report(notice, payload, result.kind === 'data' ? [] : result.errors, {
      done: on ? 'The order feed runs.' : 'The order feed is stopped.',
      failed: on ? 'The order feed was not started.' : 'The order feed was not stopped.',
    });
    changed();
  }
  return panel;
}

/** Orders in figures. */
export const createMetricsPanel = (): Panel =>
  createPanel({
    title: 'Orders',
    ask: () => ask(OrderMetricsDocument),
    show({ orderMetrics }) {
      if (!orderMetrics) return null;
      const {
        total,
        executed,
        byStatus,
        averageExecutionPrice,
        minimumExecutionPrice,
        maximumExecutionPrice,
      } = orderMetrics;
      const price = (money: Parameters<typeof showMoney>[0] | null) =>
        money ? showMoney(money) : 'none yet';
      return [
        facts(
          ['Processed', showCount(executed)],
          ['Average execution price', price(averageExecutionPrice)],
          ['Lowest', price(minimumExecutionPrice)],
          ['Highest', price(maximumExecutionPrice)],
          ['Orders in all', showCount(total)],
          ...byStatus.map(({ status, count }) => [sentenceOf(status), showCount(count)] as const),
        ),
      ];
    },
  });
