import type { Database } from '../database/database.ts';

/** A message as a test states it. */
export interface OutboxMessage {
  readonly name: string;
  readonly subject: string;
  readonly sequence: number;
  readonly payload: unknown;
}

/** What a domain has to say that no bus has taken yet, the oldest first. */
export async function readOutbox(database: Database): Promise<OutboxMessage[]> {
  const rows = await database.rows<{ message: string }>('SELECT message FROM event_outbox ORDER BY id', []);
  return rows.map(({ message }) => {
    const { name, subject, sequence, payload } = JSON.parse(message);
    return { name, subject, sequence, payload };
  });
}
