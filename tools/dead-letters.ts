import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DeadLetter, type DeadLetters, joinBus } from '../events/index.ts';
import { commonSettings, readSettings } from '../kit/config.ts';
import type { Database } from '../kit/database/database.ts';
import { openDatabase } from '../kit/database/open.ts';
import { isId } from '../kit/ids.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run dead-letters -- list [--domain NAME] [--json]
npm run dead-letters -- replay  ID... | --all [--domain NAME]
npm run dead-letters -- discard ID... | --all [--domain NAME]

Messages that a consumer could not handle, in the databases that the settings name. A replayed message is handled
again, with all its retries, by the servers that run or by the next that starts; a discarded one is gone for good.

  --domain NAME  of this domain's consumers alone
  --all          every letter there is
  --json         one JSON object a line, with the message
`;

/** Letters moved in one transaction. */
const AT_ONCE = 200;

/** A domain that has dead letters to show. */
interface Source {
  readonly database: Database;
  readonly letters: DeadLetters;
}

await runTool(import.meta, HELP, async (out) => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { domain: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const [command, ...ids] = positionals;
  if (command !== 'list' && command !== 'replay' && command !== 'discard') {
    throw new UsageError(`there is no command ${command ?? ''}\n\n${HELP}`);
  }
  if (command !== 'list' && (values.all ?? false) === ids.length > 0) {
    throw new UsageError(`${command} takes either ids or --all`);
  }
  for (const id of ids) if (!isId(id)) throw new UsageError(`${id} is not the id of a dead letter`);
  const sources = await openSources(values.domain);
  try {
    if (command === 'list') {
      const all = (await Promise.all(sources.map(({ letters }) => readAll(letters)))).flat();
      out(values.json ? all.map((each) => `${JSON.stringify(each)}\n`).join('') : toTable(all));
      return;
    }
    let count = 0;
    for (const { letters } of sources) {
      const chosen = values.all ? (await readAll(letters)).map(({ id }) => id) : ids;
      for (let i = 0; i < chosen.length; i += AT_ONCE) {
        count += await letters[command](chosen.slice(i, i + AT_ONCE));
      }
    }
    out(`${command === 'replay' ? 'replayed' : 'discarded'} ${count}\n`);
    if (count < ids.length) throw new UsageError('some of these ids are those of no dead letter');
  } finally {
    await Promise.all(sources.map(({ database }) => database.close()));
  }
});

async function openSources(only: string | undefined): Promise<Source[]> {
  const names = readSupergraphYaml('supergraph.yaml').subgraphs.map(({ name }) => name);
  if (only !== undefined && !names.includes(only)) {
    throw new UsageError(`there is no domain ${only}; there is: ${names.join(', ')}`);
  }
  const sources: Source[] = [];
  for (const name of only === undefined ? names : [only]) {
    const { DATABASE_URL, DATABASE_SECRET_ID, DATA_DIR } = readSettings(commonSettings, process.env, name);
    // A look at what is not there yet must not make it.
    const isServer = Boolean(DATABASE_URL || DATABASE_SECRET_ID);
    if (!isServer && !existsSync(join(DATA_DIR, `${name}.sqlite`))) continue;
    const where = { url: DATABASE_URL, secretId: DATABASE_SECRET_ID, dataDir: DATA_DIR };
    const database = await openDatabase({ name, ...where });
    if (await database.read.schema.hasTable('event_dead_letters')) {
      sources.push({ database, letters: joinBus(undefined, name, database, () => new Date()).deadLetters });
    } else {
      await database.close();
    }
  }
  return sources;
}

async function readAll(letters: DeadLetters): Promise<DeadLetter[]> {
  const all: DeadLetter[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo } = await letters.list({ first: 100, after });
    all.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

function toTable(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return 'no dead letters\n';
  return letters
    .map(
      ({ id, consumer, name, subject, reason, attempts, diedAt, error }) =>
        `${id}  ${diedAt}  ${consumer}  ${name ?? '?'} ${subject ?? ''}\n  ${reason} after ${attempts} attempts: ${error}\n`,
    )
    .join('');
}
