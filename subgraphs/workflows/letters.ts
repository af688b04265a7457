import type { Knex } from 'knex';
import {
  applyIfNewer,
  DeadLetterFiled,
  DeadLetterSettled,
  type DomainBus,
  on,
  type ReceivedOf,
} from '../../events/index.ts';
import { isoToSqlTime } from '../../kit/database/time.ts';

/** Keeps a copy of all domains' dead letters, so that they are seen in one place. */
export function subscribeLetters(bus: DomainBus): void {
  bus.subscribe('letters', [
    on(DeadLetterFiled, (event, trx) => applyIfNewer(trx, 'dead_letters', event, () => insert(event, trx))),
    on(DeadLetterSettled, (event, trx) =>
      applyIfNewer(trx, 'dead_letters', event, () =>
        trx('dead_letters').where({ id: event.subjectId }).delete(),
      ),
    ),
  ]);
}

async function insert({ subjectId: id, payload }: ReceivedOf<typeof DeadLetterFiled>, trx: Knex.Transaction) {
  const { about: subject, diedAt, ...rest } = payload;
  await trx('dead_letters').insert({ id, ...rest, subject, died_at: isoToSqlTime(diedAt) });
}
