/** Where the databases and accounts of all domains are made. */
export const ACCOUNTS = 'sql/mysql-init.sql';

/** Adds a domain's database and account to sql/mysql-init.sql, unless they are there. */
export function addAccount(sql: string, name: string): string {
  const lines = accountLines(name);
  return sql.includes(lines) ? sql : `${sql}\n${lines}`;
}

/** Takes a domain's database and account out of sql/mysql-init.sql. */
export const removeAccount = (sql: string, name: string): string =>
  sql.replace(`\n${accountLines(name)}`, '');

function accountLines(name: string): string {
  // A hyphen would be a minus.
  const database = name.includes('-') ? `\`${name}\`` : name;
  return `CREATE DATABASE IF NOT EXISTS ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS '${name}'@'%' IDENTIFIED BY 'development';
GRANT ALL PRIVILEGES ON ${database}.* TO '${name}'@'%';
`;
}
