import type { Outbox } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { isDuplicate } from '../../kit/database/failure.ts';
import { newId } from '../../kit/ids.ts';
import { issueToken } from '../../kit/viewer/token.ts';
import type { UsersConfig } from './config.ts';
import {
  conflict,
  emailTaken,
  invalidCredentials,
  type UserError,
  userNotFound,
  usernameTaken,
  wrongCurrentPassword,
} from './errors.ts';
import { userDeleted, userRegistered, userUpdated } from './events.ts';
import { hashPassword, UNKNOWN_USER_HASH, verifyPassword } from './password.ts';
import type { User, UsersRepository } from './repository.ts';
import { checkPassword, checkProfile, PASSWORD_MAX, type Profile, type ProfileInput } from './validation.ts';

/** A sign-in that went well, or why it did not. */
export type SignInPayload =
  | { readonly token: string; readonly expiresAt: string; readonly userId: string; readonly userErrors: [] }
  | { readonly userErrors: [UserError] };

/** The user after a write, or why nothing was written. */
export interface UserOutcome {
  readonly user: User | null;
  readonly userErrors: readonly UserError[];
}

/** Who registers; optional fields apart, all are given. */
export interface Registration extends ProfileInput {
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
}

/** What the service stands on. */
export interface UsersParts {
  readonly database: Database;
  readonly repository: UsersRepository;
  readonly outbox: Outbox;
  readonly config: UsersConfig;
  readonly now: () => Date;
}

const done = (user: User): UserOutcome => ({ user, userErrors: [] });
const refused = (...userErrors: readonly UserError[]): UserOutcome => ({ user: null, userErrors });

export type UsersService = ReturnType<typeof createUsersService>;

export function createUsersService({ database, repository, outbox, config, now }: UsersParts) {
  /** The names that another user has already; only the unique indexes know it for sure. */
  async function listTaken(wanted: User): Promise<UserError[]> {
    const others = (await repository.listByUsernameOrEmail(wanted)).filter(({ id }) => id !== wanted.id);
    return [
      ...(others.some(({ username }) => username === wanted.username) ? [usernameTaken] : []),
      ...(others.some(({ email }) => email === wanted.email) ? [emailTaken] : []),
    ];
  }

  /** Runs a write of a user whose names may turn out to be taken. */
  async function writeUnique(write: () => Promise<UserOutcome>, wanted: () => User): Promise<UserOutcome> {
    try {
      return await write();
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const taken = await listTaken(wanted());
      // Whoever had the name may be gone by now.
      return taken.length > 0 ? refused(...taken) : write();
    }
  }

  return {
    async signIn(login: string, password: string): Promise<SignInPayload> {
      if (login.length > PASSWORD_MAX || password.length > PASSWORD_MAX)
        return { userErrors: [invalidCredentials] };
      const credentials = await repository.findCredentials(login.toLowerCase());
      const matches = await verifyPassword(password, credentials?.passwordHash ?? UNKNOWN_USER_HASH);
      if (!credentials || !matches) return { userErrors: [invalidCredentials] };
      const { userId, scopes } = credentials;
      const token = await issueToken(config.signingKey, { id: userId, scopes }, config.tokenLifetime);
      const expiresAt = new Date(now().getTime() + config.tokenLifetime * 1000).toISOString();
      return { token, expiresAt, userId, userErrors: [] };
    },

    async register({ password, ...input }: Registration): Promise<UserOutcome> {
      const { value, userErrors } = checkProfile(input, now());
      const faults = [...userErrors, ...checkPassword(password, 'password')];
      if (faults.length > 0) return refused(...faults);
      const profile = { postalCode: null, birthDate: null, ...value } as Profile;
      const passwordHash = await hashPassword(password);
      const createdAt = now().toISOString();
      const user = { id: newId(), ...profile, createdAt, updatedAt: createdAt, version: 1 };
      const write = () =>
        database.transaction(async (trx) => {
          await repository.insert(trx, user, passwordHash);
          await outbox.add(trx, userRegistered(user));
          return done(user);
        });
      return writeUnique(write, () => user);
    },

    /** Changes what is given; `version`, where it is given, must be the row's. */
    async update(id: string, input: ProfileInput, version: number | null): Promise<UserOutcome> {
      const { value, userErrors } = checkProfile(input, now());
      if (userErrors.length > 0) return refused(...userErrors);
      let wanted: User;
      const write = () =>
        database.transaction(async (trx) => {
          const user = await repository.lockById(trx, id);
          if (!user) return refused(userNotFound);
          if (version !== null && version !== user.version) return refused(conflict(user.version));
          const changed = { ...user, ...value };
          const isSame = Object.keys(value).every(
            (key) => changed[key as keyof User] === user[key as keyof User],
          );
          if (isSame) return done(user);
          wanted = { ...changed, version: user.version + 1, updatedAt: now().toISOString() };
          await repository.update(trx, wanted);
          await outbox.add(trx, userUpdated(wanted));
          return done(wanted);
        });
      return writeUnique(write, () => wanted);
    },

    /** @param current the present password; null where the caller need not know it */
    async changePassword(id: string, current: string | null, next: string): Promise<UserOutcome> {
      const userErrors = checkPassword(next, 'newPassword');
      if (userErrors.length > 0) return refused(...userErrors);
      const [user] = await repository.listByIds([id]);
      const from = await repository.findPasswordHash(id);
      if (!user || !from) return refused(userNotFound);
      if (current !== null) {
        const matches = current.length <= PASSWORD_MAX && (await verifyPassword(current, from));
        if (!matches) return refused(wrongCurrentPassword);
      }
      const to = await hashPassword(next);
      const replaced = await database.transaction((trx) =>
        repository.replacePasswordHash(trx, id, { from, to, at: now() }),
      );
      // Of two who change it at once, the second no longer knows the current one.
      return replaced ? done(user) : refused(wrongCurrentPassword);
    },

    /** Deletes a user and the credentials; the other domains hear of it. */
    delete: (id: string, version: number | null): Promise<UserOutcome> =>
      database.transaction(async (trx) => {
        const user = await repository.lockById(trx, id);
        if (!user) return refused(userNotFound);
        if (version !== null && version !== user.version) return refused(conflict(user.version));
        await repository.delete(trx, id);
        await outbox.add(trx, userDeleted(user));
        return done(user);
      }),
  };
}
