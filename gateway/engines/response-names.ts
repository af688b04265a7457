import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Begins the response names that engines see in place of those that would mislead them. */
const MARK = '_as_';

/** Makes a document whose response names mean to a planner what they mean to the client. */
export type NameKeeper = (document: DocumentNode) => DocumentNode;

/**
 * Planners take two fields with one response name for the same: of `{ user { id: name orders } }`, the name would be
 * sent as the key of the orders, and what a hidden or denied key holds would be shown under `id`. So a field is renamed
 * whose alias is the name of some other field, and one that a `@requires` may want with other arguments. `clientName`
 * gives the client's names back.
 *
 * @param api what clients see
 * @param supergraph what subgraphs know, hidden fields included
 * @param supergraphSdl with the `requires` of all fields
 */
export function createNameKeeper(
  api: GraphQLSchema,
  supergraph: GraphQLSchema,
  supergraphSdl: string,
): NameKeeper {
  const fields = new Set(['__typename']);
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const name of Object.keys(type.getFields())) fields.add(name);
  }
  const required = fieldsRequiredWithArguments(supergraphSdl);
  const misleads = ({ name, alias }: FieldNode): boolean => {
    const responseName = (alias ?? name).value;
    if (responseName.startsWith(MARK)) return true;
    return alias && alias.value !== name.value ? fields.has(alias.value) : required.has(name.value);
  };
  return (document) => {
    const types = new TypeInfo(api);
    return visit(
      document,
      visitWithTypeInfo(types, {
        Field(node) {
          // Introspection is answered from the schema, with the names that it is asked for.
          if (types.getParentType()?.name.startsWith('__') || !misleads(node)) return undefined;
          return { ...node, alias: { kind: Kind.NAME, value: MARK + (node.alias ?? node.name).value } };
        },
      }),
    );
  };
}

/** The client's name for a response name of an engine. */
export const clientName = (name: string): string => (name.startsWith(MARK) ? name.slice(MARK.length) : name);

/** An answer with the client's names; what needs no change stays as it is. */
export function withClientNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withClientNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [clientName(name), withClientNames(each)]),
  );
}

/** An error's path as the client knows it. */
export const clientPath = <Step extends string | number>(path: readonly Step[]): Step[] =>
  path.map((step) => (typeof step === 'string' ? clientName(step) : step) as Step);

function fieldsRequiredWithArguments(supergraphSdl: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, selections = ''] of supergraphSdl.matchAll(/\brequires: "((?:[^"\\]|\\.)*)"/g)) {
    for (const [, name = ''] of selections.matchAll(/(\w+)\s*\(/g)) names.add(name);
  }
  return names;
}
