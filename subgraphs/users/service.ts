import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { Outbox } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { isDuplicate } from '../../kit/database/failure.ts';
import { IdempotencyKeyError, transactOnce } from '../../kit/database/idempotency.ts';
import { newId } from '../../kit/ids.ts';
import { RejectionError } from '../../kit/rejection.ts';
import { isLongerThan } from '../../kit/text.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import { type Attempt, type Attempts, type Limit, networkOf } from './attempts.ts';
import type { UsersConfig } from './config.ts';
import {
  conflict,
  emailTaken,
  idTaken,
  invalidCredentials,
  type UserError,
  userNotFound,
  usernameTaken,
  wrongCurrentPassword,
} from './errors.ts';
import { userDeleted, userRegistered, userUpdated } from './events.ts';
import { hashPassword, isWeak, UNKNOWN_USER_HASH, verifyPassword } from './password.ts';
import { createPasswordWork, type Place } from './password-work.ts';
import type { User, UsersRepository } from './repository.ts';
import { DEMO_PASSWORD } from './seed.ts';
import { checkPassword, checkProfile, PASSWORD_MAX, type Profile, type ProfileInput } from './validation.ts';

/** As long as an email address: a longer login is nobody's. */
const LOGIN_MAX = 254;

/** A sign-in that went well, or why it did not. */
export type SignInPayload =
  | { readonly token: string; readonly expiresAt: string; readonly userId: string; readonly userErrors: [] }
  | { readonly userErrors: [UserError] };

/** Who registers; optional fields apart, all are given. */
export interface Registration extends ProfileInput {
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
  /** One that an admin chose; null where a new one is made. */
  readonly id?: string | null;
  /** See kit/database/idempotency.ts. */
  readonly idempotencyKey?: string | null | undefined;
}

/** A new password of a user. */
export interface PasswordChange {
  /** The present one; null where the caller need not know it. */
  readonly current: string | null;
  readonly next: string;
}

/** What changes of a user: all of it, or nothing. */
export interface UserChange {
  /** The user's own data; what is absent stays. */
  readonly profile?: ProfileInput;
  readonly password?: PasswordChange | null;
  /** Where it is given, it must be the row's. */
  readonly version?: number | null;
}

/** Who asks for a change, as far as limits go by it. */
export interface Client {
  /** The network address, where it is known. */
  readonly address: string | undefined;
  /** Whether it is an administrator, who may try names as often as they like. */
  readonly isAdmin: boolean;
}

/** What the service stands on. */
export interface UsersParts {
  readonly database: Database;
  readonly repository: UsersRepository;
  readonly outbox: Outbox;
  readonly attempts: Attempts;
  readonly config: UsersConfig;
  readonly now: () => Date;
}

export type UsersService = ReturnType<typeof createUsersService>;

export function createUsersService(parts: UsersParts) {
  const { database, repository, outbox, attempts, config, now } = parts;
  const passwordWork = createPasswordWork();

  /** The names that another user has already; only the unique indexes know it for sure. */
  async function listTaken(wanted: User, chosenId: string | null): Promise<UserError[]> {
    if (chosenId !== null && (await repository.isIdUsed(chosenId))) return [idTaken];
    const others = (await repository.listByUsernameOrEmail(wanted)).filter(({ id }) => id !== wanted.id);
    return [
      ...(others.some(({ username }) => username === wanted.username) ? [usernameTaken] : []),
      ...(others.some(({ email }) => email === wanted.email) ? [emailTaken] : []),
    ];
  }

  /** Runs the write of a user whose names may turn out to be taken. */
  async function writeUnique<Result>(
    write: () => Promise<Result>,
    wanted: () => User,
    chosenId: string | null = null,
  ): Promise<Result> {
    try {
      return await write();
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const taken = await listTaken(wanted(), chosenId);
      if (taken.length > 0) throw new RejectionError(taken);
      // Whoever had the name is gone by now.
      return write();
    }
  }

  /** The user who is to be changed, if the row is still the one that the caller has seen. */
  async function lock(trx: Knex.Transaction, id: string, version: number | null): Promise<User> {
    const user = await repository.lockById(trx, id);
    if (!user) throw new RejectionError([userNotFound]);
    if (version !== null && version !== user.version) throw new RejectionError([conflict(user.version)]);
    return user;
  }

  /** A repeated registration is answered only to who knows the password of the first one. */
  async function proveRepetition(id: string, password: string, place: Place): Promise<User> {
    const [user] = await repository.listByIds([id]);
    const hash = (await repository.findPasswordHash(id)) ?? UNKNOWN_USER_HASH;
    if (!user || !(await matches(password, hash, place)))
      throw new IdempotencyKeyError('IDEMPOTENCY_KEY_REUSED');
    return user;
  }

  /** Counts the tries of a password by the user or login, and by the address. */
  async function countTries(by: string, address: string | undefined): Promise<readonly Attempt[]> {
    const { signInOfLogin, signInFromAddress } = config.limits;
    const tries = [{ limit: signInOfLogin, by }, ...fromAddress(signInFromAddress, address)];
    await attempts.count(tries);
    return tries;
  }

  /** Hashes a password that is known to be right as costly as today's are. */
  async function strengthen(userId: string, password: string, from: string, place: Place): Promise<void> {
    if (!isWeak(from)) return;
    const to = await place.run(() => hashPassword(password));
    // Whoever changed it meanwhile has hashed it so as well.
    await database.transaction((trx) => repository.replacePasswordHash(trx, userId, { from, to }));
  }

  /**
   * Makes sure that a password may be changed, and hashes the new one.
   *
   * @returns the hash that is to be replaced, and the new one
   */
  async function preparePassword(id: string, { current, next }: PasswordChange, { address }: Client) {
    // Who holds a user's token must not keep an administrator from a change of the password.
    using place = passwordWork.take(current === null ? undefined : `user ${id}`);
    const from = await repository.findPasswordHash(id);
    if (!from) throw new RejectionError([userNotFound]);
    if (current !== null) {
      const tries = await countTries(`user ${id}`, address);
      if (!(await matches(current, from, place))) throw new RejectionError([wrongCurrentPassword]);
      await attempts.forgive(tries);
    }
    return { from, to: await place.run(() => hashPassword(next)) };
  }

  /** Sets a password, and takes back the tokens that were issued before. */
  async function writePassword(trx: Knex.Transaction, id: string, hashes: { from: string; to: string }) {
    const isReplaced = await repository.replacePasswordHash(trx, id, { ...hashes, at: now() });
    // Of two who change it at once, the second no longer knows the current one.
    if (!isReplaced) throw new RejectionError([wrongCurrentPassword]);
    await repository.revoke(trx, id, now());
  }

  /** Counts what tells whether somebody else has a name: a change of one's own tells it as a registration does. */
  async function countNames(id: string, value: Partial<Profile>, address: string | undefined): Promise<void> {
    if (value.username === undefined && value.email === undefined) return;
    const [user] = await repository.listByIds([id]);
    const { username = user?.username, email = user?.email } = value;
    if (!user || (username === user.username && email === user.email)) return;
    const { registration } = config.limits;
    await attempts.count([{ limit: registration, by: `user ${id}` }, ...fromAddress(registration, address)]);
  }

  return {
    /** @throws RATE_LIMITED when too many have failed for this login, or from this address, or are under way */
    async signIn(given: string, password: string, address?: string): Promise<SignInPayload> {
      const login = given.trim().toLowerCase();
      if (isLongerThan(login, LOGIN_MAX) || isLongerThan(password, PASSWORD_MAX))
        return { userErrors: [invalidCredentials] };
      using place = passwordWork.take(networkOf(address));
      const credentials = await repository.findCredentials(login);
      // A user has two logins, the name and the email address, and one number of tries.
      const by = credentials ? `user ${credentials.userId}` : `login ${login}`;
      const tries = await countTries(by, address);
      const hash = credentials?.passwordHash ?? UNKNOWN_USER_HASH;
      if (!(await matches(password, hash, place)) || !credentials)
        return { userErrors: [invalidCredentials] };
      const { userId, scopes } = credentials;
      // A database that was filled on one machine may have moved to where its admin must not be everybody.
      if (password === DEMO_PASSWORD && scopes.length > 0 && !config.keys.local)
        return { userErrors: [invalidCredentials] };
      await attempts.forgive(tries);
      await strengthen(userId, password, hash, place);
      const token = await issueToken(config.keys, { id: userId, scopes }, config.tokenLifetime);
      const expiresAt = new Date(now().getTime() + config.tokenLifetime * 1000).toISOString();
      return { token, expiresAt, userId, userErrors: [] };
    },

    /** @throws RATE_LIMITED when too many have come from this address, or are under way */
    async register(
      { password, idempotencyKey, id: chosenId = null, ...input }: Registration,
      address?: string,
    ): Promise<User> {
      const { value, userErrors } = checkProfile(input, now());
      refuse([...userErrors, ...checkPassword(password, 'password')]);
      using place = passwordWork.take(networkOf(address));
      await attempts.count(fromAddress(config.limits.registration, address));
      const profile = { postalCode: null, birthDate: null, ...value } as Profile;
      const passwordHash = await place.run(() => hashPassword(password));
      const createdAt = now().toISOString();
      const user = { id: chosenId ?? newId(), ...profile, createdAt, updatedAt: createdAt, version: 1 };
      const request = {
        key: idempotencyKey,
        // Nobody is signed in; keys of different names have nothing to do with each other.
        viewerId: `registering ${user.username}`,
        mutation: 'registerUser',
        // Without the password: it may be stored in no other form than its slow hash.
        input: chosenId === null ? profile : { id: chosenId, ...profile },
        now: now(),
      };
      let isFirst = false;
      const write = () =>
        transactOnce(database, request, async (trx) => {
          if (chosenId !== null) await repository.insertUsedId(trx, chosenId);
          await repository.insert(trx, user, passwordHash);
          await outbox.add(trx, userRegistered(user));
          isFirst = true;
          return user.id;
        });
      const id = await writeUnique(write, () => user, chosenId);
      return isFirst && id === user.id ? user : proveRepetition(id, password, place);
    },

    /**
     * Changes what is given.
     *
     * @throws RATE_LIMITED when the names are changed too often, the present password was wrong too often, here or at
     *   sign-ins, or too much is under way
     */
    async update(
      id: string,
      { profile = {}, password = null, version = null }: UserChange,
      by: Client,
    ): Promise<User> {
      const { value, userErrors } = checkProfile(profile, now());
      refuse([...userErrors, ...(password ? checkPassword(password.next, 'newPassword') : [])]);
      const hashes = password && (await preparePassword(id, password, by));
      if (!by.isAdmin) await countNames(id, value, by.address);
      let wanted: User;
      const write = () =>
        database.transaction(async (trx) => {
          const user = await lock(trx, id, version);
          if (hashes) await writePassword(trx, id, hashes);
          wanted = { ...user, ...value };
          if (isDeepStrictEqual(wanted, user)) return user;
          wanted = { ...wanted, version: user.version + 1, updatedAt: now().toISOString() };
          await repository.update(trx, wanted);
          await outbox.add(trx, userUpdated(wanted));
          return wanted;
        });
      return writeUnique(write, () => wanted);
    },

    /** Deletes a user and the credentials; the other domains hear of it. */
    delete: (id: string, version: number | null): Promise<string> =>
      database.transaction(async (trx) => {
        const user = await lock(trx, id, version);
        await repository.delete(trx, id);
        await repository.revoke(trx, id, now());
        await outbox.add(trx, userDeleted(user));
        return id;
      }),
  };
}

const matches = async (password: string, hash: string, place: Place): Promise<boolean> =>
  !isLongerThan(password, PASSWORD_MAX) && place.run(() => verifyPassword(password, hash));

/** Goes on only where nothing is wrong. */
function refuse(userErrors: readonly UserError[]): void {
  if (userErrors.length > 0) throw new RejectionError(userErrors);
}

/** An attempt from an address, where it is known. */
const fromAddress = (limit: Limit, address: string | undefined): Attempt[] => {
  const by = networkOf(address);
  return by === undefined ? [] : [{ limit, by }];
};
