import type { Candidate } from './judge.ts';
import type { Internals } from './supergraph-internals.ts';
import type { Where } from './where.ts';

/** How a supergraph changes behind its API: who resolves what, by which keys, and who may read it. */
export function supergraphChanges(before: Internals, after: Internals, where: Where): Candidate[] {
  const make = (
    rule: string,
    at: string,
    criticality: Candidate['criticality'],
    message: string,
  ): Candidate => ({
    rule,
    at,
    criticality,
    message,
    touches: [at],
    places: where(at),
  });
  return [
    ...[...after.subgraphs]
      .filter((name) => !before.subgraphs.has(name))
      .map((name) => make('SUBGRAPH_ADDED', name, 'safe', `Subgraph '${name}' was added`)),
    ...[...before.subgraphs]
      .filter((name) => !after.subgraphs.has(name))
      .map((name) => make('SUBGRAPH_REMOVED', name, 'dangerous', `Subgraph '${name}' was removed`)),
    ...changed(before.owners, after.owners).flatMap(([at, from, to]) =>
      from && to ? make('FIELD_MOVED', at, 'safe', `Field '${at}' moved from ${from} to ${to}`) : [],
    ),
    ...changed(before.keys, after.keys)
      .filter(([, from, to]) => before.coordinates.has(from || to) && after.coordinates.has(from || to))
      .map(([key, from, type]) =>
        from
          ? make('KEY_REMOVED', from, 'dangerous', `The entity lost ${key}`)
          : make('KEY_ADDED', type, 'safe', `The entity gained ${key}`),
      ),
    ...changed(before.access, after.access)
      .filter(([at]) => before.coordinates.has(at) && after.coordinates.has(at))
      .map(([at, from, to]) => accessChange(at, from, to, make)),
  ];
}

function accessChange(
  at: string,
  from: string,
  to: string,
  make: (rule: string, at: string, criticality: Candidate['criticality'], message: string) => Candidate,
): Candidate {
  return to
    ? make('ACCESS_TIGHTENED', at, 'breaking', `'${at}' now demands ${to}${from && ` instead of ${from}`}`)
    : make('ACCESS_LOOSENED', at, 'dangerous', `'${at}' no longer demands ${from}`);
}

/** The entries that differ, as key, old value and new value; an empty one where there is none. */
function changed(before: Map<string, string>, after: Map<string, string>): [string, string, string][] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key): [string, string, string] => [key, before.get(key) ?? '', after.get(key) ?? ''])
    .filter(([, from, to]) => from !== to);
}
