import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { OperationLimits } from './generate-operation.ts';
import { MockSubgraph } from './mock-subgraph.ts';

/** Subgraph schemas by name, and what the graph is there to show. */
export interface GraphDefinition {
  readonly name: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly limits?: OperationLimits;
  /** Whether subgraphs give what clients must not see, so that the API schema alone cannot tell the answer. */
  readonly hides?: boolean;
  /** Operations for what generated ones seldom come to; every fourth exam takes one of them, each time in another world. */
  readonly operations?: readonly string[];
  /** Whether all of them are asked, in any run of the suite. */
  readonly asksAll?: boolean;
}

/** A composed graph with an executable mock of every subgraph. */
export interface Graph {
  readonly name: string;
  readonly limits: OperationLimits;
  readonly hides: boolean;
  readonly operations: readonly DocumentNode[];
  readonly asksAll: boolean;
  /** Federation directives of each type (`User`) and field (`User.name`), in any subgraph. */
  readonly directives: ReadonlyMap<string, ReadonlySet<string>>;
  readonly supergraph: Supergraph;
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  /** All of the graph, hidden parts included. */
  readonly wholeSchema: GraphQLSchema;
  readonly documents: readonly DocumentNode[];
  readonly subgraphs: ReadonlyMap<string, MockSubgraph>;
}

export function composeGraph(definition: GraphDefinition): Graph {
  const services = Object.entries(definition.subgraphs).map(([name, sdl]) => ({
    name,
    typeDefs: parse(sdl),
    url: `http://${name}.test`,
  }));
  const composed = composeServices(services);
  if (composed.errors) {
    throw new Error(`${definition.name}: ${composed.errors.map((each) => each.message).join('\n')}`);
  }
  const supergraph = Supergraph.build(composed.supergraphSdl, { supportedFeatures: null });
  return {
    name: definition.name,
    limits: definition.limits ?? {},
    hides: definition.hides ?? false,
    operations: (definition.operations ?? []).map((each) => parse(each, { noLocation: true })),
    asksAll: definition.asksAll ?? false,
    directives: directivesIn(services.map((each) => each.typeDefs)),
    supergraph,
    supergraphSdl: composed.supergraphSdl,
    apiSchema: supergraph.apiSchema().toGraphQLJSSchema() as GraphQLSchema,
    wholeSchema: supergraph.schema.toGraphQLJSSchema() as GraphQLSchema,
    documents: services.map((each) => each.typeDefs),
    subgraphs: new Map(services.map((each) => [each.name, new MockSubgraph(each.typeDefs)])),
  };
}

function directivesIn(documents: readonly DocumentNode[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const note = (position: string, directives: readonly ConstDirectiveNode[] = []) => {
    const names = found.get(position) ?? new Set();
    for (const { name } of directives) names.add(`@${name.value}`);
    found.set(position, names);
  };
  const hiding = typesThatHide(documents);
  const noteType = (node: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode) => {
    note(node.name.value, node.directives);
    for (const field of node.fields ?? []) {
      const position = `${node.name.value}.${field.name.value}`;
      note(position, field.directives);
      if (hiding.has(/\w+/.exec(print(field.type))?.[0] ?? '')) found.get(position)?.add('@inaccessible');
    }
  };
  for (const document of documents) {
    visit(document, { ObjectTypeDefinition: noteType, InterfaceTypeDefinition: noteType });
  }
  return found;
}

/** Enums with a hidden value, interfaces with a hidden implementation, unions with a hidden member. */
function typesThatHide(documents: readonly DocumentNode[]): Set<string> {
  const isHidden = ({ directives = [] }: { directives?: readonly ConstDirectiveNode[] | undefined }) =>
    directives.some(({ name }) => name.value === 'inaccessible');
  const hidden = new Set<string>();
  const hiding = new Set<string>();
  for (const document of documents) {
    visit(document, {
      ObjectTypeDefinition(node) {
        if (!isHidden(node)) return;
        hidden.add(node.name.value);
        for (const { name } of node.interfaces ?? []) hiding.add(name.value);
      },
      EnumTypeDefinition: ({ name, values = [] }) => void (values.some(isHidden) && hiding.add(name.value)),
    });
  }
  for (const document of documents) {
    visit(document, {
      UnionTypeDefinition: ({ name, types = [] }) =>
        void (types.some((each) => hidden.has(each.name.value)) && hiding.add(name.value)),
    });
  }
  return hiding;
}
