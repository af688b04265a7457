import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PEERS } from './subjects.ts';

// `npm run bench:peers`: installs the gateways that ours is compared with, each as its own lockfile says. They need no
// install scripts. Names as arguments install only these.
const all = readdirSync(PEERS);
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
for (const name of wanted) {
  if (!all.includes(name)) {
    process.stderr.write(`there is no peer ${name}; there is: ${all.join(', ')}\n`);
    process.exitCode = 2;
    continue;
  }
  process.stdout.write(`${name}\n`);
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: join(PEERS, name),
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
