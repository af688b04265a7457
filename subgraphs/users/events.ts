import { type Message, UserDeleted, UserRegistered, UserUpdated } from '../../events/index.ts';
import type { User } from './repository.ts';

/** What others may know of a user; credentials are in no event. */
const payloadOf = ({ username, email, firstName, lastName }: User) => ({
  username,
  email,
  firstName,
  lastName,
});

export const userRegistered = (user: User): Message =>
  UserRegistered.message({ id: user.id, sequence: user.version, payload: payloadOf(user) });

export const userUpdated = (user: User): Message =>
  UserUpdated.message({ id: user.id, sequence: user.version, payload: payloadOf(user) });

/** @param user as it was; the deletion is its last version */
export const userDeleted = (user: User): Message =>
  UserDeleted.message({ id: user.id, sequence: user.version + 1, payload: {} });
