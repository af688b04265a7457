/** A made-up federated graph: the schema of each subgraph by name, and the operations that clients send. */
export interface GeneratedGraph {
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly operations: ReadonlyMap<string, string>;
}

/** How large a graph to make. */
export interface GraphSize {
  readonly subgraphs: number;
  /** Entities of each subgraph; each comes with a connection, an edge, a value type and a filter: five types. */
  readonly entities: number;
  readonly operations: number;
}

const FIELDS = 6;
/** Subgraphs that each subgraph contributes fields to. */
const NEIGHBOURS = 2;

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
`;

const PAGE_INFO = `"Where a page stands in its list."
type PageInfo @shareable {
  "Whether more follows."
  hasNextPage: Boolean!
  "The last edge's cursor."
  endCursor: String
}
`;

/**
 * Generates a graph that keeps every convention of ours, the same one for the same size: a ring of subgraphs, each of
 * which owns entities and contributes a field to an entity of its next two neighbours.
 */
export function generateGraph(size: GraphSize): GeneratedGraph {
  const subgraphs = new Map<string, string>();
  for (let at = 0; at < size.subgraphs; at++) subgraphs.set(`domain-${at}`, subgraphSchema(at, size));
  const operations = new Map<string, string>();
  for (let at = 0; at < size.operations; at++) operations.set(`Operation${at}`, operation(at, size));
  return { subgraphs, operations };
}

/** How many types a graph of this size has, the built-in scalars aside. */
export const typesOf = ({ subgraphs, entities }: GraphSize): number => subgraphs * entities * 5 + 2;

const neighboursOf = (at: number, { subgraphs }: GraphSize) =>
  Array.from({ length: Math.min(NEIGHBOURS, subgraphs - 1) }, (_, step) => (at + step + 1) % subgraphs);

const entityName = (subgraph: number, entity: number) => `D${subgraph}Thing${entity}`;
const rootField = (subgraph: number, entity: number) => `d${subgraph}Thing${entity}`;

function subgraphSchema(at: number, size: GraphSize): string {
  const roots: string[] = [];
  const types: string[] = [];
  for (let index = 0; index < size.entities; index++) {
    roots.push(rootFields(at, index));
    types.push(entityTypes(at, index));
  }
  for (const neighbour of neighboursOf(at, size)) types.push(contribution(at, neighbour));
  return [LINK, `type Query {\n${roots.join('\n')}\n}\n`, ...types, PAGE_INFO].join('\n');
}

function rootFields(at: number, index: number): string {
  const name = entityName(at, index);
  return `  "One by id."
  ${rootField(at, index)}("Its id." id: ID!): ${name}
  "All of them."
  ${rootField(at, index)}s(
    "How many, 1 to 100."
    first: Int = 20
    "Start after this cursor."
    after: String
    "Which."
    filter: ${name}Filter
  ): ${name}Connection`;
}

function entityTypes(at: number, index: number): string {
  const name = entityName(at, index);
  const fields = Array.from({ length: FIELDS }, (_, each) => `  "Text ${each}."\n  text${each}: String`);
  return `"A thing."
type ${name} @key(fields: "id") {
  "Its id."
  id: ID!
${fields.join('\n')}
  "What it measures."
  size: ${name}Size!
}

"What a thing measures."
type ${name}Size {
  "Its width."
  width: Int!
  "Its height."
  height: Int!
}

"A page."
type ${name}Connection {
  "The things of this page."
  edges: [${name}Edge!]!
  "Where this page stands in the list."
  pageInfo: PageInfo!
}

"A thing in a list."
type ${name}Edge {
  "Pass it as \`after\` to go on from here."
  cursor: String!
  "The thing."
  node: ${name}
}

"Conditions; all must hold."
input ${name}Filter {
  "Texts that begin so."
  textPrefix: String
  "At least this wide."
  minWidth: Int
}
`;
}

/** The field that a subgraph adds to its neighbour's first entity: a reference to its own first one. */
function contribution(at: number, neighbour: number): string {
  return `"A thing."
type ${entityName(neighbour, 0)} @key(fields: "id") {
  "Its id."
  id: ID!
  "The thing of domain ${at} that belongs to it."
  from${at}: ${entityName(at, 0)}
}
`;
}

/** Every second operation crosses up to three subgraphs, against the ring; the others page through one entity. */
function operation(at: number, size: GraphSize): string {
  const subgraph = at % size.subgraphs;
  const turn = Math.floor(at / size.subgraphs);
  const own = `id text${at % FIELDS} text${(at + 1) % FIELDS} size { width height }`;
  if (turn % 2 === 0) {
    const hops = Math.min(1 + (turn % 3), size.subgraphs - 1);
    const chain = Array.from(
      { length: hops },
      (_, hop) => (subgraph - hop - 1 + size.subgraphs) % size.subgraphs,
    );
    const nested = chain.reduceRight((inner, from) => `from${from} { ${own} ${inner} }`, '');
    return `query Operation${at}($id: ID!) {\n  ${rootField(subgraph, 0)}(id: $id) { ${own} ${nested} }\n}\n`;
  }
  const entity = turn % size.entities;
  return `query Operation${at}($first: Int, $filter: ${entityName(subgraph, entity)}Filter) {
  ${rootField(subgraph, entity)}s(first: $first, filter: $filter) {
    edges { node { ${own} } }
    pageInfo { hasNextPage endCursor }
  }
}
`;
}
