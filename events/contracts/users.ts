import { z } from 'zod';
import { defineEvent } from '../contract.ts';

const user = z.object({
  username: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
});

/** Somebody has an account now. */
export const UserRegistered = defineEvent({
  name: 'UserRegistered',
  producer: 'users',
  subject: 'User',
  payload: user,
});

/** A user's own data changed; the payload is what it is now. */
export const UserUpdated = defineEvent({
  name: 'UserUpdated',
  producer: 'users',
  subject: 'User',
  payload: user,
});

/** A user is gone: whoever keeps something of theirs deletes it, or takes the user off. */
export const UserDeleted = defineEvent({
  name: 'UserDeleted',
  producer: 'users',
  subject: 'User',
  payload: z.object({}),
});
