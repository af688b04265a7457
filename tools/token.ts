import { parseArgs } from 'node:util';
import { isId } from '../kit/ids.ts';
import { apiKeyEntry, hashApiKey, makeApiKey } from '../kit/viewer/api-keys.ts';
import { loadKeys } from '../kit/viewer/keys.ts';
import { issueToken } from '../kit/viewer/token.ts';
import { ADMIN } from '../kit/viewer/viewer.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run -s token [-- --user ID] [--expires SECONDS]
npm run -s token -- --api-key NAME [--user ID]

Prints an access token of this machine's deployment: the admin's, or a customer's. With --api-key: a new key for clients
of /rest that have no token, and below it what the setting REST_API_KEYS, a JSON list, has to hold for it to count; the
key itself is kept nowhere.

  --user ID           the customer of this id
  --expires SECONDS   default 86400 (a day)
  --api-key NAME      whose key: letters, digits and . _ -
`;

await runTool(import.meta, HELP, async (out) => {
  const { values } = parseArgs({
    options: {
      user: { type: 'string' },
      expires: { type: 'string', default: '86400' },
      'api-key': { type: 'string' },
    },
  });
  const { user, expires, 'api-key': name } = values;
  if (user !== undefined && !isId(user)) throw new UsageError('--user takes an id: digits or a UUID');
  if (!/^[1-9]\d{0,8}$/.test(expires)) throw new UsageError('--expires takes a number of seconds');
  if (name !== undefined) {
    const key = makeApiKey();
    const scopes = user === undefined ? [ADMIN] : [];
    const made = apiKeyEntry.safeParse({ name, sha256: hashApiKey(key), scopes, viewer: user });
    if (!made.success)
      throw new UsageError('--api-key takes a name: a letter, then letters, digits and . _ -');
    out(`${key}\n${JSON.stringify(made.data)}\n`);
    return;
  }
  const keys = await loadKeys(process.env);
  const viewer = user === undefined ? { id: ADMIN, scopes: [ADMIN] } : { id: user, scopes: [] };
  out(`${await issueToken(keys, viewer, Number(expires))}\n`);
});
