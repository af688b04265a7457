// Knex documents subclassing a dialect's client but ships no types for it: the members that SqliteClient uses.
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  class Client_BetterSQLite3 {
    connectionSettings: { filename: string; options?: { readonly?: boolean } };
    acquireRawConnection(): Promise<unknown>;
    _query(connection: unknown, query: unknown): Promise<unknown>;
    _formatBindings(bindings?: readonly unknown[]): unknown[];
    transaction(...args: unknown[]): unknown;
  }
  export = Client_BetterSQLite3;
}

declare module 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js' {
  class Transaction_Sqlite {
    constructor(client: unknown, ...args: unknown[]);
    begin(connection: unknown): Promise<unknown>;
    query(connection: unknown, sql: string): Promise<unknown>;
  }
  export = Transaction_Sqlite;
}

declare module 'knex/lib/dialects/mysql2/index.js' {
  class Client_MySQL2 {
    connectionSettings: { user?: string; password?: string };
    acquireRawConnection(): Promise<unknown>;
  }
  export = Client_MySQL2;
}
