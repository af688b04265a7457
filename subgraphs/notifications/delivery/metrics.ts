import { Counter } from 'prom-client';

/** Attempts at webhooks, in the process's registry of metrics; outcome: delivered, retried, failed. */
export const webhookAttempts = new Counter({
  name: 'tessera_webhook_attempts_total',
  help: 'Attempts at webhooks, by kind and by what came of them; `failed` are those that were given up.',
  labelNames: ['kind', 'outcome'] as const,
});
