import { type FieldDefinitionNode, print } from 'graphql';
import { getNamedTypeNode, isList } from './ast.ts';
import { type Breach, breach, type LintContext, type ObjectType, objectTypes } from './rule.ts';

/** A list of entities grows, unless its description says "at most". */
const BOUNDED = /\bat most\b/i;

const NEEDS: Readonly<Record<string, string>> = { edges: '[EDGE!]!', pageInfo: 'PageInfo!' };

/** Growing lists are Relay connections (https://relay.dev/graphql/connections.htm), paged by `first` and `after`. */
export function lists({ subgraphs, entities }: LintContext): Breach[] {
  return objectTypes(subgraphs).flatMap((type) => [
    ...type.fields.flatMap((field) => [...checkList(field, type, entities), ...checkArguments(field, type)]),
    ...(type.name.endsWith('Connection') ? checkConnection(type) : []),
    ...(type.name.endsWith('Edge') ? checkEdge(type) : []),
  ]);
}

function checkList(
  field: FieldDefinitionNode,
  { name, subgraph }: ObjectType,
  entities: ReadonlySet<string>,
): Breach[] {
  const item = getNamedTypeNode(field.type);
  if (!isList(field.type) || !entities.has(item) || BOUNDED.test(field.description?.value ?? '')) return [];
  const at = `${name}.${field.name.value}`;
  return [
    breach(
      at,
      `${at} is a list of ${item} without a bound: return ${item}Connection, or say in its description how many at most`,
      field,
      subgraph,
    ),
  ];
}

function checkArguments(field: FieldDefinitionNode, { name, subgraph }: ObjectType): Breach[] {
  if (!getNamedTypeNode(field.type).endsWith('Connection')) return [];
  const at = `${name}.${field.name.value}`;
  const [first, after] = ['first', 'after'].map((each) =>
    field.arguments?.find((one) => one.name.value === each),
  );
  const found: Breach[] = [];
  if (!first || print(first.type) !== 'Int' || !first.defaultValue) {
    found.push(breach(at, `${at} returns a page: take first: Int with a default`, first ?? field, subgraph));
  }
  if (!after || print(after.type) !== 'String') {
    found.push(breach(at, `${at} returns a page: take after: String`, after ?? field, subgraph));
  }
  return found;
}

function checkConnection({ name, node, fields, subgraph }: ObjectType): Breach[] {
  const edge = name.replace(/Connection$/, 'Edge');
  return Object.entries(NEEDS).flatMap(([wanted, shape]) => {
    const type = shape.replace('EDGE', edge);
    const field = fields.find((each) => each.name.value === wanted);
    if (field && print(field.type) === type) return [];
    return [breach(name, `${name} lacks ${wanted}: ${type}`, field ?? node, subgraph)];
  });
}

function checkEdge({ name, node, fields, subgraph }: ObjectType): Breach[] {
  const cursor = fields.find((each) => each.name.value === 'cursor');
  const item = fields.find((each) => each.name.value === 'node');
  return [
    ...(cursor && print(cursor.type) === 'String!'
      ? []
      : [breach(name, `${name} lacks cursor: String!`, cursor ?? node, subgraph)]),
    ...(item ? [] : [breach(name, `${name} lacks node`, node, subgraph)]),
  ];
}
