import { type ASTNode, isTypeDefinitionNode, Kind, print, type TypeDefinitionNode, visit } from 'graphql';
import { distinctPlaces, placeOf } from '../../compose/place.ts';
import { isEntity, isObject, isRoot } from './ast.ts';
import type { Breach, LintContext } from './rule.ts';

/**
 * A type that several subgraphs define says the same in all of them. Of an entity, whose fields differ, the description
 * must agree; of an enum, whose values composition unites, the description and that of each value.
 */
export function sharedTypes({ subgraphs }: LintContext): Breach[] {
  const groups = new Map<string, { type: TypeDefinitionNode; subgraph: string }[]>();
  for (const { document, name } of subgraphs) {
    for (const type of document.definitions.filter(isTypeDefinitionNode)) {
      if (isRoot(type.name.value) || type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) continue;
      const group = groups.get(type.name.value) ?? [];
      groups.set(type.name.value, [...group, { type, subgraph: name }]);
    }
  }
  return [...groups].flatMap(([at, group]) => compare(at, group));
}

function compare(at: string, group: readonly { type: TypeDefinitionNode; subgraph: string }[]): Breach[] {
  const [first, ...others] = group;
  if (!first) return [];
  const entity = group.some(({ type }) => isObject(type) && isEntity(type));
  return others.flatMap((other) => {
    const [here, there] = [partsOf(first.type, entity), partsOf(other.type, entity)];
    const loose = entity || first.type.kind === Kind.ENUM_TYPE_DEFINITION;
    const names = loose
      ? [...here.keys()].filter((part) => there.has(part))
      : [...new Set([...here.keys(), ...there.keys()])];
    const part = names.find((name) => here.get(name)?.text !== there.get(name)?.text);
    if (part === undefined) return [];
    const what = part ? `${at}.${part}` : at;
    const places = distinctPlaces([
      placeOf(here.get(part)?.node ?? first.type, first.subgraph),
      placeOf(there.get(part)?.node ?? other.type, other.subgraph),
    ]);
    return [{ at, message: `${what} is not the same in ${first.subgraph} and ${other.subgraph}`, places }];
  });
}

/** A type by its parts, each as text: '' is the type itself, the others its fields or values. */
function partsOf(type: TypeDefinitionNode, entity: boolean): Map<string, { text: string; node: ASTNode }> {
  const parts = new Map([['', { text: type.description?.value ?? '', node: type as ASTNode }]]);
  const members = [
    ...('fields' in type && !entity ? (type.fields ?? []) : []),
    ...('values' in type ? (type.values ?? []) : []),
  ];
  for (const member of members) parts.set(member.name.value, { text: textOf(member), node: member });
  return parts;
}

/** A member without its directives: who may share or move it is for composition to say. */
const textOf = (member: ASTNode) =>
  print(
    visit(member, { Directive: (directive) => (directive.name.value === 'deprecated' ? undefined : null) }),
  );
