import type { ASTNode, FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { type Place, placeOf } from '../../compose/place.ts';
import type { SubgraphSource } from '../../compose/subgraph-source.ts';
import { getNamedTypeNode, isEntity, isObject, ROOTS } from './ast.ts';

/** A breach of a convention; the rule's name comes from the table of rules. */
export interface Breach {
  /** A schema coordinate. */
  readonly at: string;
  readonly message: string;
  readonly places: readonly Place[];
}

/** What the rules look at. */
export interface LintContext {
  readonly subgraphs: readonly SubgraphSource[];
  /** The present day, as YYYY-MM-DD. */
  readonly today: string;
  /** The names of the types that have a @key somewhere. */
  readonly entities: ReadonlySet<string>;
  /** The subgraph that owns each entity: see `ownersOf`. */
  readonly owners: ReadonlyMap<string, string>;
}

/** A convention of the graph, in docs/schema-style.md. */
export type LintRule = (context: LintContext) => Breach[];

export const breach = (at: string, message: string, node: ASTNode, subgraph: SubgraphSource): Breach => {
  const place = placeOf(node, subgraph.name);
  return { at, message, places: place ? [place] : [] };
};

/** An object type as one subgraph has it. */
export interface ObjectType {
  readonly name: string;
  readonly node: ObjectTypeDefinitionNode;
  readonly fields: readonly FieldDefinitionNode[];
  readonly subgraph: SubgraphSource;
}

export const objectTypes = (subgraphs: readonly SubgraphSource[]): ObjectType[] =>
  subgraphs.flatMap((subgraph) =>
    subgraph.document.definitions
      .filter(isObject)
      .map((node) => ({ name: node.name.value, node, fields: node.fields ?? [], subgraph })),
  );

export function createLintContext(subgraphs: readonly SubgraphSource[], today: string): LintContext {
  const types = objectTypes(subgraphs);
  const entities = new Set(types.filter(({ node }) => isEntity(node)).map(({ name }) => name));
  return { subgraphs, today, entities, owners: ownersOf(types, entities) };
}

/**
 * Who owns an entity: the subgraph whose Query returns it by name, or else the one that gives it the most fields; of
 * several, the first.
 */
function ownersOf(types: readonly ObjectType[], entities: ReadonlySet<string>): Map<string, string> {
  const asked = new Set(
    types
      .filter(({ name }) => name === ROOTS.query)
      .flatMap(({ fields, subgraph }) =>
        fields.map(({ type }) => `${subgraph.name} ${getNamedTypeNode(type)}`),
      ),
  );
  const owners = new Map<string, string>();
  for (const entity of entities) {
    const candidates = types
      .filter(({ name }) => name === entity)
      .map(({ subgraph, fields }) => ({
        name: subgraph.name,
        rank: (asked.has(`${subgraph.name} ${entity}`) ? 1e6 : 0) + fields.length,
      }))
      .sort((a, b) => b.rank - a.rank);
    if (candidates[0]) owners.set(entity, candidates[0].name);
  }
  return owners;
}
