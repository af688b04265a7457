import { parseArgs } from 'node:util';
import { writeKeys } from './keys/write-keys.ts';
import { runTool, UsageError } from './run-tool.ts';

const HELP = `npm run keys -- FOLDER

Makes the keys and passwords of a deployment with MySQL and RabbitMQ: a folder for each process with what that one alone
may read, a file for each setting (given to it as <NAME>_FILE). What is there already is kept, so that it can be run
again, for instance when a subgraph has joined. docker-compose.yml runs it by itself.
`;

await runTool(import.meta, HELP, async (out) => {
  const [folder, ...rest] = parseArgs({ allowPositionals: true }).positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError(`give one folder\n\n${HELP}`);
  const made = await writeKeys(folder);
  out(
    made.length > 0 ? made.map((file) => `made ${file}\n`).join('') : `all keys are in ${folder} already\n`,
  );
});
