import { parseArgs } from 'node:util';
import { isId } from '../kit/ids.ts';
import { loadKeys } from '../kit/viewer/keys.ts';
import { issueToken } from '../kit/viewer/token.ts';
import { ADMIN } from '../kit/viewer/viewer.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run -s token [-- --user ID] [--expires SECONDS]

Prints an access token of this machine's deployment: the admin's, or a customer's.

  --user ID           the customer of this id
  --expires SECONDS   default 86400 (a day)
`;

await runTool(import.meta, HELP, async (out) => {
  const { values } = parseArgs({
    options: { user: { type: 'string' }, expires: { type: 'string', default: '86400' } },
  });
  const { user, expires } = values;
  if (user !== undefined && !isId(user)) throw new UsageError('--user takes an id: digits or a UUID');
  if (!/^[1-9]\d{0,8}$/.test(expires)) throw new UsageError('--expires takes a number of seconds');
  const keys = await loadKeys(process.env);
  const viewer = user === undefined ? { id: ADMIN, scopes: [ADMIN] } : { id: user, scopes: [] };
  out(`${await issueToken(keys, viewer, Number(expires))}\n`);
});
