import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { DatabaseError } from './failure.ts';

/** What a MySQL driver needs to reach a server. */
export interface MysqlAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: {
    readonly rejectUnauthorized: boolean;
    readonly verifyIdentity: boolean;
    readonly ca?: string;
  };
}

const SHAPE = 'DATABASE_URL must look like mysql://user:password@host/database';

/** How much of a certificate is checked, by the value of `ssl` in the URL. */
const MODES: Readonly<Record<string, { rejectUnauthorized: boolean; verifyIdentity: boolean }>> = {
  // The chain and the host name.
  true: { rejectUnauthorized: true, verifyIdentity: true },
  // The chain alone, for servers that are reached by other names than their certificate's.
  'verify-ca': { rejectUnauthorized: true, verifyIdentity: false },
  // Nothing: it keeps listeners out, but not who pretends to be the server.
  insecure: { rejectUnauthorized: false, verifyIdentity: false },
};

/**
 * Reads `mysql://user:password@host:port/database?ssl=verify-ca&ca=/etc/ssl/database.pem`. Without `ssl` nothing is
 * encrypted; without `ca` the certificate authorities are those that Node trusts.
 *
 * @throws DatabaseError with one line that says what is wrong with it
 */
export function parseMysqlUrl(name: string, url: string): { where: string; connection: MysqlAddress } {
  const refuse = (fault: string) => new DatabaseError(`database of ${name}: ${fault}`);
  const parsed = URL.parse(url);
  if (!parsed || !/^(mysql|mariadb):$/.test(parsed.protocol)) throw refuse(SHAPE);
  const { hostname, port, username, password, pathname, searchParams } = parsed;
  const database = decodeURIComponent(pathname.slice(1));
  if (!database || !hostname) throw refuse(SHAPE);
  const mode = searchParams.get('ssl') ?? 'false';
  const ca = searchParams.get('ca');
  if (mode !== 'false' && !Object.hasOwn(MODES, mode))
    throw refuse(`DATABASE_URL: ssl=${mode} is unknown: use true, verify-ca or insecure`);
  const host = hostname.replace(/^\[|\]$/g, '');
  // The driver would compare a certificate's names with `localhost`.
  if (mode === 'true' && isIP(host))
    throw refuse(
      'DATABASE_URL: ssl=true compares the host name, and there is none: use it, or ssl=verify-ca',
    );
  return {
    where: `${hostname}:${port || 3306}/${database}`,
    connection: {
      host,
      port: Number(port || 3306),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database,
      ...(mode !== 'false' && { ssl: { ...MODES[mode], ...(ca && { ca: readCa(ca) }) } }),
    } as MysqlAddress,
  };

  function readCa(file: string): string {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      throw refuse(`DATABASE_URL: the ca ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }
  }
}
