import { type ASTNode, isTypeDefinitionNode, type NameNode, type StringValueNode } from 'graphql';
import type { SubgraphSource } from '../../compose/subgraph-source.ts';
import { isRoot } from './ast.ts';
import { type Breach, breach, type LintContext } from './rule.ts';

type Described = ASTNode & { readonly name: NameNode; readonly description?: StringValueNode };

/** Every type, field, argument, input field and enum value says what it is. */
export function descriptions({ subgraphs }: LintContext): Breach[] {
  return subgraphs.flatMap((subgraph) =>
    subgraph.document.definitions.filter(isTypeDefinitionNode).flatMap((type) => [
      ...(isRoot(type.name.value) ? [] : missing(type.name.value, type as Described, subgraph)),
      ...membersOf(type).flatMap((member) => {
        const at = `${type.name.value}.${member.name.value}`;
        return [
          ...missing(at, member, subgraph),
          ...argumentsOf(member).flatMap((each) => missing(`${at}(${each.name.value}:)`, each, subgraph)),
        ];
      }),
    ]),
  );
}

const missing = (at: string, node: Described, subgraph: SubgraphSource): Breach[] =>
  node.description?.value.trim() ? [] : [breach(at, `${at} has no description`, node, subgraph)];

const membersOf = (type: ASTNode): readonly Described[] => [
  ...('fields' in type ? ((type.fields ?? []) as readonly Described[]) : []),
  ...('values' in type ? ((type.values ?? []) as readonly Described[]) : []),
];

const argumentsOf = (member: ASTNode): readonly Described[] =>
  'arguments' in member ? ((member.arguments ?? []) as readonly Described[]) : [];
