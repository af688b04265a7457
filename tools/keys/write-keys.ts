import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JWK } from 'jose';
import { makeFolder } from '../../kit/files.ts';
import { makeKeys } from '../../kit/viewer/local-keys.ts';
import { deriveSubgraphKey } from '../../kit/viewer/signature.ts';

const INIT_SQL = new URL('../../sql/mysql-init.sql', import.meta.url);
/** A domain's account in sql/mysql-init.sql, and its password. */
const ACCOUNT = /^CREATE USER IF NOT EXISTS '([\w-]+)'@'%' IDENTIFIED BY '([^']*)'/gm;
/** The subgraph that signs tokens. */
const SIGNER = 'users';

/**
 * Makes the secrets of a deployment, as far as they are missing. The folder itself is its maker's alone; the files in
 * it can be read by whoever is given their folder, since the users of containers are not those of this machine.
 *
 * | folder | what the process in it is given |
 * |---|---|
 * | gateway | subgraph-secret, auth-jwks |
 * | a domain | subgraph-key, database-url, broker-url |
 * | users | auth-signing-key as well |
 * | mysql | root-password; init.sql: the databases and accounts |
 * | rabbitmq | account.conf |
 *
 * @returns the files that it made
 */
export async function writeKeys(folder: string): Promise<string[]> {
  makeFolder(folder, 0o700);
  const made: string[] = [];
  const write = (file: string, content: string): void => {
    makeFolder(dirname(file));
    writeFileSync(`${file}.new`, content, { mode: 0o444 });
    // A run that is cut short leaves a whole file or none.
    renameSync(`${file}.new`, file);
    made.push(file);
  };
  /** The content of a file, which is made when it is not there. */
  const keep = (name: string, content: () => string): string => {
    const file = join(folder, name);
    if (!existsSync(file)) write(file, content());
    return readFileSync(file, 'utf8');
  };

  const fresh = await makeKeys();
  const secret = keep('gateway/subgraph-secret', () => fresh.subgraphSecret);
  const signingKey = keep(`${SIGNER}/auth-signing-key`, () => JSON.stringify(fresh.signingKey));
  keep('gateway/auth-jwks', () => JSON.stringify({ keys: [publicHalf(JSON.parse(signingKey))] }));

  const account = keep('rabbitmq/account.conf', () => accountConf(newPassword()));
  const brokerPassword = /^default_pass = (.*)$/m.exec(account)?.[1];

  keep('mysql/root-password', newPassword);
  const initFile = join(folder, 'mysql/init.sql');
  const before = existsSync(initFile) ? readFileSync(initFile, 'utf8') : '';
  const passwords = new Map(
    [...before.matchAll(ACCOUNT)].map(([, domain = '', password = '']) => [domain, password]),
  );
  // A domain that joins later gets an account too; the others keep theirs.
  const init = readFileSync(INIT_SQL, 'utf8').replaceAll(ACCOUNT, (statement, domain: string) => {
    const password = passwords.get(domain) ?? newPassword();
    passwords.set(domain, password);
    return statement.replace(/'[^']*'$/, `'${password}'`);
  });
  if (init !== before) write(initFile, init);

  for (const [domain, password] of passwords) {
    keep(`${domain}/subgraph-key`, () => deriveSubgraphKey(secret, domain).toString('base64url'));
    // Domains once had the secret itself, which makes the keys of all.
    rmSync(join(folder, domain, 'subgraph-secret'), { force: true });
    keep(`${domain}/broker-url`, () => `amqp://tessera:${brokerPassword}@rabbitmq:5672/`);
    keep(`${domain}/database-url`, () => `mysql://${domain}:${password}@mysql:3306/${domain}`);
  }
  return made;
}

/** Letters, digits, `-` and `_`: safe in URLs, SQL and configuration files. */
const newPassword = () => randomBytes(24).toString('base64url');

const publicHalf = ({ d: _, ...key }: JWK): JWK => ({ ...key, use: 'sig' });

const accountConf = (password: string) => `default_user = tessera
default_pass = ${password}
log.console = true
`;
