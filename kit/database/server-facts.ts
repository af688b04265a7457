/** What a server says of itself. */
export interface ServerFacts {
  readonly version: string;
  readonly name: string;
  readonly collation: string;
}

const COLLATION = 'utf8mb4_bin';
const LEAST = { MariaDB: [10, 11, 0], MySQL: [8, 0, 16] } as const;

/** Why this code cannot work with a database, and what to do; null when it can. */
export function refuseServer({ version, name, collation }: ServerFacts): string | null {
  const product = /mariadb/i.test(version) ? 'MariaDB' : 'MySQL';
  const least = LEAST[product];
  if (isBefore(version.split(/[.-]/, 3).map(Number), least)) {
    const needed = `MySQL ${LEAST.MySQL.join('.')} or MariaDB ${LEAST.MariaDB.slice(0, 2).join('.')}`;
    return `the server is ${product} ${version}: use ${needed} or newer`;
  }
  // Under any other collation, ids and names that differ in case or accents would be taken for the same.
  if (collation !== COLLATION) {
    return `its collation is ${collation}: run \`ALTER DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE ${COLLATION}\` while it is empty`;
  }
  return null;
}

function isBefore(version: readonly number[], least: readonly number[]): boolean {
  const i = least.findIndex((part, at) => version[at] !== part);
  return i >= 0 && (version[i] ?? 0) < (least[i] ?? 0);
}
