import { composeServices } from '@apollo/composition';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  print,
  visit,
} from 'graphql';

/** A subgraph as a gateway sees it. */
export interface SubgraphAddress {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

const ACCESS = new Set(['authenticated', 'requiresScopes', 'policy']);

/** A schema without its access rules, which only our own gateway enforces as they are meant here. */
export function withoutAccessRules(sdl: string): string {
  return print(
    visit(parse(sdl), {
      Directive: ({ name }) => (ACCESS.has(name.value) ? null : undefined),
      ListValue: (list) => ({
        ...list,
        values: list.values.filter(
          (value) => value.kind !== Kind.STRING || !ACCESS.has(value.value.replace(/^@/, '')),
        ),
      }),
    }),
  );
}

/**
 * Composes a supergraph.
 *
 * @throws with what does not fit
 */
export function composeSubgraphs(subgraphs: readonly SubgraphAddress[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

/** Which subgraph owns each entity: the one that has most of its fields. */
export function ownersOf(subgraphs: readonly Pick<SubgraphAddress, 'name' | 'sdl'>[]): Map<string, string> {
  const most = new Map<string, { owner: string; fields: number }>();
  for (const { name: owner, sdl } of subgraphs) {
    for (const node of parse(sdl).definitions) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || keysOf(node).size === 0) continue;
      const fields = node.fields?.filter(({ directives = [] }) => !directives.some(isExternal)).length ?? 0;
      if (fields > (most.get(node.name.value)?.fields ?? 0)) most.set(node.name.value, { owner, fields });
    }
  }
  return new Map([...most].map(([entity, { owner }]) => [entity, owner]));
}

const isExternal = ({ name }: ConstDirectiveNode) => name.value === 'external';

/** What Federation 1 knows; everything else came with 2. */
const FEDERATION_1 = new Set(['key', 'external', 'requires', 'provides', 'deprecated', 'specifiedBy']);

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/**
 * A Federation 2 schema as Federation 1 would have it: an entity that another subgraph owns is an extension with an
 * `@external` key, and directives of later versions are gone.
 *
 * @param owns whether the entity of this name is this subgraph's own
 */
export function toFederation1(sdl: string, owns: (entity: string) => boolean): string {
  const object = (node: ObjectNode) => {
    const keys = keysOf(node);
    if (node.name.value === 'Query' || node.name.value === 'Mutation') return extension(node);
    if (keys.size === 0 || owns(node.name.value)) return node;
    const fields = node.fields?.map((field) =>
      keys.has(field.name.value) ? { ...field, directives: [...(field.directives ?? []), EXTERNAL] } : field,
    );
    return extension({ ...node, fields: fields ?? [] });
  };
  const document: DocumentNode = parse(sdl);
  const definitions = document.definitions.filter(
    ({ kind }) => kind !== Kind.SCHEMA_EXTENSION && kind !== Kind.SCHEMA_DEFINITION,
  );
  return print(
    visit(
      { ...document, definitions },
      {
        Directive: (node) => {
          if (!FEDERATION_1.has(node.name.value)) return null;
          if (node.name.value !== 'key') return undefined;
          return { ...node, arguments: node.arguments?.filter(({ name }) => name.value === 'fields') };
        },
        ObjectTypeDefinition: { leave: object },
        ObjectTypeExtension: { leave: object },
      },
    ),
  );
}

const EXTERNAL: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'external' } };

/** An extension has no description: its type has one where it is defined. */
const extension = ({ description: _, ...node }: ObjectNode & { description?: unknown }) => ({
  ...node,
  kind: Kind.OBJECT_TYPE_EXTENSION,
});

function keysOf({ directives = [] }: ObjectNode): Set<string> {
  const keys = directives.filter(({ name }) => name.value === 'key');
  const fields = keys.flatMap(({ arguments: given = [] }) =>
    given.flatMap(({ value }) => (value.kind === Kind.STRING ? value.value.split(/\s+/) : [])),
  );
  return new Set(fields.filter(Boolean));
}
