import { z } from 'zod';
import { defineEvent } from '../contract.ts';
import { id } from './fields.ts';

/** A user set how a product should be for them; the payload is all of it. */
export const PreferenceSet = defineEvent({
  name: 'PreferenceSet',
  producer: 'preferences',
  subject: 'ProductPreference',
  payload: z.object({
    userId: id,
    productId: id,
    theme: z.enum(['DARK', 'LIGHT']),
    region: z.string().length(2),
    notificationsEnabled: z.boolean(),
    emailEnabled: z.boolean(),
    newsletterEnabled: z.boolean(),
  }),
});
