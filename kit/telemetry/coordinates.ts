import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The nodes of an operation that use a part of the schema, by its coordinate. */
export type CoordinateUses = ReadonlyMap<string, readonly ASTNode[]>;

/**
 * Finds which parts of a schema an operation uses, as schema coordinates
 * (https://spec.graphql.org/September2025/#sec-Schema-Coordinates): fields, arguments, input fields, enum values, and the
 * types that it returns, takes or narrows to. A variable may carry anything that its type allows, so all of that counts.
 * Parts that the schema does not have, and introspection, are left out.
 *
 * @param operationName needed where the document has several operations
 */
export function coordinateUses(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string,
): CoordinateUses {
  const uses = new Map<string, ASTNode[]>();
  const add = (coordinate: string, node: ASTNode) => {
    const nodes = uses.get(coordinate);
    if (nodes) nodes.push(node);
    else uses.set(coordinate, [node]);
  };
  for (const definition of reachable(document, operationName)) visitDefinition(schema, definition, add);
  return uses;
}

type Add = (coordinate: string, node: ASTNode) => void;

function visitDefinition(
  schema: GraphQLSchema,
  definition: OperationDefinitionNode | FragmentDefinitionNode,
  add: Add,
): void {
  const types = new TypeInfo(schema);
  const visitor = {
    OperationDefinition(node: OperationDefinitionNode) {
      const root = schema.getRootType(node.operation);
      if (root) add(root.name, node);
    },
    Directive(node: ASTNode & { name: { value: string } }) {
      add(`@${node.name.value}`, node);
    },
    Field(node: ASTNode) {
      const [parent, field] = [types.getParentType(), types.getFieldDef()];
      if (!parent || !field) return undefined;
      if (field.name.startsWith('__')) return false;
      add(`${parent.name}.${field.name}`, node);
      add(getNamedType(field.type).name, node);
      return undefined;
    },
    Argument(node: ASTNode) {
      const [parent, field, argument] = [types.getParentType(), types.getFieldDef(), types.getArgument()];
      if (!types.getDirective() && parent && field && argument) {
        add(`${parent.name}.${field.name}(${argument.name}:)`, node);
      }
    },
    ObjectField(node: ASTNode & { name: { value: string } }) {
      const input = getNamedType(types.getParentInputType());
      if (isInputObjectType(input) && input.getFields()[node.name.value])
        add(`${input.name}.${node.name.value}`, node);
    },
    EnumValue(node: ASTNode & { value: string }) {
      const type = getNamedType(types.getInputType());
      if (isEnumType(type)) add(`${type.name}.${node.value}`, node);
    },
    NamedType(node: ASTNode & { name: { value: string } }) {
      if (schema.getType(node.name.value)) add(node.name.value, node);
    },
    VariableDefinition(node: ASTNode & { type: Parameters<typeof typeFromAST>[1] }) {
      const type = typeFromAST(schema, node.type);
      if (type) addInput(getNamedType(type), node, add, new Set());
    },
  };
  visit(definition, visitWithTypeInfo(types, visitor));
}

/** All that a value of an input type can hold. */
function addInput(type: GraphQLNamedType, node: ASTNode, add: Add, seen: Set<string>): void {
  if (seen.has(type.name)) return;
  seen.add(type.name);
  if (isEnumType(type)) for (const { name } of type.getValues()) add(`${type.name}.${name}`, node);
  if (!isInputObjectType(type)) return;
  add(type.name, node);
  for (const field of Object.values(type.getFields())) {
    add(`${type.name}.${field.name}`, node);
    addInput(getNamedType(field.type), node, add, seen);
  }
}

/** The operation, and the fragments that it spreads. */
function reachable(
  { definitions }: DocumentNode,
  operationName?: string,
): (OperationDefinitionNode | FragmentDefinitionNode)[] {
  const operation = definitions.find(
    (each) =>
      each.kind === Kind.OPERATION_DEFINITION && (!operationName || each.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const found: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation];
  for (const each of found) {
    visit(each, {
      FragmentSpread({ name }) {
        const fragment = definitions.find(
          (other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === name.value,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION && !found.includes(fragment)) found.push(fragment);
      },
    });
  }
  return found;
}
