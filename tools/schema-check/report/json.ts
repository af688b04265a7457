import type { Place } from '../../compose/place.ts';
import type { CheckReport } from '../finding.ts';

/** The report for a machine: the whole of it, places without their text. */
export function printJson({ verdict, against, findings, plans }: CheckReport): string {
  const rows = findings.map(({ places, hits = [], clients = [], ...finding }) => ({
    ...finding,
    places: places.map(placeRow),
    hits: hits.map(({ operation, place }) => ({ operation, ...placeRow(place) })),
    clients,
  }));
  return `${JSON.stringify({ verdict, against, findings: rows, plans }, null, 2)}\n`;
}

const placeRow = ({ file, line, column, subgraph }: Place) => ({
  file,
  line,
  column,
  ...(subgraph && { subgraph }),
});
