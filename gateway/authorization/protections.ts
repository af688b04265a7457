import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import type { Viewer } from '../../kit/viewer/viewer.ts';

/** What a field or a type demands of the viewer: one of these sets of scopes; an empty set asks for a viewer only. */
export type Requirement = readonly (readonly string[])[];

const AUTHENTICATED: Requirement = [[]];

/** The requirements of a supergraph, by coordinate: `User` or `User.email`. */
export interface Protections {
  /** Every scope that some requirement names. */
  readonly scopes: ReadonlySet<string>;
  /** All that must be met to select a field: its own, its type's, and on an interface those of every implementation. */
  ofField(parent: GraphQLCompositeType, field: string, type: string): readonly Requirement[];
  /** All that must be met to look into a type by a fragment. */
  ofType(type: string): readonly Requirement[];
}

/** Whether a viewer meets a requirement. */
export const meets = (viewer: Viewer | null, requirement: Requirement): boolean =>
  viewer !== null && requirement.some((scopes) => scopes.every((scope) => viewer.scopes.includes(scope)));

/**
 * Reads the access rules of a supergraph: `@authenticated` and `@requiresScopes`
 * (https://specs.apollo.dev/authenticated/v0.1, https://specs.apollo.dev/requiresScopes/v0.1).
 *
 * @throws Error when it holds rules that are not enforced here (`@policy`)
 */
export function readProtections(supergraphSdl: string, schema: GraphQLSchema): Protections {
  const rules = collectRules(parse(supergraphSdl, { noLocation: true }));
  const at = (coordinate: string) => rules.get(coordinate) ?? [];
  const fields = new Map<string, readonly Requirement[]>();
  return {
    scopes: new Set([...rules.values()].flat(3)),
    ofType: at,
    ofField(parent, field, type) {
      const coordinate = `${parent.name}.${field}`;
      let found = fields.get(coordinate);
      if (!found) {
        const owners = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
        found = [...owners.flatMap(({ name }) => at(`${name}.${field}`)), ...at(type)];
        fields.set(coordinate, found);
      }
      return found;
    },
  };
}

function collectRules(supergraph: DocumentNode): Map<string, readonly Requirement[]> {
  const rules = new Map<string, readonly Requirement[]>();
  const collect = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const found = directives.flatMap(toRequirement);
    if (found.length > 0) rules.set(coordinate, found);
  };
  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION)
      continue;
    const type = definition.name.value;
    collect(type, definition.directives as readonly ConstDirectiveNode[]);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    for (const field of definition.fields ?? []) collect(`${type}.${field.name.value}`, field.directives);
  }
  return rules;
}

function toRequirement({ name, arguments: args = [] }: ConstDirectiveNode): Requirement[] {
  if (name.value === 'policy')
    throw new Error('the supergraph uses @policy, which this gateway does not enforce');
  if (name.value === 'authenticated') return [AUTHENTICATED];
  if (name.value !== 'requiresScopes') return [];
  const scopes = args.find((each) => each.name.value === 'scopes');
  return scopes ? [valueFromASTUntyped(scopes.value) as string[][]] : [];
}
