import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// A thread of `page.ts`: answers each file that it was given with its text, types blanked out.
parentPort?.postMessage(
  (workerData as readonly string[]).map((file) => stripTypeScriptTypes(readFileSync(file, 'utf8'))),
);
