import { parseArgs } from 'node:util';
import { MultiBar } from 'cli-progress';
import { DEMO_OWNERS } from '../kit/database/seed.ts';
import { createLogger } from '../kit/logger.ts';
import { hasRoom, openAtRest } from '../kit/server/room.ts';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run seed -- --users N [--orders-per-user N] [--only NAME,NAME]

Fills the databases to N users, each with a subscription, a preference, likes and orders. The first 1,000 users are
those of the sample data; the others are made from their numbers alone, so that every run makes the same. A run that
was interrupted goes on where it ended. The databases are those that the settings name (DATABASE_URL, DATA_DIR).

  --users N             1000 to 10000000
  --orders-per-user N   0 to 99; default 1
  --only NAME,...       these subgraphs only
`;

await runTool(import.meta, HELP, async (out) => {
  const { values } = parseArgs({
    options: {
      users: { type: 'string' },
      'orders-per-user': { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const scale = {
    owners: wholeNumber('--users', values.users, DEMO_OWNERS, 10_000_000),
    perOwner: wholeNumber('--orders-per-user', values['orders-per-user'], 0, 99),
  };
  const only = values.only?.split(',');
  const entries = readSupergraphYaml('supergraph.yaml').subgraphs.filter(hasRoom);
  const unknown = only?.find((name) => !entries.some((entry) => entry.name === name));
  if (unknown !== undefined) throw new UsageError(`--only: there is no subgraph ${unknown}`);

  const log = createLogger('seed', 'warn');
  const bars = new MultiBar({
    format: '{name} {bar} {percentage}% | {rows} rows, {rate} rows/s | {eta_formatted} to go',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  });
  let total = 0;
  let seconds = 0;
  for (const entry of entries.filter(({ name }) => !only || only.includes(name))) {
    const subgraph = await openAtRest(entry, { log, env: { SEED: 'demo', ...process.env } });
    const name = entry.name.padEnd(16);
    const bar = bars.create(scale.owners, 0, { name, rows: 0, rate: 0 });
    const start = performance.now();
    try {
      let written = 0;
      await subgraph.seed.atScale(subgraph.database, scale, (owner, rows) => {
        written = rows;
        const elapsed = (performance.now() - start) / 1000;
        bar.update(owner, {
          name,
          rows: rows.toLocaleString('en'),
          rate: Math.round(rows / elapsed).toLocaleString('en'),
        });
      });
      total += written;
      seconds += (performance.now() - start) / 1000;
    } finally {
      bar.stop();
      await subgraph.close();
    }
  }
  bars.stop();
  const rate = total === 0 ? 0 : Math.round(total / seconds);
  out(
    `\nwrote ${total.toLocaleString('en')} rows in ${seconds.toFixed(1)} s (${rate.toLocaleString('en')} rows/s)\n`,
  );
});

function wholeNumber(option: string, text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (text !== undefined && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}`);
}
