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
  const entity = group.some(({ type }) => isObject(type) && isEntity(type));
  const loose = entity || group.some(({ type }) => type.kind === Kind.ENUM_TYPE_DEFINITION);
  const definitions = group.map((each) => ({ ...each, parts: partsOf(each.type, entity) }));
  const [first, ...others] = definitions;
  if (!first) return [];
  return others.flatMap((other, index) => {
    const before = definitions.slice(0, index + 1);
    // Where each may have parts of its own, the first of all may lack what two others have.
    const against = (part: string) => (loose && before.find(({ parts }) => parts.has(part))) || first;
    const names = loose
      ? [...other.parts.keys()].filter((part) => against(part).parts.has(part))
      : [...new Set([...first.parts.keys(), ...other.parts.keys()])];
    const part = names.find((name) => against(name).parts.get(name)?.text !== other.parts.get(name)?.text);
    if (part === undefined) return [];
    const one = against(part);
    const what = part ? `${at}.${part}` : at;
    const places = distinctPlaces([
      placeOf(one.parts.get(part)?.node ?? one.type, one.subgraph),
      placeOf(other.parts.get(part)?.node ?? other.type, other.subgraph),
    ]);
    return [{ at, message: `${what} is not the same in ${one.subgraph} and ${other.subgraph}`, places }];
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
