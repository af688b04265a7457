import { Kind } from 'graphql';
import { distinctPlaces, placeOf } from '../../compose/place.ts';
import type { Breach, LintContext } from './rule.ts';

/** The name of an input type belongs to one subgraph: inputs of one name lose, in silence, the fields that not all have. */
export function inputs({ subgraphs }: LintContext): Breach[] {
  const found = new Map<string, Breach & { subgraphs: string[] }>();
  for (const subgraph of subgraphs) {
    for (const node of subgraph.document.definitions) {
      if (node.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION) continue;
      const at = node.name.value;
      const other = found.get(at);
      const names = [...(other?.subgraphs ?? []), subgraph.name];
      const places = distinctPlaces([...(other?.places ?? []), placeOf(node, subgraph.name)]);
      const message = `the input ${at} is defined in ${names.join(' and ')}: only the fields that all of them have remain`;
      found.set(at, { at, message, places, subgraphs: names });
    }
  }
  return [...found.values()]
    .filter(({ subgraphs: names }) => names.length > 1)
    .map(({ at, message, places }) => ({ at, message, places }));
}
