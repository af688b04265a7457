import { pathToFileURL } from 'node:url';
import { bulkInsert } from '../bulk-insert.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open.ts';

// Migrates and seeds the database of a URL by the files of a folder, as the start of a process does; for tests that
// start many, or kill them.

const [url = '', folder = ''] = process.argv.slice(2);
const database = await openDatabase({ name: 'parcels', url, dataDir: '' });
const rows = Array.from({ length: 2_000 }, (_, i) => [`seed-${i}`, i]);
const report = await migrate(database, 'parcels', pathToFileURL(`${folder}/`), async (trx) => {
  await bulkInsert(trx, 'parcels', ['id', 'weight'], rows);
});
process.stdout.write(`${JSON.stringify(report)}\n`);
await database.close();
