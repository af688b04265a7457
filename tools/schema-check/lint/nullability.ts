import { Kind, type TypeNode } from 'graphql';
import { getNamedTypeNode, ROOTS } from './ast.ts';
import { type Breach, breach, type LintContext, type ObjectType, objectTypes } from './rule.ts';

/**
 * What another subgraph answers for may be missing, and must not take the rest with it: root fields of Query, fields
 * contributed to another's entity, and references to another's entity (as list items and edge nodes too) are nullable.
 */
export function nullability(context: LintContext): Breach[] {
  return objectTypes(context.subgraphs).flatMap((type) =>
    type.fields.flatMap((field) => {
      const at = `${type.name}.${field.name.value}`;
      const reason = whyNullable(field.name.value, field.type, type, context);
      return reason ? [breach(at, `${at} cannot be null: ${reason}`, field, type.subgraph)] : [];
    }),
  );
}

function whyNullable(
  name: string,
  type: TypeNode,
  parent: ObjectType,
  context: LintContext,
): string | undefined {
  const { entities, owners } = context;
  const here = parent.subgraph.name;
  const outermost = type.kind === Kind.NON_NULL_TYPE;
  if (parent.name === ROOTS.query && outermost) return 'a root field is null when its subgraph is down';
  const owner = owners.get(parent.name);
  if (entities.has(parent.name) && owner !== here && outermost && !isKeyField(name, parent)) {
    return `${here} contributes it to an entity of ${owner}`;
  }
  const item = getNamedTypeNode(type);
  const other = owners.get(item);
  if (entities.has(item) && other !== here && innermostNonNull(type)) return `${item} belongs to ${other}`;
  return undefined;
}

/** Whether a single item, or an item of the list, is non-null. */
const innermostNonNull = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE
    ? type.type.kind === Kind.NAMED_TYPE || innermostNonNull(type.type)
    : type.kind === Kind.LIST_TYPE && innermostNonNull(type.type);

/** Key fields come from the reference itself; @external fields have the type that their owner gave them. */
function isKeyField(name: string, { node, fields }: ObjectType): boolean {
  const field = fields.find((each) => each.name.value === name);
  if (field?.directives?.some((each) => each.name.value === 'external')) return true;
  return (node.directives ?? []).some((directive) =>
    directive.arguments?.some(
      ({ value }) => value.kind === Kind.STRING && value.value.split(/\W+/).includes(name),
    ),
  );
}
