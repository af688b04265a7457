// Knex documents subclassing a dialect's client but ships no types for it: the members that SqliteClient uses.
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  export default class Client_BetterSQLite3 {
    connectionSettings: { filename: string; options?: { readonly?: boolean; durable?: boolean } };
    acquireRawConnection(): Promise<unknown>;
    _query(connection: unknown, query: unknown): Promise<unknown>;
    _formatBindings(bindings?: readonly unknown[]): unknown[];
    transaction(...args: unknown[]): unknown;
  }
}

declare module 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js' {
  export default class Transaction_Sqlite {
    constructor(client: unknown, ...args: unknown[]);
    begin(connection: unknown): Promise<unknown>;
    query(connection: unknown, sql: string): Promise<unknown>;
  }
}
