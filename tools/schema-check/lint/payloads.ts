import { type FieldDefinitionNode, print } from 'graphql';
import { getNamedTypeNode, isNonNull, pascal, ROOTS } from './ast.ts';
import { type Breach, breach, type LintContext, type ObjectType, objectTypes } from './rule.ts';

/**
 * A mutation `doThing` takes one `input: DoThingInput!`, or nothing, and returns a nullable `DoThingPayload` of nullable
 * results and `userErrors: [UserError!]!`.
 */
export function payloads({ subgraphs }: LintContext): Breach[] {
  const types = objectTypes(subgraphs);
  return types
    .filter(({ name }) => name === ROOTS.mutation)
    .flatMap((mutation) => mutation.fields.flatMap((field) => checkMutation(field, mutation, types)));
}

function checkMutation(
  field: FieldDefinitionNode,
  { subgraph }: ObjectType,
  types: readonly ObjectType[],
): Breach[] {
  const at = `Mutation.${field.name.value}`;
  const base = pascal(field.name.value);
  const found: Breach[] = [];
  const takes = (field.arguments ?? []).map((each) => `${each.name.value}: ${print(each.type)}`);
  if (takes.length > 0 && takes.join(', ') !== `input: ${base}Input!`) {
    found.push(breach(at, `${at} takes (${takes.join(', ')}): take (input: ${base}Input!)`, field, subgraph));
  }
  if (print(field.type) !== `${base}Payload`) {
    found.push(
      breach(at, `${at} returns ${print(field.type)}: return ${base}Payload, nullable`, field, subgraph),
    );
  }
  const payload = types.find(
    (type) =>
      type.subgraph === subgraph &&
      type.name === getNamedTypeNode(field.type) &&
      type.name.endsWith('Payload'),
  );
  return payload ? [...found, ...checkPayload(payload)] : found;
}

function checkPayload({ name, node, fields, subgraph }: ObjectType): Breach[] {
  const errors = fields.find((field) => field.name.value === 'userErrors');
  const found: Breach[] = [];
  if (!errors || print(errors.type) !== '[UserError!]!') {
    found.push(breach(name, `${name} lacks userErrors: [UserError!]!`, errors ?? node, subgraph));
  }
  for (const field of fields) {
    if (field === errors || !isNonNull(field.type)) continue;
    const at = `${name}.${field.name.value}`;
    found.push(
      breach(at, `${at} is not nullable: there is no result when the mutation fails`, field, subgraph),
    );
  }
  return found;
}
