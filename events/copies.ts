import type { Knex } from 'knex';
import type { Received } from './contract.ts';

/** Lower than any sequence: the row is there, and nothing has been applied. */
const NONE = -1;

/**
 * Keeps a copy of another domain's rows right however messages come in: applies a message only when it is newer than
 * all that the copy has seen of its subject. What was seen is remembered apart from the copied row, so that a delete
 * stays one when an older message comes after it. `apply` writes the copied row as if it might be there or not.
 *
 * @param copy names the copy, such as `products`; unique in the domain
 * @returns whether it was newer
 */
export async function applyIfNewer(
  trx: Knex.Transaction,
  copy: string,
  { subject, sequence }: Pick<Received, 'subject' | 'sequence'>,
  apply: () => Promise<unknown>,
): Promise<boolean> {
  const advance = () =>
    trx('event_sequences').where({ copy, subject }).where('sequence', '<', sequence).update({ sequence });
  let advanced = await advance();
  if (advanced === 0) {
    // Unknown so far, or not newer. The update decides after the insert too: of two that meet a new subject at once,
    // one waits here for the other, and may then be the older.
    await trx('event_sequences')
      .insert({ copy, subject, sequence: NONE })
      .onConflict(['copy', 'subject'])
      .ignore();
    advanced = await advance();
  }
  if (advanced > 0) await apply();
  return advanced > 0;
}
