import type { Metrics } from '../telemetry/metrics.ts';
import type { Database } from './database.ts';

/** Counts the statements of a domain's database, and tells the state of its connections. */
export function countDatabase(metrics: Metrics, subgraph: string, database: Database): void {
  const statements = metrics.counter({
    name: 'tessera_database_statements_total',
    help: 'SQL statements that were sent to the database, those that begin and end transactions included.',
    labels: ['subgraph'],
  })({ subgraph });
  database.onStatement(() => statements.inc());
  metrics.gauge(
    {
      name: 'tessera_database_connections',
      help: 'Connections to the database that are open, by what they are for and whether they are in use.',
      labels: ['subgraph', 'pool', 'state'],
    },
    () =>
      database.pools().flatMap(({ pool, used, idle }) => [
        [{ subgraph, pool, state: 'used' }, used],
        [{ subgraph, pool, state: 'idle' }, idle],
      ]),
  );
  metrics.gauge(
    {
      name: 'tessera_database_waiting',
      help: 'Statements and transactions that wait for a connection.',
      labels: ['subgraph', 'pool'],
    },
    () => database.pools().map(({ pool, waiting }) => [{ subgraph, pool }, waiting]),
  );
}
