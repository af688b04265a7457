import { locate } from '../compose/locate.ts';
import type { Place } from '../compose/place.ts';
import type { SubgraphSource } from '../compose/subgraph-source.ts';
import type { Internals } from './supergraph-internals.ts';

/** Where the schemas define a coordinate; of one that is gone, where its subgraph defines what it was part of. */
export type Where = (coordinate: string) => Place[];

export const createWhere =
  (subgraphs: readonly SubgraphSource[], { owners }: Internals): Where =>
  (coordinate) => {
    const [field = '', type = ''] = [coordinate.split('(')[0], coordinate.split('.')[0]];
    const before = (owners.get(field) ?? '').split(', ');
    const concerned = subgraphs.filter(({ name }) => before.includes(name));
    const find = (each: string, among: readonly SubgraphSource[]) =>
      among.flatMap((subgraph) => locate(each, subgraph) ?? []);
    for (const each of [coordinate, field, type]) {
      const places = find(each, subgraphs);
      if (places.length > 0 && each !== type) return places;
    }
    const parents = find(type, concerned);
    return parents.length > 0 ? parents : find(type, subgraphs);
  };
