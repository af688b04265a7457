import { z } from 'zod';
import { defineCommand } from '../contract.ts';
import { id } from './fields.ts';
import { location } from './security.ts';

const text = z.string().min(1).max(500);

/** Tell somebody something: a user, or whoever looks after a location. Told again under one idempotency key, once. */
export const SendNotification = defineCommand({
  name: 'SendNotification',
  recipient: 'notifications',
  subject: 'WorkflowRun',
  payload: z
    .object({
      userId: id.nullable().default(null),
      location: location.nullable().default(null),
      urgency: z.enum(['INFO', 'WARNING', 'URGENT']),
      title: text,
      text,
    })
    .refine(({ userId, location }) => (userId === null) !== (location === null), {
      message: 'goes to either a user or a location',
    }),
  result: z.object({ notificationId: id }),
  refusals: ['USER_NOT_FOUND'],
});

/** Call the webhook of a third party: at least once, signed, under one idempotency key. */
export const CallWebhook = defineCommand({
  name: 'CallWebhook',
  recipient: 'notifications',
  subject: 'WorkflowRun',
  payload: z.object({ type: z.string().min(1).max(100), data: z.record(z.string(), z.unknown()) }),
  /** The status that the third party answered with: 200 to 299. */
  result: z.object({ status: z.int() }),
  refusals: ['NOT_CONFIGURED', 'REJECTED'],
});
