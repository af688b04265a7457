import type { Metrics } from '../../../kit/telemetry/metrics.ts';

/** Declares the counter of attempts at webhooks, by kind and by what came of them. */
export const createWebhookAttempts = (metrics: Metrics) =>
  metrics.counter({
    name: 'tessera_webhook_attempts_total',
    help: 'Attempts at webhooks, by kind and by what came of them; `failed` are those that were given up.',
    labels: ['kind', 'outcome'],
  });
