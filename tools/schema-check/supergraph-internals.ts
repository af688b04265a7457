import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  parse,
  print,
  type TypeDefinitionNode,
} from 'graphql';

/** What a supergraph says that its API schema does not show. */
export interface Internals {
  /** Every type and field. */
  readonly coordinates: Set<string>;
  /** The subgraphs that resolve a field, by its coordinate. */
  readonly owners: Map<string, string>;
  /** Who may read a type or a field, by its coordinate: its access directives as text. */
  readonly access: Map<string, string>;
  /** `User @key(fields: "id") in users`. */
  readonly keys: Map<string, string>;
  readonly subgraphs: Set<string>;
}

const ACCESS = new Set(['authenticated', 'requiresScopes', 'policy']);

/** Reads what a supergraph keeps to itself, from its join directives (https://specs.apollo.dev/join/v0.5). */
export function readInternals(sdl: string): Internals {
  const { definitions } = parse(sdl, { noLocation: true });
  const names = subgraphNames(definitions);
  const found: Internals = {
    coordinates: new Set(),
    owners: new Map(),
    access: new Map(),
    keys: new Map(),
    subgraphs: new Set(names.values()),
  };
  for (const each of definitions) {
    if (isTypeDefinitionNode(each)) readType(each, names, found);
  }
  return found;
}

/** The subgraphs' names by the values of `enum join__Graph`. */
function subgraphNames(definitions: readonly DefinitionNode[]): Map<string, string> {
  const graphs = definitions.find(
    (each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map(({ name, directives }) => [name.value, argumentOf(directives?.[0], 'name') ?? name.value]),
  );
}

function readType(
  definition: TypeDefinitionNode,
  names: ReadonlyMap<string, string>,
  found: Internals,
): void {
  const type = definition.name.value;
  const joins = (definition.directives ?? []).filter(({ name }) => name.value === 'join__type');
  if (joins.length === 0) return;
  found.coordinates.add(type);
  readAccess(type, definition.directives ?? [], found.access);
  for (const join of joins) {
    const key = argumentOf(join, 'key');
    const graph = names.get(argumentOf(join, 'graph') ?? '');
    if (key) found.keys.set(`${type} @key(fields: "${key}") in ${graph}`, type);
  }
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
    return;
  const everywhere = joins.map((join) => argumentOf(join, 'graph') ?? '');
  for (const field of definition.fields ?? []) {
    const at = `${type}.${field.name.value}`;
    found.coordinates.add(at);
    readAccess(at, field.directives ?? [], found.access);
    const graphs = ownersOf(field, everywhere).map((graph) => names.get(graph) ?? graph);
    found.owners.set(at, [...new Set(graphs)].sort().join(', '));
  }
}

/** A field without @join__field is in every subgraph of its type. */
function ownersOf(
  { directives = [] }: FieldDefinitionNode,
  everywhere: readonly string[],
): readonly string[] {
  const joins = directives.filter(({ name }) => name.value === 'join__field');
  const graphs = joins
    .filter(
      (join) => argumentOf(join, 'external') !== 'true' && argumentOf(join, 'usedOverridden') !== 'true',
    )
    .flatMap((join) => argumentOf(join, 'graph') ?? []);
  return joins.length > 0 ? graphs : everywhere;
}

function readAccess(
  at: string,
  directives: readonly ConstDirectiveNode[],
  access: Map<string, string>,
): void {
  const demanded = directives.filter(({ name }) => ACCESS.has(name.value)).map((each) => print(each));
  if (demanded.length > 0) access.set(at, demanded.sort().join(' '));
}

function argumentOf(directive: ConstDirectiveNode | undefined, argument: string): string | undefined {
  const value = directive?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
