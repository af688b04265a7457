import { type ASTNode, type DefinitionNode, Kind, type NameNode } from 'graphql';
import { type Place, placeOf } from './place.ts';
import type { SubgraphSource } from './subgraph-source.ts';

/** `User`, `User.name`, `User.orders(first:)` or `@tag`, quoted in a message of the composer. */
const COORDINATE = /"(@?\w+(?:\.\w+)?(?:\(\w+:\))?)"/g;
const SUBGRAPH = /subgraphs? ((?:"[\w-]+"(?:, | and )?)+)/g;

/**
 * Finds what a message speaks of: each coordinate that it quotes, in each subgraph that it names (in all, where it names
 * none). Of a subgraph, only the most exact coordinate counts: a field rather than its type.
 */
export function locateInMessage(message: string, subgraphs: readonly SubgraphSource[]): Place[] {
  const named = new Set(
    [...message.matchAll(SUBGRAPH)].flatMap(([, list = '']) => list.match(/[\w-]+/g) ?? []),
  );
  const quoted = [...message.matchAll(COORDINATE)].map(([, name = '']) => name);
  const coordinates = [...new Set(quoted.flatMap(withParents))]
    .filter((name) => !subgraphs.some((each) => each.name === name))
    .sort((a, b) => exactness(b) - exactness(a));
  const where = named.size > 0 ? subgraphs.filter(({ name }) => named.has(name)) : subgraphs;
  return where.flatMap((subgraph) => {
    for (const coordinate of coordinates) {
      const place = locate(coordinate, subgraph);
      if (place) return [place];
    }
    return [];
  });
}

/** What lacks an argument or a field is shown by the field or the type that lacks it. */
function withParents(coordinate: string): string[] {
  const [field = ''] = coordinate.split('(');
  const [type = ''] = field.split('.');
  return [coordinate, field, type];
}

const exactness = (coordinate: string) => coordinate.split(/[.(]/).length;

/** Where a subgraph defines a schema coordinate (https://spec.graphql.org/September2025/#sec-Schema-Coordinates). */
export function locate(coordinate: string, { name, document }: SubgraphSource): Place | undefined {
  const [, type, field, argument] = /^@?(\w+)(?:\.(\w+))?(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  for (const definition of document.definitions) {
    if (!('name' in definition) || definition.name?.value !== type) continue;
    if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION)
      continue;
    const member = field ? membersOf(definition).find((each) => each.name.value === field) : definition;
    const node =
      argument && member && 'arguments' in member
        ? member.arguments?.find((each) => each.name.value === argument)
        : member;
    if (node) return placeOf(node, name);
  }
  return undefined;
}

function membersOf(definition: DefinitionNode): readonly (ASTNode & { readonly name: NameNode })[] {
  if ('fields' in definition && definition.fields) return definition.fields;
  if ('values' in definition && definition.values) return definition.values;
  return [];
}
