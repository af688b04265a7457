import { openDatabase } from '../../kit/database/open.ts';
import { provideDatabase } from '../../kit/testing/database.ts';
import { describeBus } from '../testing/contract-suite.ts';

describeBus('the embedded bus on SQLite', async () => {
  const databases = await provideDatabase();
  const { folder } = databases;
  return {
    env: { DATA_DIR: folder },
    open: (name) => openDatabase({ name, dataDir: folder }),
    // Nothing stands between outboxes and groups but the groups' tables.
    async breakDown({ target }) {
      const rename = (from: string, to: string) =>
        target.transaction(async (trx) => void (await trx.raw(`ALTER TABLE ${from} RENAME TO ${to}`)));
      await rename('event_deliveries', 'elsewhere');
      return { [Symbol.asyncDispose]: () => rename('elsewhere', 'event_deliveries') };
    },
    [Symbol.asyncDispose]: () => databases[Symbol.asyncDispose](),
  };
});
