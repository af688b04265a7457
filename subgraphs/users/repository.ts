import { type Keyset, limitToPage, type PageRequest } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';

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

    async list(conditions: UserConditions, page: PageRequest<User>): Promise<User[]> {
      const { ids, username, email, lastNamePrefix } = conditions;
      const query = users();
      if (ids) query.whereIn('id', ids);
      if (username !== undefined) query.where({ username });
      if (email !== undefined) query.where({ email });
      // Text between the prefix and the prefix with the highest character: an index range, with nothing to escape.
      if (lastNamePrefix) query.whereBetween('last_name', [lastNamePrefix, `${lastNamePrefix}\u{10ffff}`]);
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
});
