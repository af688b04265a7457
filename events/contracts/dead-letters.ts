import { z } from 'zod';
import { defineEvent } from '../contract.ts';
import { moment } from './fields.ts';

/** Told by the bus itself, of whatever domain: a message is a dead letter of one of its groups now. */
export const DeadLetterFiled = defineEvent({
  name: 'DeadLetterFiled',
  producer: 'bus',
  subject: 'DeadLetter',
  payload: z.object({
    domain: z.string(),
    /** The group, as `<domain>.<group>`. */
    consumer: z.string(),
    /** Of the message, as is what it is about; null when it cannot be read so far. */
    name: z.string().nullable(),
    about: z.string().nullable(),
    reason: z.string(),
    error: z.string(),
    attempts: z.int(),
    diedAt: moment,
    /** The beginning of the message as it came. */
    message: z.string(),
  }),
});

/** Told by the bus itself: a dead letter was handed to its group again, or given up. */
export const DeadLetterSettled = defineEvent({
  name: 'DeadLetterSettled',
  producer: 'bus',
  subject: 'DeadLetter',
  payload: z.object({}),
});

/** Asks the domain that has a dead letter to replay or discard it; one that is settled already is left alone. */
export const DeadLetterDecided = defineEvent({
  name: 'DeadLetterDecided',
  producer: 'workflows',
  subject: 'DeadLetter',
  payload: z.object({ domain: z.string(), decision: z.enum(['REPLAY', 'DISCARD']) }),
});
