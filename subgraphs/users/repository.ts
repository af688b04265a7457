import type { Knex } from 'knex';
import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { whereStartsWith } from '../../kit/database/prefix.ts';
import { fromSqlTime, isoToSqlTime, toSqlTime } from '../../kit/database/time.ts';

/** A user, without credentials. Times are ISO 8601 in UTC. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly postalCode: string | null;
  readonly birthDate: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts the changes of this row. */
  readonly version: number;
}

/** What a login is checked against. */
export interface Credentials {
  readonly userId: string;
  readonly passwordHash: string;
  readonly scopes: readonly string[];
}

/** Conditions on users; all that are given must hold. */
export interface UserConditions {
  readonly ids?: readonly string[] | undefined;
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly lastNamePrefix?: string | undefined;
}

interface UserRow {
  id: string;
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  postal_code: string | null;
  birth_date: string | null;
  created_at: string;
  updated_at: string;
  version: number;
}

const COLUMNS = [
  'id',
  'username',
  'email',
  'first_name',
  'last_name',
  'postal_code',
  'birth_date',
  'created_at',
  'updated_at',
  'version',
];

const byId = { column: 'id', type: 'text', value: (user: User) => user.id } as const;
const byCreation = {
  column: 'created_at',
  type: 'time',
  value: (user: User) => isoToSqlTime(user.createdAt),
} as const;
const byLastName = { column: 'last_name', type: 'text', value: (user: User) => user.lastName } as const;

/** The orders that users can be listed in. */
export const USER_ORDERS = {
  CREATED_AT_ASC: { name: 'users.created_at.asc', columns: [byCreation, byId], descending: false },
  CREATED_AT_DESC: { name: 'users.created_at.desc', columns: [byCreation, byId], descending: true },
  LAST_NAME_ASC: { name: 'users.last_name.asc', columns: [byLastName, byId], descending: false },
} satisfies Record<string, Keyset<User>>;

export type UsersRepository = ReturnType<typeof createUsersRepository>;

export function createUsersRepository(database: Database) {
  const users = () => database.read('users').select<UserRow[]>(COLUMNS);
  return {
    async listByIds(ids: readonly string[]): Promise<User[]> {
      return (await users().whereIn('id', ids)).map(toUser);
    },

    /** In the order of their ids, those after this one. */
    async listAfter(id: string, limit: number): Promise<User[]> {
      return (await users().where('id', '>', id).orderBy('id').limit(limit)).map(toUser);
    },

    async list(conditions: UserConditions, page: PageRequest<User>): Promise<User[]> {
      const { ids, username, email, lastNamePrefix } = conditions;
      const query = users();
      if (ids) query.whereIn('id', ids);
      if (username !== undefined) query.where({ username });
      if (email !== undefined) query.where({ email });
      if (lastNamePrefix) whereStartsWith(query, 'last_name', lastNamePrefix);
      return ((await limitToPage(query, page)) as UserRow[]).map(toUser);
    },

    /** The credentials of a username or an email address (in lower case). */
    async findCredentials(login: string): Promise<Credentials | null> {
      const row = await database
        .read('credentials')
        .join('users', 'users.id', 'credentials.user_id')
        .where('users.username', login)
        .orWhere('users.email', login)
        .first('credentials.user_id', 'credentials.password_hash', 'credentials.scopes');
      if (!row) return null;
      return {
        userId: row.user_id,
        passwordHash: row.password_hash,
        scopes: row.scopes.split(' ').filter(Boolean),
      };
    },

    async findPasswordHash(userId: string): Promise<string | null> {
      const row = await database.read('credentials').where({ user_id: userId }).first('password_hash');
      return row?.password_hash ?? null;
    },

    /** The time, if there is one, before which a user's tokens were issued that no longer hold. */
    async findRevocation(userId: string): Promise<Date | null> {
      const row = await database.read('revocations').where({ user_id: userId }).first('issued_before');
      return row ? new Date(fromSqlTime(row.issued_before)) : null;
    },

    /** Takes back the tokens that a user has been issued. */
    async revoke(trx: Knex.Transaction, userId: string, at: Date): Promise<void> {
      await trx('revocations')
        .insert({ user_id: userId, issued_before: toSqlTime(at) })
        .onConflict('user_id')
        .merge(['issued_before']);
    },

    /** The users who have this username or this email address: two at most. */
    async listByUsernameOrEmail({ username, email }: Pick<User, 'username' | 'email'>): Promise<User[]> {
      return (await users().where({ username }).orWhere({ email })).map(toUser);
    },

    /** Whether somebody has this id, or had it once. */
    async isIdUsed(id: string): Promise<boolean> {
      const used = await database.read('used_user_ids').where({ id }).first('id');
      return used !== undefined || (await users().where({ id })).length > 0;
    },

    /** @throws a duplicate when the id was chosen before, or its user is gone */
    async insertUsedId(trx: Knex.Transaction, id: string): Promise<void> {
      await trx('used_user_ids').insert({ id });
    },

    /** The user as it is now, who stays so until the transaction ends. */
    async lockById(trx: Knex.Transaction, id: string): Promise<User | null> {
      const row: UserRow | undefined = await trx('users').where({ id }).forUpdate().first(COLUMNS);
      return row ? toUser(row) : null;
    },

    /** @throws a duplicate when somebody has the id, the username or the email address */
    async insert(trx: Knex.Transaction, user: User, passwordHash: string): Promise<void> {
      const row = toRow(user);
      await trx('users').insert(row);
      await trx('credentials').insert({
        user_id: user.id,
        password_hash: passwordHash,
        updated_at: row.updated_at,
      });
    },

    /** @throws a duplicate when somebody has the username or the email address */
    async update(trx: Knex.Transaction, user: User): Promise<void> {
      const { id, ...columns } = toRow(user);
      await trx('users').where({ id }).update(columns);
    },

    /** Deletes a user together with the credentials; the id is given to nobody else. */
    async delete(trx: Knex.Transaction, id: string): Promise<void> {
      await trx('used_user_ids').insert({ id }).onConflict('id').merge(['id']);
      await trx('users').where({ id }).delete();
    },

    /**
     * Replaces a password's hash.
     *
     * @param at when the password changed; without it, it is the same password in another form
     * @returns whether the hash was still `from`
     */
    async replacePasswordHash(
      trx: Knex.Transaction,
      userId: string,
      { from, to, at }: { readonly from: string; readonly to: string; readonly at?: Date },
    ): Promise<boolean> {
      const replaced = await trx('credentials')
        .where({ user_id: userId, password_hash: from })
        .update({ password_hash: to, ...(at && { updated_at: toSqlTime(at) }) });
      return replaced === 1;
    },
  };
}

const toUser = (row: UserRow): User => ({
  id: row.id,
  username: row.username,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  postalCode: row.postal_code,
  birthDate: row.birth_date,
  createdAt: fromSqlTime(row.created_at),
  updatedAt: fromSqlTime(row.updated_at),
  version: row.version,
});

const toRow = (user: User): UserRow => ({
  id: user.id,
  username: user.username,
  email: user.email,
  first_name: user.firstName,
  last_name: user.lastName,
  postal_code: user.postalCode,
  birth_date: user.birthDate,
  created_at: isoToSqlTime(user.createdAt),
  updated_at: isoToSqlTime(user.updatedAt),
  version: user.version,
});
