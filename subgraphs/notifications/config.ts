import { z } from 'zod';
import { ConfigError, type Environment, readSettings, wholeNumber } from '../../kit/config.ts';
import type { Endpoint } from './delivery/webhook.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const isWebhookUrl = (text: string): boolean => {
  const url = URL.parse(text);
  if (url === null || url.username || url.password || url.hash) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
};

/** 24 to 64 bytes, as the specification of Standard Webhooks has it. */
const isWebhookSecret = (text: string): boolean => {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const { length } = Buffer.from(text.slice('whsec_'.length), 'base64');
  return length >= 24 && length <= 64;
};

const webhookUrl = z
  .string()
  .refine(isWebhookUrl, 'must be an https: address without credentials (http: on this machine alone)')
  .optional();
const webhookSecret = z
  .string()
  .refine(isWebhookSecret, 'must be whsec_ and then 24 to 64 bytes in Base64')
  .optional();

export const notificationsSettings = {
  NOTIFICATIONS_PROCESSING: z
    .enum(['inside', 'apart'])
    .default('inside')
    .describe('`apart` leaves sending notifications and webhooks to `npm run worker -- notifications`.'),
  NOTIFICATIONS_WEBHOOK_URL: webhookUrl.describe(
    'Where every notification is told, by a webhook; without it they are stored only.',
  ),
  NOTIFICATIONS_WEBHOOK_SECRET: webhookSecret.describe(
    'Signs these webhooks (Standard Webhooks): `whsec_` and 24 to 64 bytes in Base64.',
  ),
  THIRD_PARTY_WEBHOOK_URL: webhookUrl.describe(
    'The third party that workflows call, by a webhook; without it their calls are refused.',
  ),
  THIRD_PARTY_WEBHOOK_SECRET: webhookSecret.describe('Signs these calls, in the same form.'),
  WEBHOOK_TIMEOUT: wholeNumber(10_000, 50, 60_000).describe(
    'Milliseconds until an attempt at a webhook is given up, to be made again later.',
  ),
  NOTIFICATION_RETENTION_DAYS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .optional()
    .describe(
      'Days after which notifications that were read are deleted, and what is known of their webhooks; by default they are kept.',
    ),
};

export type NotificationsConfig = ReturnType<typeof readNotificationsConfig>;

/** @throws ConfigError also for an address without its secret, or a secret without its address */
export function readNotificationsConfig(env: Environment) {
  const settings = readSettings(notificationsSettings, env);
  const endpoint = (name: 'NOTIFICATIONS' | 'THIRD_PARTY'): Endpoint | null => {
    const url = settings[`${name}_WEBHOOK_URL`];
    const secret = settings[`${name}_WEBHOOK_SECRET`];
    if (url === undefined && secret === undefined) return null;
    if (url !== undefined && secret !== undefined) return Object.freeze({ url, secret });
    const [given, missing] = url === undefined ? ['SECRET', 'URL'] : ['URL', 'SECRET'];
    throw new ConfigError(
      `wrong setting: ${name}_WEBHOOK_${missing} must be set where ${name}_WEBHOOK_${given} is`,
    );
  };
  return Object.freeze({
    processesInside: settings.NOTIFICATIONS_PROCESSING === 'inside',
    endpoints: Object.freeze({
      NOTIFICATION: endpoint('NOTIFICATIONS'),
      THIRD_PARTY: endpoint('THIRD_PARTY'),
    }),
    webhookTimeoutMs: settings.WEBHOOK_TIMEOUT,
    retentionDays: settings.NOTIFICATION_RETENTION_DAYS ?? null,
  });
}
